import type { VoiceId } from "../feed/ids.ts";
import { isVoiceKind, type Part } from "./shapes.ts";

/** Everything that each voice has introduced itself as. */
export type Kinds = ReadonlyMap<VoiceId, ReadonlySet<Part>>;

/**
 * Whether a voice is of one of these kinds and has never called itself anything else. Nobody gains by introducing
 * themselves anew once they were let in; earlier and later play no part, since a voice can claim any time for either.
 */
export function isOnly(kinds: Kinds, voice: VoiceId, allowed: readonly Part[]): boolean {
  const claimed = [...(kinds.get(voice) ?? [])];
  return claimed.length > 0 && claimed.every((kind) => allowed.includes(kind));
}

/**
 * Whether a voice that everyone sees is the person at the centre, and has never called itself anything else: what is for the
 * person alone to say, it may say. A seat says nothing by a key of its own.
 */
export function isThePerson({
  kinds,
  seated,
}: {
  readonly kinds: ReadonlySet<Part>;
  readonly seated: boolean;
}): boolean {
  return !seated && kinds.size > 0 && [...kinds].every((kind) => kind === "person");
}

/**
 * Whether one who takes part has words of their own in the record. An interpreter or a supporter has none, unless they ever
 * introduced themselves as a voice as well; a seat, which never introduces itself, is always a voice.
 */
export function isVoice(kinds: Kinds, voice: VoiceId): boolean {
  const claimed = [...(kinds.get(voice) ?? [])];
  return claimed.length === 0 || claimed.some(isVoiceKind);
}
