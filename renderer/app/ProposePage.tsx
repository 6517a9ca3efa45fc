import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { UtteranceId } from "../../shared/feed/ids.ts";
import { freezeRevision } from "../../shared/consent/revision.ts";
import { Propose } from "../consent/Propose.tsx";
import type { InMeeting } from "./MeetingFrame.tsx";
import { fragmentOf } from "./route.ts";
import { useMeeting } from "./use-meeting.ts";
import { goInstead } from "./use-route.ts";

/** Joins the choice of what is proposed with the meeting as it stands. */
export function ProposePage({ session, meeting }: InMeeting) {
  const state = useMeeting(session, (view) => view.state);
  const openRevision = useMeeting(session, (view) => view.openRevision);
  const subscribe = useCallback((listener: () => void) => session.subscribeToText("summary", listener), [session]);
  const summary = useSyncExternalStore(subscribe, () => session.summaryText());
  const said = useMemo(
    () =>
      state.order.flatMap((id) => {
        const utterance = state.utterances.get(id);
        const isWhole = utterance?.said === true && utterance.confirmed && !utterance.withdrawn;
        return isWhole ? [utterance] : [];
      }),
    [state],
  );
  const freeze = (utterances: readonly UtteranceId[]) =>
    state.begun === null
      ? null
      : freezeRevision({
          meeting,
          state,
          summary,
          utterances: utterances.map((id) => ({ id, paragraphs: session.utteranceText(id) })),
          frozenAtMs: 0,
          supersedes: openRevision,
          readers: [],
          salt: () => "",
        });
  return (
    <Propose
      said={said}
      voices={state.voices}
      textOf={(id) => session.utteranceText(id)}
      freeze={freeze}
      propose={(utterances) => session.propose(utterances)}
      onProposed={() => goInstead({ screen: "meeting", meeting, part: "read" })}
      backHref={fragmentOf({ screen: "meeting", meeting, part: "room" })}
    />
  );
}
