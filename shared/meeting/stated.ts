import type { ClaimedAt } from "../feed/clock.ts";
import type { FeedId, VoiceId } from "../feed/ids.ts";
import type { Place } from "./shapes.ts";

/** A statement as the fold takes it: verified to be this voice's, at this place of this feed. */
export interface Stated<Body> {
  readonly voice: VoiceId;
  readonly feed: FeedId;
  readonly seq: number;
  readonly at: ClaimedAt;
  readonly body: Body;
}

/**
 * The one order in which statements are folded, whatever order they arrived in: by claimed time, then feed, then place
 * in the feed. Within a feed it is the feed's own order, because a feed's clock only moves forward.
 */
export function compareStated(a: Stated<unknown>, b: Stated<unknown>): number {
  if (a.at !== b.at) return a.at - b.at;
  if (a.feed !== b.feed) return a.feed < b.feed ? -1 : 1;
  return a.seq - b.seq;
}

/** A place as a name that maps can be keyed by. */
export function placeName({ feed, seq }: Place): string {
  return `${feed}#${String(seq)}`;
}
