import type { Direct } from "./standing.ts";

/**
 * Whether a connection is worth keeping, reckoned in beats of the watchdog: a page that was asleep or busy for a while
 * counts few beats, and so does not take its own silence for the others'.
 */
export interface LinkHealth {
  /** The channel has opened. */
  readonly isOpen: boolean;
  /** Beats since anything arrived, or since the attempt began. */
  readonly silentTicks: number;
  /** Whether ICE has lost the path at some time since anything arrived. */
  readonly wasInterrupted: boolean;
}

/** How often the watchdog looks, in milliseconds. */
export const TICK_MS = 500;

/** How often a laptop that has nothing to say gives a sign of life, in beats. */
export const SIGN_OF_LIFE_TICKS = 1000 / TICK_MS;

const OPENING_TICKS = 6000 / TICK_MS;
/** Three signs of life are missing. */
const INTERRUPTED_TICKS = 3000 / TICK_MS;
/** A peer may be busy for a while without the path being lost. */
const BUSY_TICKS = 20_000 / TICK_MS;

/**
 * A relay says at once when nobody is there any more. But a laptop that sends much to a slow one is held back by it as long
 * as this, and gives no sign of life to the others meanwhile.
 */
const RELAY_SILENT_TICKS = 10_000 / TICK_MS;

/** The health of an attempt that has just begun. */
export const NEW_LINK: LinkHealth = { isOpen: false, silentTicks: 0, wasInterrupted: false };

/** The health one beat later. */
export function tickLink(health: LinkHealth, iceState: RTCIceConnectionState): LinkHealth {
  const hasPath = iceState === "connected" || iceState === "completed";
  return {
    ...health,
    silentTicks: health.silentTicks + 1,
    wasInterrupted: health.wasInterrupted || (health.isOpen && !hasPath),
  };
}

/** What stands for ICE's state where a link goes through a relay, which has none. */
export function relayState(health: LinkHealth): RTCIceConnectionState {
  return health.silentTicks < RELAY_SILENT_TICKS ? "connected" : "disconnected";
}

/** How a data channel looks to whoever has to decide whether a relay is needed. */
export function directness(health: LinkHealth): Direct {
  if (!isReachable(health)) return "none";
  return health.silentTicks < INTERRUPTED_TICKS ? "heard" : "silent";
}

/** Whether a laptop can be reached over a connection, as far as one can tell. */
export function isReachable(health: LinkHealth): boolean {
  return health.isOpen && !(health.wasInterrupted && health.silentTicks >= INTERRUPTED_TICKS);
}

/**
 * Whether to give a connection up. An attempt that leads nowhere is always given up. One that was open and has lost
 * its path is given up once it could be replaced: SCTP waits ever longer before it tries again, so a new connection
 * is there sooner; but while no signaling server answers, the old one is the only hope.
 */
export function judgeLink(health: LinkHealth, replaceable: boolean): "give-up" | "keep" {
  if (!health.isOpen) return health.silentTicks >= OPENING_TICKS ? "give-up" : "keep";
  const patience = health.wasInterrupted ? INTERRUPTED_TICKS : BUSY_TICKS;
  return replaceable && health.silentTicks >= patience ? "give-up" : "keep";
}
