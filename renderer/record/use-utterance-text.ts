import { useCallback, useSyncExternalStore } from "react";
import type { UtteranceId } from "../../shared/feed/ids.ts";
import type { Paragraph } from "../../shared/meeting/document.ts";
import type { MeetingSession } from "../session/meeting-session.ts";

/** The words of one utterance as they stand now. A key pressed by a voice draws only that voice's utterance again. */
export function useUtteranceText(session: MeetingSession, utterance: UtteranceId): readonly Paragraph[] {
  const subscribe = useCallback(
    (listener: () => void) => session.subscribeToText(utterance, listener),
    [session, utterance],
  );
  return useSyncExternalStore(subscribe, () => session.utteranceText(utterance));
}
