import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Voice } from "../../shared/meeting/state.ts";
import type { Profile } from "../../shared/meeting/shapes.ts";

/** What a line is drawn with: the name and the colour of its voice. */
export type Named = Pick<Profile, "colour" | "name">;

/** Finds name and colour of a voice; one whose introduction has not come yet is called `unknown`. */
export function namedIn(voices: ReadonlyMap<VoiceId, Voice>, unknown: string): (voice: VoiceId) => Named {
  return (voice) => voices.get(voice)?.profile ?? { name: unknown, colour: "slate" };
}
