import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Voice } from "../../shared/meeting/state.ts";

/** Who takes part from other laptops. */
export interface Elsewhere {
  readonly others: number;
  /** The names of those who are not there, in the order in which they came. */
  readonly awayNames: readonly string[];
}

/** Whoever is let in and has a device of their own elsewhere takes part from there; someone without one is at a laptop here or there. */
export function whoIsElsewhere(
  voices: ReadonlyMap<VoiceId, Voice>,
  localVoices: readonly VoiceId[],
  present: ReadonlySet<VoiceId>,
): Elsewhere {
  const others = [...voices.values()]
    .filter(({ id, seated, standing }) => standing === "admitted" && !seated && !localVoices.includes(id))
    .toSorted((a, b) => a.introducedAt - b.introducedAt);
  const away = others.filter(({ id }) => !present.has(id));
  return { others: others.length, awayNames: away.map(({ profile }) => profile.name) };
}
