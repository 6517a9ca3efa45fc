import type { Sayable, Unwitnessed } from "../../shared/consent/spoken.ts";
import type { Digest, VoiceId } from "../../shared/feed/ids.ts";

/** An answer to a text, as it may be said aloud. */
export type SpokenAnswer = Extract<Sayable, { readonly digest: Digest }>["kind"];

/** What voices without a device have answered to this text and nobody has witnessed yet: the last answer of each. */
export function answersWrittenDown(
  unwitnessed: readonly Unwitnessed[],
  digest: Digest,
): ReadonlyMap<VoiceId, SpokenAnswer> {
  return new Map(
    unwitnessed.flatMap(({ voice, says }) => ("digest" in says && says.digest === digest ? [[voice, says.kind]] : [])),
  );
}
