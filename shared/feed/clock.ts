/**
 * A hybrid logical clock (Kulkarni et al., 2014): milliseconds since 1970 in the upper digits, a counter in the lower
 * ten bits. One number, ordered like time as long as wall clocks are honest and ordered like cause even when they are not.
 */
export type ClaimedAt = number;

const TICKS_PER_MS = 1024;

/** How far ahead of the own wall clock a peer's clock is believed, in milliseconds. */
export const BELIEVED_AHEAD_MS = 5 * 60 * 1000;

/** The next time to claim: after `last`, and not before the wall clock `nowMs`. */
export function nextTick(last: ClaimedAt, nowMs: number): ClaimedAt {
  return Math.max(last + 1, Math.floor(nowMs) * TICKS_PER_MS);
}

/** The clock after seeing a peer's claim. A claim too far ahead of the own wall clock is not taken over. */
export function observeTick(last: ClaimedAt, seen: ClaimedAt, nowMs: number): ClaimedAt {
  const believedUntil = (Math.floor(nowMs) + BELIEVED_AHEAD_MS) * TICKS_PER_MS;
  return seen > believedUntil ? last : Math.max(last, seen);
}

/** The wall-clock part of a claim, in milliseconds since 1970. */
export function claimedMs(at: ClaimedAt): number {
  return Math.floor(at / TICKS_PER_MS);
}
