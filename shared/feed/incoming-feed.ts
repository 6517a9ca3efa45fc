import { sameBytes, type Bytes } from "../crypto/bytes.ts";
import type { FeedHead } from "./head.ts";
import { History } from "./history.ts";
import type { FeedId, VoiceId } from "./ids.ts";
import {
  isSigned,
  openEntry,
  openRun,
  verifyingKey,
  type EntryFault,
  type HashedEntry,
  type VerifiedEntry,
} from "./verify.ts";
import type { MeetingSecrets } from "./write.ts";

/** A feed whose own voice broke a rule: nothing from `fromSeq` on counts, on any laptop. */
export interface BrokenFeed {
  readonly feed: FeedId;
  readonly voice: VoiceId;
  readonly fromSeq: number;
  /** `forked`: the voice signed two histories of one session. */
  readonly reason: EntryFault | "forked";
}

/** What came out of received bytes. */
export interface Received {
  readonly entries: readonly VerifiedEntry[];
  /** Feeds that break, or break earlier than was known. */
  readonly broken: readonly BrokenFeed[];
}

/**
 * One feed as it arrives: proves its entries, brings them into their order and opens them. A signature is checked at
 * most once, and of entries that come together and continue each other only the last one's.
 */
export class IncomingFeed {
  readonly #secrets: MeetingSecrets;
  readonly #key: Promise<CryptoKey | null>;
  readonly #history = new History();
  /** The hash of every accepted entry, by place. */
  readonly #accepted: Bytes[] = [];
  /** The places of accepted entries whose payload has not come. */
  readonly #bare = new Set<number>();
  /** Accepted entries that none of the keys held so far opens. */
  readonly #unopened = new Map<number, HashedEntry>();
  #head: FeedHead;
  #isOwn = false;
  /** Whether something of it has opened under the meeting key. Until then it may be anyone's, and counts for nothing. */
  #isVouchedFor = false;
  #fault: { readonly fromSeq: number; readonly reason: EntryFault } | null = null;
  #toldFromSeq = Infinity;

  constructor(secrets: MeetingSecrets, head: FeedHead) {
    this.#secrets = secrets;
    this.#head = head;
    this.#key = verifyingKey(head.publicKey);
  }

  /** What waiting entries cost that someone may have put who has neither the voice's key nor the meeting's. */
  get strangersBytes(): number {
    return this.#isVouchedFor ? this.#history.unprovedBytes : this.#history.waitingBytes;
  }

  /** Whether nothing is lost by forgetting this feed. */
  get isEmpty(): boolean {
    return !this.#isVouchedFor && this.#history.waitingBytes === 0;
  }

  /** Takes over an entry that this laptop has written itself. From then on the feed takes nothing from elsewhere. */
  wrote(head: FeedHead): void {
    this.#accepted[head.nextSeq - 1] = head.hash;
    this.#history.proveHash(head.nextSeq - 1, head.hash);
    this.#head = head;
    this.#isOwn = true;
    this.#isVouchedFor = true;
  }

  /** Takes in entries of this feed. Of those that anyone could have put, as many may wait as fit into `roomBytes`. */
  async receive(entries: readonly HashedEntry[], roomBytes: number): Promise<Received> {
    const late: HashedEntry[] = [];
    const fresh: HashedEntry[] = [];
    const proved: HashedEntry[] = [];
    // From the last to the first: a proved entry proves the one before it, whose signature then need not be looked at.
    for (const entry of [...entries].sort((a, b) => b.header.seq - a.header.seq)) {
      if (this.#isAccepted(entry)) {
        if (entry.sealed !== null && this.#bare.delete(entry.header.seq)) late.push(entry);
        continue;
      }
      const waiting = this.#history.waiting(entry.hash);
      if (waiting === undefined) {
        const isProved = this.#history.isProved(entry) || (await isSigned(await this.#key, entry));
        if (isProved) proved.push(...this.#history.prove(entry));
        this.#history.wait(entry);
        fresh.push(entry);
      } else if (waiting.sealed === null && entry.sealed !== null) {
        this.#history.wait(entry);
        if (this.#history.isProved(entry)) proved.push(entry);
      }
    }
    await this.#lookForAVoucher(proved);
    for (const entry of fresh) if (this.strangersBytes > roomBytes) this.#turnAway(entry);
    return { entries: [...(await this.#openLate(late)), ...(await this.#openNext())], broken: this.#news() };
  }

  #isAccepted({ header, hash }: HashedEntry): boolean {
    const accepted = this.#accepted[header.seq];
    return accepted !== undefined && sameBytes(accepted, hash);
  }

  async #lookForAVoucher(proved: readonly HashedEntry[]): Promise<void> {
    for (const entry of proved) {
      if (this.#isVouchedFor) return;
      this.#isVouchedFor = (await openEntry(this.#secrets, entry)).payload !== null;
    }
  }

  #turnAway(entry: HashedEntry): void {
    if (!this.#isVouchedFor || !this.#history.isProved(entry)) this.#history.forget(entry);
  }

  /** Lets go of the payloads of entries that wait and are meant: nothing of them stays in memory here. */
  letGo(isMeant: (entry: HashedEntry) => boolean): void {
    this.#history.letGo(isMeant);
    for (const [seq, entry] of this.#unopened) {
      if (!isMeant(entry)) continue;
      this.#unopened.delete(seq);
      this.#bare.add(seq);
    }
  }

  /** Opens what could not be opened before, now that more keys are held. */
  async reopen(): Promise<Received> {
    await this.#lookForAVoucher(this.#history.proved());
    const waiting = [...this.#unopened.values()];
    const opened = (await this.#openLate(waiting)).filter(({ payload }) => payload !== null);
    return { entries: [...opened, ...(await this.#openNext())], broken: this.#news() };
  }

  /** Opens payloads that came, or whose key came, after their entries had been accepted without them. */
  async #openLate(late: readonly HashedEntry[]): Promise<readonly VerifiedEntry[]> {
    const opened = await Promise.all(late.map((entry) => openEntry(this.#secrets, entry)));
    for (const [index, entry] of late.entries()) this.#note(entry, opened[index]?.payload ?? null);
    return opened.filter(({ seq }) => seq < this.#endsAt);
  }

  /** Accepts what is proved and next in turn. */
  async #openNext(): Promise<readonly VerifiedEntry[]> {
    if (!this.#isVouchedFor || this.#isOwn) return [];
    const run = this.#history.runAfter(this.#head, this.#endsAt);
    const { head, accepted, fault } = await openRun(this.#secrets, this.#head, run);
    this.#head = head;
    for (const [index, entry] of run.slice(0, accepted.length).entries()) {
      this.#accepted[entry.header.seq] = entry.hash;
      this.#note(entry, accepted[index]?.payload ?? null);
      this.#history.forget(entry);
    }
    if (fault !== null) this.#findFault(head.nextSeq, fault);
    return accepted;
  }

  /** Remembers what an accepted entry still lacks. */
  #note(entry: HashedEntry, payload: Bytes | null): void {
    const { seq } = entry.header;
    if (payload !== null) this.#unopened.delete(seq);
    else if (entry.sealed === null) this.#bare.add(seq);
    else this.#unopened.set(seq, entry);
  }

  get #endsAt(): number {
    return Math.min(this.#history.partsAt, this.#fault?.fromSeq ?? Infinity);
  }

  #findFault(fromSeq: number, reason: EntryFault): void {
    if (fromSeq < this.#endsAt) this.#fault = { fromSeq, reason };
  }

  /** The break in the feed, if it was not told yet or was told of a later place. */
  #news(): readonly BrokenFeed[] {
    const fromSeq = this.#endsAt;
    if (!this.#isVouchedFor || fromSeq >= this.#toldFromSeq) return [];
    this.#toldFromSeq = fromSeq;
    const { feed, voice } = this.#head;
    const reason = this.#fault?.fromSeq === fromSeq ? this.#fault.reason : "forked";
    return [{ feed, voice, fromSeq, reason }];
  }
}
