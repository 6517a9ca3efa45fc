/*
 * When to say and try things again, in beats of the watchdog. Signaling is quick to lose notes: those sent just before a
 * laptop is back, or to a socket it has given up, reach nobody.
 */

/**
 * When to try the signaling server again, in beats of the watchdog since the last attempt began; an attempt that is
 * still going on then is given up for the new one. Soon at first, then every four seconds: within one attempt TCP itself
 * knocks after 0, 1 and 3 seconds, so a line that is back is noticed within two; and Chromium begins to delay a page's
 * WebSockets by seconds when it has seen some fifteen of them fail.
 */
export function isAttemptDue(attempts: number, ticksSinceAttempt: number): boolean {
  const pauses = [0, 2, 4];
  return ticksSinceAttempt >= (pauses[attempts] ?? 8);
}

/**
 * When to try a line again that has never answered while others do, in beats: a few times soon, as any line, then once a
 * minute. Chromium counts the failures of a whole page, and would delay the lines that matter.
 */
export function isSpareAttemptDue(attempts: number, ticksSinceAttempt: number): boolean {
  return attempts < 5 ? isAttemptDue(attempts, ticksSinceAttempt) : ticksSinceAttempt >= 120;
}

/** When to try a relay again whose signaling server answers, in beats. There may be none: then ever more rarely. */
export function isRelayAttemptDue(attempts: number, ticksSinceAttempt: number): boolean {
  const pauses = [0, 2, 4, 8, 16, 32, 64];
  return ticksSinceAttempt >= (pauses[attempts] ?? 120);
}

/**
 * When to announce oneself, in beats since the server has begun to answer. (y-webrtc does so once at that moment.)
 * Again soon, for the notes that crossed it, and every five seconds for whoever was missed for any other reason.
 */
export function isAnnounceDue(ticksConnected: number): boolean {
  return ticksConnected === 3 || ticksConnected === 6 || (ticksConnected > 0 && ticksConnected % 10 === 0);
}
