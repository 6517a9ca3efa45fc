import type { ClaimedAt } from "../feed/clock.ts";

/** Sorts what has a time and an id: the earlier first, and by id what is claimed to be of one moment. */
export function byTime<Id extends string>(
  a: { readonly id: Id; readonly at: ClaimedAt },
  b: { readonly id: Id; readonly at: ClaimedAt },
): number {
  if (a.at !== b.at) return a.at - b.at;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
