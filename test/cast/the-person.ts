import type { VoiceId } from "../../shared/feed/ids.ts";
import type { MeetingState } from "../../shared/meeting/state.ts";

/**
 * Whether a voice is the person at the centre, as far as what counts of it says: whoever is let in as the person, and was
 * never anything else, is the person as Samira is.
 */
export function isPersonIn({ voices }: Pick<MeetingState, "voices">, voice: VoiceId): boolean {
  const kinds = [...(voices.get(voice)?.kinds ?? [])];
  return kinds.length > 0 && kinds.every((kind) => kind === "person");
}
