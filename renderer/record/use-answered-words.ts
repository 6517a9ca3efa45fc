import { useCallback, useSyncExternalStore } from "react";
import type { UtteranceId } from "../../shared/feed/ids.ts";
import { answeredWords } from "../../shared/meeting/answered-words.ts";
import type { Stretch } from "../../shared/meeting/statements.ts";
import type { MeetingSession } from "../session/meeting-session.ts";

/** The words that are answered, as they stand in what is answered; empty where that is all of it, or nothing any more. */
export function useAnsweredWords(session: MeetingSession, answers: UtteranceId | null, part: Stretch | null): string {
  const subscribe = useCallback(
    (listener: () => void) => (answers === null ? () => undefined : session.subscribeToText(answers, listener)),
    [session, answers],
  );
  return useSyncExternalStore(subscribe, () => {
    return answers === null || part === null ? "" : (answeredWords(session.utteranceText(answers), part) ?? "");
  });
}
