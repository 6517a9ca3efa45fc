import type { UtteranceId } from "../feed/ids.ts";
import type { MeetingState, Utterance } from "./state.ts";

/**
 * Which later words of the same voice stand in for which earlier ones: once they are said and their voice stands by them.
 * Only what comes later in the record can correct, so there is no circle.
 */
export function correctionsOf(
  utterances: ReadonlyMap<UtteranceId, Utterance>,
  order: readonly UtteranceId[],
): ReadonlyMap<UtteranceId, UtteranceId> {
  const corrected = new Map<UtteranceId, UtteranceId>();
  const passed = new Set<UtteranceId>();
  for (const id of order) {
    const later = utterances.get(id);
    passed.add(id);
    if (later === undefined || later.corrects === null || !passed.has(later.corrects) || later.corrects === id)
      continue;
    const earlier = utterances.get(later.corrects);
    if (earlier?.voice === later.voice && later.said && later.confirmed && !later.withdrawn && !earlier.withdrawn) {
      corrected.set(earlier.id, id);
    }
  }
  return corrected;
}

/** The words that stand now for these: their last correction, or themselves. */
export function standingFor(utterances: MeetingState["utterances"], id: UtteranceId): UtteranceId {
  let standing = id;
  for (let next = utterances.get(id)?.correctedBy ?? null; next !== null;) {
    standing = next;
    next = utterances.get(next)?.correctedBy ?? null;
  }
  return standing;
}

/** These words and every earlier wording that they stand in for, the last first: taken back, they are taken back together. */
export function wordingsOf(utterances: MeetingState["utterances"], id: UtteranceId): readonly UtteranceId[] {
  const wordings = [id];
  for (let one = utterances.get(id); one !== undefined && one.corrects !== null; one = utterances.get(one.corrects)) {
    if (wordings.includes(one.corrects) || utterances.get(one.corrects)?.voice !== one.voice) break;
    if (utterances.has(one.corrects)) wordings.push(one.corrects);
  }
  return wordings;
}
