import type { DoorLimits } from "../socket/socket-door.ts";
import { ADDRESS_BYTES } from "./address.ts";

/** What one frame may carry, beside the address. */
export const PAYLOAD_BYTES = 64 * 1024 + 256;

/** How much one relay puts up with. Every number is an upper bound. */
export interface RelayLimits extends DoorLimits {
  /** How long a new connection may take to send its token. */
  readonly helloMs: number;
  /** While more than this waits for a receiver, its senders are not read from. */
  readonly unreadBytes: number;
  /** The same for what waits for all receivers together. */
  readonly unreadBytesInAll: number;
  /** A receiver that takes nothing of what waits for it for this long is cut off. */
  readonly stuckMs: number;
  /** A receiver that keeps others waiting for this long without a break is cut off. */
  readonly slowMs: number;
}

/** Enough for a dozen laptops with two windows each, and for a meeting of some megabytes sent to several of them at once. */
export const DEFAULT_RELAY_LIMITS: RelayLimits = {
  connections: 64,
  connectionsPerAddress: 16,
  connectionsFromAfar: 16,
  frameBytes: ADDRESS_BYTES + PAYLOAD_BYTES,
  silenceMs: 30_000,
  helloMs: 5000,
  unreadBytes: 4 * 1024 * 1024,
  unreadBytesInAll: 128 * 1024 * 1024,
  stuckMs: 10_000,
  slowMs: 60_000,
};
