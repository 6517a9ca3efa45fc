import type { UtteranceId } from "../../shared/feed/ids.ts";
import type { Utterance } from "../../shared/meeting/state.ts";

/** More than these at once would be a list to work through, not a space. */
const MOST = 4;

/** The words of the last reflection, as they stand in the record: what an answer may be to. */
export function lastReflection(
  order: readonly UtteranceId[],
  utterances: ReadonlyMap<UtteranceId, Utterance>,
): readonly Utterance[] {
  const found: Utterance[] = [];
  for (const id of order.toReversed()) {
    const one = utterances.get(id);
    if (one === undefined || !one.said || one.withdrawn) continue;
    if (one.phase === "reflection") found.unshift(one);
    else if (found.length > 0) break;
  }
  return found.slice(-MOST);
}
