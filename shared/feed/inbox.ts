import { sameBytes, type Bytes } from "../crypto/bytes.ts";
import { parseEntry, type ParsedEntry } from "./entry.ts";
import { beginFeed, type FeedHead } from "./head.ts";
import type { FeedId, VoiceId } from "./ids.ts";
import { continues, hashEntry, isSigned, verifyRun, type HashedEntry, type VerifiedEntry } from "./verify.ts";
import type { MeetingSecrets } from "./write.ts";

/** A feed whose own voice broke a rule of the chain: nothing from `fromSeq` on counts, on any laptop. */
export interface BrokenFeed {
  readonly feed: FeedId;
  readonly voice: VoiceId;
  readonly fromSeq: number;
  readonly reason: "chain-broken" | "clock-wrong" | "forked" | "seal-broken";
}

/** What came out of a batch of received bytes. */
export interface Received {
  readonly entries: readonly VerifiedEntry[];
  readonly broken: readonly BrokenFeed[];
}

interface Feed {
  head: FeedHead;
  broken: BrokenFeed | null;
  /** The hash of every accepted entry, by `seq`: what a second history is recognised by. */
  readonly hashes: Bytes[];
  /** What may come next, by `seq`: several candidates, since anyone can put bytes that claim to be of this feed. */
  readonly waiting: Map<number, HashedEntry[]>;
}

/** How many rival byte strings are kept for one place of a feed until one proves to be signed. */
const MAX_CANDIDATES = 4;
/** How far ahead of its head a feed's entries are kept waiting. */
const MAX_AHEAD = 200_000;

/**
 * The one gate for everything that arrives: takes opaque bytes in any order, with any repeats, and gives back verified
 * entries, each feed in its own order. Bytes that prove nothing are dropped; a voice that signs two histories is stopped
 * at the place where they part. Calls must not overlap: wait for one `receive` before the next.
 */
export class Inbox {
  readonly #secrets: MeetingSecrets;
  readonly #feeds = new Map<FeedId, Feed>();

  constructor(secrets: MeetingSecrets) {
    this.#secrets = secrets;
  }

  /** Takes over an entry that this laptop has written itself, so that it counts as seen when it comes back. */
  wrote(head: FeedHead): void {
    const feed = this.#feedOf(head);
    feed.hashes[head.nextSeq - 1] = head.hash;
    feed.head = head;
  }

  async receive(received: readonly Bytes[]): Promise<Received> {
    const parsed: ParsedEntry[] = [];
    for (const bytes of received) {
      const result = parseEntry(bytes);
      if (result.ok && this.#isInReach(result.value)) parsed.push(result.value);
    }
    const hashed = await Promise.all(parsed.map((entry) => hashEntry(this.#secrets.meeting, entry)));
    const touched = new Set<Feed>();
    const broken: BrokenFeed[] = [];
    for (const entry of hashed) {
      const feed = this.#feedOf(beginFeed(entry.header.publicKey, entry.header.session));
      if (feed.broken !== null) continue;
      if (entry.header.seq < feed.head.nextSeq) {
        if (await isSecondHistory(feed, entry)) broken.push(breakFeed(feed, entry.header.seq, "forked"));
      } else if (await keep(feed, entry)) touched.add(feed);
    }
    const entries: VerifiedEntry[] = [];
    for (const feed of touched) {
      if (feed.broken === null) broken.push(...(await drain(this.#secrets, feed, entries)));
    }
    return { entries, broken };
  }

  #isInReach(entry: ParsedEntry): boolean {
    const nextSeq = this.#feeds.get(entry.feed)?.head.nextSeq ?? 0;
    return entry.header.seq <= nextSeq + MAX_AHEAD;
  }

  #feedOf(head: FeedHead): Feed {
    const known = this.#feeds.get(head.feed);
    if (known !== undefined) return known;
    const feed: Feed = { head, broken: null, hashes: [], waiting: new Map() };
    this.#feeds.set(head.feed, feed);
    return feed;
  }
}

/** Keeps a candidate for its place. Where strangers have filled the place with rivals, a signed one takes it back. */
async function keep(feed: Feed, entry: HashedEntry): Promise<boolean> {
  const candidates = feed.waiting.get(entry.header.seq) ?? [];
  if (candidates.some((known) => sameBytes(known.bytes, entry.bytes))) return false;
  const full = candidates.length >= MAX_CANDIDATES;
  if (full && !(await isSigned(entry))) return false;
  feed.waiting.set(entry.header.seq, full ? [entry] : [...candidates, entry]);
  return true;
}

async function isSecondHistory(feed: Feed, entry: HashedEntry): Promise<boolean> {
  const accepted = feed.hashes[entry.header.seq];
  return accepted !== undefined && !sameBytes(accepted, entry.hash) && (await isSigned(entry));
}

function breakFeed(feed: Feed, fromSeq: number, reason: BrokenFeed["reason"]): BrokenFeed {
  const broken: BrokenFeed = { feed: feed.head.feed, voice: feed.head.voice, fromSeq, reason };
  feed.broken = broken;
  feed.waiting.clear();
  return broken;
}

/** Accepts as much of what is waiting as can be proved, and returns the break in the feed if there is one. */
async function drain(secrets: MeetingSecrets, feed: Feed, entries: VerifiedEntry[]): Promise<readonly BrokenFeed[]> {
  for (;;) {
    let progress = false;
    for (const candidate of feed.waiting.get(feed.head.nextSeq) ?? []) {
      if (!continues(feed.head, candidate)) {
        if (await isSigned(candidate)) return [breakFeed(feed, feed.head.nextSeq, "chain-broken")];
        continue;
      }
      const { head, accepted, stopped } = await verifyRun(secrets, feed.head, chainFrom(feed, candidate));
      for (const entry of accepted) {
        feed.waiting.delete(entry.seq);
        feed.hashes[entry.seq] = entry.hash;
        entries.push(entry);
      }
      feed.head = head;
      if (stopped?.reason === "clock-wrong" || stopped?.reason === "seal-broken") {
        return [breakFeed(feed, head.nextSeq, stopped.reason)];
      }
      progress = accepted.length > 0;
      if (progress) break;
    }
    if (!progress) return [];
  }
}

/** The waiting entries that follow `first` by their hashes, up to the first place with none or with rivals. */
function chainFrom(feed: Feed, first: HashedEntry): HashedEntry[] {
  const run = [first];
  for (let last = first; ; ) {
    const following = (feed.waiting.get(last.header.seq + 1) ?? []).filter((next) =>
      sameBytes(next.header.prev, last.hash),
    );
    const [next] = following;
    if (next === undefined || following.length > 1) return run;
    run.push(next);
    last = next;
  }
}
