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
