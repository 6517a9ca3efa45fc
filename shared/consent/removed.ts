import type { VoiceId } from "../feed/ids.ts";
import type { MeetingState } from "../meeting/state.ts";
import type { Revision } from "./statements.ts";

type Voices = Pick<MeetingState, "voices">;

/** Whether a voice was removed. It can say yes to nothing any more, so nothing of it is put into a text. */
export function isRemoved({ voices }: Voices, voice: VoiceId): boolean {
  return voices.get(voice)?.standing === "removed";
}

/** Whether an utterance was said, or written down, by one who was removed. */
export function isOfRemoved(
  state: Voices,
  { voice, scribe }: { readonly voice: VoiceId; readonly scribe: VoiceId | null },
): boolean {
  return isRemoved(state, voice) || (scribe !== null && isRemoved(state, scribe));
}

/**
 * Those whom a frozen text asks though they were removed, because letters of theirs stand in the summary. As long as they
 * do, the text cannot become agreed.
 */
export function removedIn({ voices }: Pick<Revision, "voices">, state: Voices): Revision["voices"] {
  return voices.filter(({ id }) => isRemoved(state, id));
}
