import type { Bytes } from "../../shared/crypto/bytes.ts";
import type { FeedId } from "../../shared/feed/ids.ts";

/** An entry on its way: opaque, signed and sealed bytes, and the slot of the wire doc that belongs to it. */
export interface CarriedEntry {
  readonly feed: FeedId;
  readonly seq: number;
  /** The Yjs client id derived from the feed: the wire doc keeps each feed's entries under it, in order of `seq`. */
  readonly clientId: number;
  readonly bytes: Bytes;
}

/** How things stand between this laptop and the others. */
export interface Connection {
  /** Laptops that are reached right now, directly or by a relay. */
  readonly peers: number;
  /** Those of them with an open data channel. */
  readonly direct: number;
  /** Those of them that are reached by a relay only. */
  readonly relayed: number;
  /** Laptops that are heard by signaling and reached neither way. */
  readonly seen: number;
  /** Whether the signaling server answers. Without it, laptops that are connected stay so, but no one new finds us. */
  readonly signaling: boolean;
}

/** How things stand before anyone was reached. */
export const ALONE: Connection = { peers: 0, direct: 0, relayed: 0, seen: 0, signaling: false };

/**
 * Carries opaque entries and short-lived presence between laptops. Checks nothing and decrypts nothing: whatever
 * arrives is material for verification, never truth.
 */
export interface Carrier {
  /** Puts entries that are saved already where every connected laptop gets them, now or when it comes back. */
  put(entries: readonly CarriedEntry[]): void;
  /** Every byte string that others have put and that was not handed over or put here before, in the order of arrival. */
  onEntries(listener: (entries: readonly Bytes[]) => void): () => void;
  /**
   * Lets go of what is not to be kept: from now on every byte string, whether it is here, comes or is put, is taken as
   * `keep` returns it. `keep` returns the same array where nothing is to be let go of, and always the same for the same bytes.
   */
  screen(keep: (bytes: Bytes) => Bytes): void;
  /** Shows the others this laptop's presence: sealed, signed bytes; null when there is none. */
  showPresence(presence: Bytes | null): void;
  /** The presences of the other laptops whenever any changes. Keys only tell laptops apart. */
  onPresence(listener: (presences: ReadonlyMap<number, Bytes>) => void): () => void;
  /** The connection now and whenever it changes. */
  onConnection(listener: (connection: Connection) => void): () => void;
  /** Leaves the meeting's room and frees everything; the wire doc is gone afterwards. */
  close(): void;
}
