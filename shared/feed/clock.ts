/**
 * A hybrid logical clock (Kulkarni et al., 2014): milliseconds since 1970 in the upper digits, a counter in the lower
 * ten bits. One number, ordered like time as long as wall clocks are honest and ordered like cause even when they are not.
 */
export type ClaimedAt = number;

const TICKS_PER_MS = 1024;
const YEAR_MS = 365.25 * 24 * 3600 * 1000;

/**
 * How far ahead of the own wall clock a peer's clock is taken over. Generous on purpose: a laptop with a flat clock battery
 * believes it is 1970 and still has to follow the others. The bound only keeps one voice from using up the numbers.
 */
const BELIEVED_AHEAD_MS = 150 * YEAR_MS;

/**
 * The latest claim that counts (about the year 2220). Beyond what anyone believes, and far enough below the largest exact
 * number that every utterance after it still finds a place of its own.
 */
export const LATEST_CLAIM: ClaimedAt = 250 * YEAR_MS * TICKS_PER_MS;

/** The next time to claim: after `last`, and not before the wall clock `nowMs`. */
export function nextTick(last: ClaimedAt, nowMs: number): ClaimedAt {
  return Math.max(last + 1, Math.floor(nowMs) * TICKS_PER_MS);
}

/** The clock after seeing a peer's claim, so that whatever is said next is claimed to be later. */
export function observeTick(last: ClaimedAt, seen: ClaimedAt, nowMs: number): ClaimedAt {
  const believedUntil = (Math.floor(nowMs) + BELIEVED_AHEAD_MS) * TICKS_PER_MS;
  return seen > believedUntil ? last : Math.max(last, seen);
}

/** The wall-clock part of a claim, in milliseconds since 1970. */
export function claimedMs(at: ClaimedAt): number {
  return Math.floor(at / TICKS_PER_MS);
}
