import type { DoorLimits } from "../socket/socket-door.ts";

/** How much one signaling server puts up with. Every number is an upper bound. */
export interface SignalingLimits extends DoorLimits {
  readonly topicsPerConnection: number;
  readonly topicLength: number;
  /** Frames a connection may send at once; what is beyond is dropped. */
  readonly burst: number;
  /** Frames a connection may send per second in the long run. */
  readonly framesPerSecond: number;
  /** A connection that lets more than this pile up unread is closed. */
  readonly unreadBytes: number;
}

/**
 * Generous for a dozen laptops that all find each other at once (an offer or answer and some candidates to each of
 * eleven others, twice over), and small enough that one laptop with a modified program cannot exhaust the host.
 */
export const DEFAULT_LIMITS: SignalingLimits = {
  connections: 64,
  connectionsPerAddress: 16,
  connectionsFromAfar: 16,
  frameBytes: 64 * 1024,
  topicsPerConnection: 16,
  topicLength: 256,
  burst: 400,
  framesPerSecond: 60,
  unreadBytes: 4 * 1024 * 1024,
  silenceMs: 30_000,
};

/** What is left of a connection's allowance, and when that was reckoned. */
export interface Allowance {
  readonly frames: number;
  readonly atMs: number;
}

/** The allowance of a new connection. */
export function fullAllowance(limits: SignalingLimits, nowMs: number): Allowance {
  return { frames: limits.burst, atMs: nowMs };
}

/** The allowance after one more frame, and whether that frame was within it (a token bucket). */
export function spendFrame(
  allowance: Allowance,
  limits: SignalingLimits,
  nowMs: number,
): { readonly allowed: boolean; readonly left: Allowance } {
  const elapsedSeconds = Math.max(0, nowMs - allowance.atMs) / 1000;
  const refilled = Math.min(limits.burst, allowance.frames + elapsedSeconds * limits.framesPerSecond);
  if (refilled < 1) return { allowed: false, left: { frames: refilled, atMs: nowMs } };
  return { allowed: true, left: { frames: refilled - 1, atMs: nowMs } };
}
