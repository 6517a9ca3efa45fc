import { useCallback, useMemo, useSyncExternalStore } from "react";
import { isOfRemoved } from "../../shared/consent/removed.ts";
import { freezeRevision } from "../../shared/consent/revision.ts";
import { isThePerson } from "../../shared/meeting/kinds.ts";
import { Propose, type Proposing } from "../consent/Propose.tsx";
import type { InMeeting } from "./MeetingFrame.tsx";
import { fragmentOf } from "./route.ts";
import { useMeeting } from "./use-meeting.ts";
import { goOn } from "./use-route.ts";

/** Joins the choice of what is proposed with the meeting as it stands. */
export function ProposePage({ session, meeting }: InMeeting) {
  const state = useMeeting(session, (view) => view.state);
  const speakingAs = useMeeting(session, (view) => view.speakingAs);
  const speaking = speakingAs === null ? undefined : state.voices.get(speakingAs);
  // The text that the proposal takes the place of, as the session proposes it.
  const before = useMeeting(session, (view) => view.agreed ?? view.openRevision);
  const subscribe = useCallback((listener: () => void) => session.subscribeToText("summary", listener), [session]);
  const summary = useSyncExternalStore(subscribe, () => session.summaryText());
  const said = useMemo(
    () =>
      state.order.flatMap((id) => {
        const utterance = state.utterances.get(id);
        const isWhole = utterance?.said === true && utterance.confirmed && !utterance.withdrawn;
        // Words that were put differently since are not what their voice says now.
        if (utterance?.correctedBy !== null) return [];
        if (isOfRemoved(state, utterance)) return [];
        return isWhole ? [utterance] : [];
      }),
    [state],
  );
  const freeze = ({ utterances, readers }: Proposing) =>
    state.begun === null
      ? null
      : freezeRevision({
          meeting,
          state,
          summary,
          utterances: utterances.map((id) => ({ id, paragraphs: session.utteranceText(id) })),
          frozenAtMs: 0,
          supersedes: before,
          readers,
          salt: () => "",
        });
  return (
    <Propose
      said={said.filter(({ forRecord }) => forRecord)}
      keptOut={said.filter(({ forRecord }) => !forRecord)}
      voices={state.voices}
      textOf={(id) => session.utteranceText(id)}
      readers={[...state.readers.values()]}
      person={state.begun?.personCalled ?? ""}
      isPerson={speaking !== undefined && isThePerson(speaking)}
      freeze={freeze}
      propose={({ utterances, readers }) => session.propose(utterances, readers)}
      onProposed={() =>
        goOn({ screen: "meeting", meeting, part: "propose" }, { screen: "meeting", meeting, part: "read" })
      }
      readersHref={fragmentOf({ screen: "meeting", meeting, part: "readers" })}
      backHref={fragmentOf({ screen: "meeting", meeting, part: "room" })}
    />
  );
}
