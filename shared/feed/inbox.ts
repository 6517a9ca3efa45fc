import type { Bytes } from "../crypto/bytes.ts";
import { parseEntry } from "./entry.ts";
import { beginFeed, type FeedHead } from "./head.ts";
import type { FeedId } from "./ids.ts";
import { IncomingFeed, type BrokenFeed, type Received } from "./incoming-feed.ts";
import { hashEntry, type HashedEntry, type VerifiedEntry } from "./verify.ts";
import type { MeetingSecrets } from "./write.ts";

/**
 * How much waits, in all feeds together, that anyone could have put: bytes that claim to be of a voice and are not
 * signed by it, and signed ones of which nothing shows that their author has the meeting key.
 */
const STRANGERS_BYTES = 16 * 1024 * 1024;

/**
 * The one gate for everything that arrives: takes opaque bytes in any order, with any repeats, and gives back verified
 * entries, each feed in its own order. Bytes that prove nothing wait, a bounded number of them, or are dropped as if they
 * had not arrived. What comes out in the end follows from what has come in, not from its order or its batches.
 * Calls must not overlap: wait for one `receive` before the next.
 */
export class Inbox {
  readonly #secrets: MeetingSecrets;
  readonly #strangersBytes: number;
  readonly #feeds = new Map<FeedId, IncomingFeed>();

  constructor(secrets: MeetingSecrets, strangersBytes: number = STRANGERS_BYTES) {
    this.#secrets = secrets;
    this.#strangersBytes = strangersBytes;
  }

  /** Takes over an entry that this laptop has written itself, so that it counts as seen when it comes back. */
  wrote(head: FeedHead): void {
    const feed = this.#feeds.get(head.feed) ?? new IncomingFeed(this.#secrets, head);
    this.#feeds.set(head.feed, feed);
    feed.wrote(head);
  }

  /** Lets go of the payloads of entries that wait here and are meant. */
  letGo(isMeant: (entry: HashedEntry) => boolean): void {
    for (const feed of this.#feeds.values()) feed.letGo(isMeant);
  }

  /** Opens what could not be opened before: to be called whenever this laptop has been given another key. */
  async reopen(): Promise<Received> {
    const received = await Promise.all([...this.#feeds.values()].map((feed) => feed.reopen()));
    return {
      entries: received.flatMap(({ entries }) => entries),
      broken: received.flatMap(({ broken }) => broken),
    };
  }

  async receive(received: readonly Bytes[]): Promise<Received> {
    const entries: VerifiedEntry[] = [];
    const broken: BrokenFeed[] = [];
    let room = this.#strangersBytes;
    for (const feed of this.#feeds.values()) room -= feed.strangersBytes;
    for (const [id, { head, arrived }] of byFeed(await this.#hash(received))) {
      const feed = this.#feeds.get(id) ?? new IncomingFeed(this.#secrets, head);
      room += feed.strangersBytes;
      const result = await feed.receive(arrived, room);
      room -= feed.strangersBytes;
      if (feed.isEmpty) this.#feeds.delete(id);
      else this.#feeds.set(id, feed);
      entries.push(...result.entries);
      broken.push(...result.broken);
    }
    return { entries, broken };
  }

  /** Everything that can be read as an entry and has the payload it commits to, if any. */
  async #hash(received: readonly Bytes[]): Promise<readonly HashedEntry[]> {
    const parsed = received.map(parseEntry).filter((entry) => entry.ok);
    const hashed = await Promise.all(parsed.map(({ value }) => hashEntry(this.#secrets.meeting, value)));
    return hashed.filter((entry) => entry.ok).map(({ value }) => value);
  }
}

function byFeed(entries: readonly HashedEntry[]) {
  const feeds = new Map<FeedId, { readonly head: FeedHead; readonly arrived: HashedEntry[] }>();
  for (const entry of entries) {
    const { publicKey, session } = entry.header;
    const feed = feeds.get(entry.feed) ?? { head: beginFeed(publicKey, session), arrived: [] };
    feed.arrived.push(entry);
    feeds.set(entry.feed, feed);
  }
  return feeds;
}
