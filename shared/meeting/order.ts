import type { ClaimedAt } from "../feed/clock.ts";
import type { UtteranceId } from "../feed/ids.ts";

/** What an utterance's place depends on. */
export interface Placed {
  readonly id: UtteranceId;
  readonly after: UtteranceId | null;
  readonly begunAt: ClaimedAt;
}

/**
 * The utterances as they stand in the record: each after the one its author had last seen, concurrent ones by their
 * clocks, then by id. A wrong clock moves nobody's words: one's own too-early clock cannot bring an utterance
 * before what it follows, and another's too-late clock is passed on to all that follow it. Total: a circle of
 * references, or one to nothing, is read as none.
 */
export function orderOf(utterances: ReadonlyMap<UtteranceId, Placed>): readonly UtteranceId[] {
  const places = new Map<UtteranceId, ClaimedAt>();
  for (const id of utterances.keys()) place(utterances, places, id);
  return [...utterances.keys()].sort((a, b) => {
    const difference = (places.get(a) ?? 0) - (places.get(b) ?? 0);
    if (difference !== 0) return difference;
    return a < b ? -1 : 1;
  });
}

/** Walks back along `after` to the first utterance whose place is known, then forward again, without recursion. */
function place(
  utterances: ReadonlyMap<UtteranceId, Placed>,
  places: Map<UtteranceId, ClaimedAt>,
  id: UtteranceId,
): void {
  const path = new Map<UtteranceId, Placed>();
  let next: UtteranceId | null = id;
  while (next !== null && !places.has(next) && !path.has(next)) {
    const utterance = utterances.get(next);
    if (utterance === undefined) break;
    path.set(next, utterance);
    next = utterance.after;
  }
  // Those in a circle stand by their own clocks, wherever the walk came in.
  const onPath = (to: UtteranceId | null) => (to === null ? undefined : path.get(to));
  for (let one = onPath(next); one !== undefined; one = onPath(one.after)) {
    places.set(one.id, one.begunAt);
    path.delete(one.id);
  }
  for (const utterance of [...path.values()].reverse()) {
    const before = utterance.after === null ? undefined : places.get(utterance.after);
    places.set(utterance.id, before === undefined ? utterance.begunAt : Math.max(utterance.begunAt, before + 1));
  }
}
