import { useMemo } from "react";
import type { Voice } from "../../shared/meeting/state.ts";
import { Left } from "../arrive/Left.tsx";
import { Yeses } from "../export/Yeses.tsx";
import type { InMeeting } from "./MeetingFrame.tsx";
import { fragmentOf } from "./route.ts";
import { useMeeting } from "./use-meeting.ts";

/** The page of a voice that has left, where nobody else is in the meeting on this laptop. */
export function LeftPage(props: Pick<InMeeting, "meeting" | "session"> & { readonly voice: Voice }) {
  const { session, meeting, voice } = props;
  const state = useMeeting(session, (view) => view.state);
  const agreed = useMeeting(session, (view) => view.agreed);
  const revisions = useMeeting(session, (view) => view.revisions);
  const record = agreed === null ? undefined : revisions.get(agreed);
  const asked = record?.revision.voices.some(({ id }) => id === voice.id) === true;
  const said = useMemo(
    () =>
      state.order.flatMap((id) => {
        const utterance = state.utterances.get(id);
        const isOwn = utterance?.voice === voice.id && utterance.said && !utterance.withdrawn;
        return isOwn ? [{ id, paragraphs: session.utteranceText(id) }] : [];
      }),
    [state, session, voice.id],
  );
  return (
    <Left
      profile={voice.profile}
      said={said}
      yes={
        asked ? (
          <Yeses
            proposed={record}
            voices={[voice]}
            waiting={new Set()}
            wishes={{
              consent: (id) => session.consent(id, record.digest),
              withdrawConsent: (id) => session.withdrawConsent(id, record.digest),
            }}
          />
        ) : null
      }
      takeBack={(utterance) => session.withdraw(utterance, false)}
      comeAgainHref={fragmentOf({ screen: "meeting", meeting, part: "voice" })}
      homeHref="#/"
    />
  );
}
