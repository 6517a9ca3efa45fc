import type { AbsentId, ReaderId, VoiceId } from "../feed/ids.ts";
import type { MeetingState } from "./state.ts";

/** How a voice is called in one copy: its name, and who it is to the others. */
export interface Called {
  readonly name: string;
  readonly relation: string;
}

/**
 * How a voice is called in the copy for one reader: as it has wished for that reader, else as in the room. Null for one who
 * is not known. Pure; a wish for a reader who was taken back counts for nothing.
 */
export function calledFor(
  { readers, voices }: Pick<MeetingState, "readers" | "voices">,
  reader: ReaderId,
  voice: VoiceId,
): Called | null {
  const profile = voices.get(voice)?.profile;
  if (profile === undefined) return null;
  return readers.get(reader)?.called.get(voice) ?? { name: profile.name, relation: profile.relation };
}

/** The name of one who is missing; null where they are not named, or are not to be spoken of any more. */
export function absentCalled(absent: MeetingState["absent"], one: AbsentId): string | null {
  const called = absent.get(one)?.called ?? "";
  return called === "" ? null : called;
}
