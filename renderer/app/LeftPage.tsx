import { useMemo } from "react";
import type { Voice } from "../../shared/meeting/state.ts";
import { Left } from "../arrive/Left.tsx";
import type { InMeeting } from "./MeetingFrame.tsx";
import { fragmentOf } from "./route.ts";
import { useMeeting } from "./use-meeting.ts";

/** The page of a voice that has left, where nobody else is in the meeting on this laptop. */
export function LeftPage(props: Pick<InMeeting, "meeting" | "session"> & { readonly voice: Voice }) {
  const { session, meeting, voice } = props;
  const state = useMeeting(session, (view) => view.state);
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
      takeBack={(utterance) => session.withdraw(utterance, false)}
      comeAgainHref={fragmentOf({ screen: "meeting", meeting, part: "voice" })}
      homeHref="#/"
    />
  );
}
