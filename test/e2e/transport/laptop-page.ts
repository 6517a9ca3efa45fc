import type { Bytes } from "../../../shared/crypto/bytes.ts";
import type { FeedId } from "../../../shared/feed/ids.ts";
import { ALONE, type Carrier, type Connection } from "../../../renderer/transport/carrier.ts";
import { openCarrier } from "../../../renderer/transport/open-carrier.ts";

/**
 * What the tests do inside a laptop's page. Entries are words; each stands for the sealed bytes of one entry of one
 * feed, padded to a size if need be.
 */
export interface LaptopPage {
  /** `disturbed`: whatever the carrier tells, somebody who throws is told first. */
  open(signaling: readonly string[], room: string, keyBytes: readonly number[], disturbed?: boolean): Promise<void>;
  /** Puts `count` entries of a feed from `seq` on, each `sizeBytes` long. */
  put(clientId: number, seq: number, count: number, sizeBytes: number): void;
  putWord(clientId: number, seq: number, word: string): void;
  /** How many distinct entries have arrived. */
  arrived(): number;
  arrivedWords(): readonly string[];
  arrivedTwice(): number;
  /** The page's clock when the last entry arrived. */
  lastArrivalMs(): number;
  connection(): Connection;
  showPresence(word: string | null): void;
  presences(): readonly string[];
  presenceCalls(): number;
  close(): void;
}

declare global {
  interface Window {
    laptop: LaptopPage;
  }
}

let carrier: Carrier | null = null;
let connection = ALONE;
let seen = new Map<string, number>();
let total = 0;
let lastArrivalMs = 0;
let presences: ReadonlyMap<number, Bytes> = new Map();
let presenceCalls = 0;

/** Entries are told apart by their first bytes: the feed and the seq in words. */
function entryOf(clientId: number, seq: number, sizeBytes: number): Bytes {
  const name = new TextEncoder().encode(`${clientId}/${seq}`);
  const bytes = new Uint8Array(Math.max(name.length + 1, sizeBytes));
  bytes.set(name);
  return bytes;
}

function wordOf(bytes: Bytes): string {
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
}

function fail(): never {
  throw new Error("a listener has failed");
}

function opened(): Carrier {
  if (carrier === null) throw new Error("This laptop has not entered the room.");
  return carrier;
}

// No feed is behind these entries; the carrier only looks at the client id.
const feed = "feed" as FeedId;

window.laptop = {
  async open(signaling, room, keyBytes, disturbed = false) {
    const signalingKey = await crypto.subtle.importKey("raw", Uint8Array.from(keyBytes), "AES-GCM", false, [
      "encrypt",
      "decrypt",
    ]);
    seen = new Map();
    total = 0;
    carrier = openCarrier({ room, signalingKey, signaling });
    if (disturbed) {
      carrier.onConnection(fail);
      carrier.onPresence(fail);
      carrier.onEntries(fail);
    }
    carrier.onConnection((now) => (connection = now));
    carrier.onPresence((now) => {
      presences = now;
      presenceCalls += 1;
    });
    carrier.onEntries((entries) => {
      lastArrivalMs = performance.timeOrigin + performance.now();
      for (const bytes of entries) {
        const word = wordOf(bytes);
        seen.set(word, (seen.get(word) ?? 0) + 1);
        total += 1;
      }
    });
  },
  put(clientId, seq, count, sizeBytes) {
    const entries = Array.from({ length: count }, (_, index) => ({
      feed,
      seq: seq + index,
      clientId,
      bytes: entryOf(clientId, seq + index, sizeBytes),
    }));
    opened().put(entries);
  },
  putWord(clientId, seq, word) {
    opened().put([{ feed, seq, clientId, bytes: new TextEncoder().encode(word) }]);
  },
  arrived: () => seen.size,
  arrivedWords: () => [...seen.keys()],
  arrivedTwice: () => total - seen.size,
  lastArrivalMs: () => lastArrivalMs,
  connection: () => connection,
  showPresence: (word) => opened().showPresence(word === null ? null : new TextEncoder().encode(word)),
  presences: () => [...presences.values()].map(wordOf),
  presenceCalls: () => presenceCalls,
  close() {
    opened().close();
    carrier = null;
    connection = ALONE;
  },
};
