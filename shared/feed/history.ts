import { hex } from "@scure/base";
import type { Bytes } from "../crypto/bytes.ts";
import { NO_PREV, withoutPayload } from "./entry.ts";
import type { FeedHead } from "./head.ts";
import type { HashedEntry } from "./verify.ts";

/** What an entry that waits costs besides its bytes: it is taken apart. */
const COST_OF_WAITING_BYTES = 512;

/**
 * What a voice is proved to have said in one session, place by place, and the entries that wait: for proof, or for those
 * before them. A signature proves its entry, and the entry before it which it names, and so on back. So what is proved
 * follows from what has arrived, never from the order it came in; and where two hashes are proved for one place, the voice
 * has told two histories. Nothing is decided or awaited here.
 */
export class History {
  /** The hash first proved for each place. That nothing comes before the first entry is proved from the start. */
  readonly #proved = new Map<number, string>([[-1, hex.encode(NO_PREV)]]);
  /** Every other hash proved for some place. */
  readonly #rivals = new Set<string>();
  readonly #waiting = new Map<string, HashedEntry>();
  #waitingBytes = 0;
  #unprovedBytes = 0;
  #partsAt = Infinity;

  /** The first place for which two hashes are proved, or Infinity. */
  get partsAt(): number {
    return this.#partsAt;
  }

  /** What all waiting entries cost. */
  get waitingBytes(): number {
    return this.#waitingBytes;
  }

  /** What those waiting entries cost that anyone could have made. */
  get unprovedBytes(): number {
    return this.#unprovedBytes;
  }

  isProved({ header, hash }: HashedEntry): boolean {
    return this.#knows(header.seq, hex.encode(hash));
  }

  /** Takes note that the voice stands by an entry. Returns the entries this proves: it and waiting ones before it. */
  prove(entry: HashedEntry): readonly HashedEntry[] {
    this.proveHash(entry.header.seq, entry.hash);
    const proved = [entry];
    for (let last = entry; ;) {
      const { seq, prev } = last.header;
      const before = this.#waiting.get(hex.encode(prev));
      if (!this.proveHash(seq - 1, prev) || before?.header.seq !== seq - 1) return proved;
      proved.push(before);
      last = before;
    }
  }

  /** Takes note of a hash that the voice stands by. False: it was known. */
  proveHash(seq: number, hash: Bytes): boolean {
    const name = hex.encode(hash);
    if (this.#knows(seq, name)) return false;
    const waiting = this.#waiting.get(name);
    if (waiting?.header.seq === seq) this.#unprovedBytes -= costOf(waiting);
    if (this.#proved.has(seq)) {
      this.#rivals.add(rivalName(seq, name));
      this.#partsAt = Math.min(this.#partsAt, Math.max(seq, 0));
    } else {
      this.#proved.set(seq, name);
    }
    return true;
  }

  /** The entry that waits under this hash, if one does. */
  waiting(hash: Bytes): HashedEntry | undefined {
    return this.#waiting.get(hex.encode(hash));
  }

  /** The waiting entries that are proved. */
  proved(): readonly HashedEntry[] {
    return [...this.#waiting.values()].filter((entry) => this.isProved(entry));
  }

  /** Lets an entry wait, in the place of the one with its hash that may be there. */
  wait(entry: HashedEntry): void {
    const before = this.waiting(entry.hash);
    if (before !== undefined) this.forget(before);
    this.#waiting.set(hex.encode(entry.hash), entry);
    this.#waitingBytes += costOf(entry);
    if (!this.isProved(entry)) this.#unprovedBytes += costOf(entry);
  }

  /** Lets go of the payloads of those that wait and are meant. */
  letGo(isMeant: (entry: HashedEntry) => boolean): void {
    for (const entry of [...this.#waiting.values()]) {
      if (entry.sealed !== null && isMeant(entry)) this.wait(bareOf(entry));
    }
  }

  /** Lets go of an entry that waits. */
  forget(entry: HashedEntry): void {
    if (!this.#waiting.delete(hex.encode(entry.hash))) return;
    this.#waitingBytes -= costOf(entry);
    if (!this.isProved(entry)) this.#unprovedBytes -= costOf(entry);
  }

  /**
   * The proved entries that wait for their turn after `head`, up to but not including `end`. Before the histories part there
   * is one proved hash for each place, which the next entry names: so each continues the one before.
   */
  runAfter(head: FeedHead, end: number): readonly HashedEntry[] {
    const run: HashedEntry[] = [];
    for (let seq = head.nextSeq; seq < Math.min(end, this.#partsAt); seq += 1) {
      const next = this.#waiting.get(this.#proved.get(seq) ?? "");
      if (next?.header.seq !== seq) break;
      run.push(next);
    }
    return run;
  }

  #knows(seq: number, name: string): boolean {
    return this.#proved.get(seq) === name || this.#rivals.has(rivalName(seq, name));
  }
}

/** The same entry without its payload. */
function bareOf(entry: HashedEntry): HashedEntry {
  return { ...entry, sealed: null, bytes: withoutPayload(entry.bytes) };
}

function rivalName(seq: number, name: string): string {
  return `${String(seq)}/${name}`;
}

function costOf(entry: HashedEntry): number {
  return entry.bytes.length + COST_OF_WAITING_BYTES;
}
