/*
 * When to say and try things again, in beats of the watchdog. Signaling is quick to lose notes: those sent just before a
 * laptop is back, or to a socket it has given up, reach nobody.
 */

/**
 * When to try the signaling server again, in beats of the watchdog since the last attempt began; an attempt that is
 * still going on then is given up for the new one. Soon at first, then every four seconds: within one attempt TCP itself
 * knocks after 0, 1 and 3 seconds, so a line that is back is noticed within two; and Chromium begins to delay a page's
 * WebSockets by seconds when it has seen some fifteen of them fail. So where something else notices when the server is back
 * (`isSilent`: it says that it is not), they are hardly tried meanwhile.
 */
export function isAttemptDue(attempts: number, ticksSinceAttempt: number, isSilent = false): boolean {
  const pauses = [0, 2, 4];
  return ticksSinceAttempt >= (pauses[attempts] ?? (isSilent ? SILENT_TICKS : 8));
}

/** Once every twenty seconds: some ten failures in four minutes, which is what Chromium looks back on. */
const SILENT_TICKS = 40;

/** A line is spare when another has answered this much later than it did. */
const SPARE_MS = 120_000;

/** How often a page tries its spare lines, all together, in beats. */
const SPARE_TICKS = 60;

/** Whether a line, which has answered last at this time (-Infinity: never), is one that the page can do without. */
export function isSpare(answeredMs: number, othersAnsweredMs: readonly number[]): boolean {
  return othersAnsweredMs.some((other) => other - answeredMs > SPARE_MS);
}

/**
 * When to try a spare line again, in beats. Chromium counts the failures of a whole page within four minutes and delays
 * all its sockets by seconds after some fifteen, so the lines that matter would come back late.
 */
export function isSpareAttemptDue(ticksSinceAttempt: number, spareLines: number): boolean {
  return ticksSinceAttempt >= SPARE_TICKS * spareLines;
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
