import * as Y from "yjs";
import { sameBytes, type Bytes } from "../../shared/crypto/bytes.ts";
import { attempt } from "../../shared/report.ts";
import { SteadyDoc } from "../../shared/steady-doc.ts";
import { ByteSet } from "./byte-set.ts";
import type { CarriedEntry } from "./carrier.ts";
import type { Bag } from "./holdings.ts";
import { random53 } from "./random-id.ts";
import { BAG, bytesOf, decodeSlots, encodeRun, encodeSlots, type Slot, type SlotRun } from "./slots.ts";

/** How much a wire doc takes in from others, all entries together. What one puts oneself is never refused. */
const CAPACITY_BYTES = 256 * 1024 * 1024;

/** How much of it may be what nobody here has put: bytes that came and of which it is not known yet whether they mean anything. */
const UNPROVED_BYTES = 64 * 1024 * 1024;

/** How many bytes may wait for entries before them that have not come yet. */
const WAITING_BYTES = 4 * 1024 * 1024;

/**
 * The Y.Doc that laptops keep the same: a bag of opaque byte strings, never truth and never stored.
 *
 * Every entry has a slot (its feed's client id, its `seq`), so that laptops which refill their wire docs from their
 * vaults make identical structs. Yjs believes whoever fills a slot first; a modified program can therefore occupy
 * one. An entry whose slot holds other bytes is *rehoused*: inserted once more under an id that the laptop which noticed
 * keeps for this purpose, where everybody finds it.
 */
export class WireDoc implements Bag {
  readonly doc = new SteadyDoc({ gc: true });
  readonly #bag = new ByteSet();
  /** Those of the bag that were put here, because they were made here or proved. */
  readonly #proved = new ByteSet();
  /** Where this laptop rehouses: 53 random bits. Not the doc's own id, under which Yjs expects no updates from outside. */
  readonly #annexe = random53();
  /** The places being filled from here right now; what appears elsewhere has come from a peer. */
  readonly #ours = new Map<number, { readonly from: number; readonly to: number }>();
  readonly #onArrival: (entries: readonly Bytes[]) => void;
  #keep: (bytes: Bytes) => Bytes = (bytes) => bytes;
  #edition = 0;

  /** `onArrival` gets every byte string that was not in the bag before and was not put here. */
  constructor(onArrival: (entries: readonly Bytes[]) => void) {
    // Yjs or y-webrtc is at work when something arrives. What goes wrong with it must not end that work.
    this.#onArrival = (entries) => attempt(() => onArrival(entries));
    this.doc.getArray(BAG);
    this.doc.on("afterTransaction", (transaction) => {
      this.#takeIn(transaction);
    });
  }

  /** How often this doc has let go of something that was in it. */
  get edition(): number {
    return this.#edition;
  }

  /** Puts entries into their slots. Entries that are there already change nothing. */
  put(entries: readonly CarriedEntry[]): void {
    const kept = entries.map((entry) => ({ ...entry, bytes: this.#keep(entry.bytes) }));
    for (const { bytes } of kept) this.#proved.add(bytes);
    this.#transact(() => {
      for (const run of runsOf(kept)) this.#fill(run);
    });
  }

  /**
   * Takes everything as `keep` returns it, from now on and for what is here. A bag that is let go of in part stays the same
   * for Yjs: other content stands in the same struct. So no laptop has to be told, and nothing has to be deleted.
   */
  screen(keep: (bytes: Bytes) => Bytes): void {
    this.#keep = keep;
    this.#edition += 1;
    const { store } = this.doc;
    for (const struct of [...store.clients.values()].flat()) {
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentBinary)) continue;
      const bytes = bytesOf(struct.content);
      const kept = keep(bytes);
      if (kept === bytes) continue;
      struct.content.content = kept;
      this.#bag.delete(bytes);
      this.#bag.add(kept);
      if (!this.#proved.has(bytes)) continue;
      this.#proved.delete(bytes);
      this.#proved.add(kept);
    }
    // What waits for entries before it is asked for again.
    store.pendingStructs = null;
  }

  /**
   * Looks at an update before Yjs does, and returns what is to be applied in its place; null: nothing. Bytes that Yjs is
   * going to ignore, because their slots hold others, are rehoused here.
   */
  admit(update: Uint8Array): Uint8Array | null {
    const came = decodeSlots(update);
    // Nobody writes under the doc's own id. Whoever seems to only wants Yjs to give it up, and presence hangs on it.
    if (came === null || came.some((slot) => slot.client === this.doc.clientID)) return null;
    if (this.#bag.totalBytes + update.length > CAPACITY_BYTES) return null;
    const slots = came.map((slot) => ({ ...slot, bytes: this.#keep(slot.bytes) }));
    if (this.#bag.totalBytes - this.#proved.totalBytes + update.length > UNPROVED_BYTES) {
      // No room for what may be junk. It is handed over all the same, and what turns out to be none is put here.
      const unknown = slots.map(({ bytes }) => bytes).filter((bytes) => !this.#bag.has(bytes));
      if (unknown.length > 0) this.#onArrival(unknown);
      return null;
    }
    const displaced = slots.filter((slot) => this.#isTakenByOthers(slot)).map((slot) => slot.bytes);
    const unknown = displaced.filter((bytes) => this.#bag.add(bytes));
    if (unknown.length > 0) {
      this.#transact(() => this.#rehouse(unknown));
      this.#onArrival(unknown);
    }
    this.#boundWaiting();
    return slots.every(({ bytes }, index) => bytes === came[index]?.bytes) ? update : encodeSlots(slots);
  }

  /** How many slots each client has filled. */
  clocks(): ReadonlyMap<number, number> {
    const { store } = this.doc;
    return new Map([...store.clients.keys()].map((client) => [client, Y.getState(store, client)]));
  }

  /** What stands in some of a client's filled slots, in order. */
  contents(client: number, from: number, to: number): readonly Bytes[] {
    const contents: Bytes[] = [];
    for (let clock = from; clock < to; clock += 1) contents.push(contentAt(this.doc, client, clock));
    return contents;
  }

  destroy(): void {
    this.doc.destroy();
  }

  /** One update for everything that is filled from here in one go. */
  #transact(fill: () => void): void {
    try {
      this.doc.transact(fill, this);
    } finally {
      this.#ours.clear();
    }
  }

  #fill(run: SlotRun): void {
    const { client, clock, contents } = run;
    const next = Y.getState(this.doc.store, client);
    // A run that begins beyond what is there would have to wait for the rest; it is not made to.
    const free = clock > next ? contents.length : Math.min(contents.length, next - clock);
    const homeless = contents
      .slice(0, free)
      .filter((bytes, index) => clock > next || this.#isTakenByOthers({ client, clock: clock + index, bytes }))
      .filter((bytes) => this.#bag.add(bytes));
    if (homeless.length > 0) this.#rehouse(homeless);
    const fresh = contents.slice(free);
    if (fresh.length > 0) this.#apply({ client, clock: clock + free, contents: fresh });
  }

  #rehouse(contents: readonly Bytes[]): void {
    this.#apply({ client: this.#annexe, clock: Y.getState(this.doc.store, this.#annexe), contents });
  }

  #apply(run: SlotRun): void {
    const known = this.#ours.get(run.client);
    this.#ours.set(run.client, { from: known?.from ?? run.clock, to: run.clock + run.contents.length });
    Y.applyUpdate(this.doc, encodeRun(run));
  }

  #isTakenByOthers(slot: Slot): boolean {
    if (slot.clock >= Y.getState(this.doc.store, slot.client)) return false;
    return !sameBytes(contentAt(this.doc, slot.client, slot.clock), slot.bytes);
  }

  #takeIn(transaction: Y.Transaction): void {
    const unknown: Bytes[] = [];
    for (const [client, after] of transaction.afterState) {
      const ours = this.#ours.get(client);
      for (let clock = transaction.beforeState.get(client) ?? 0; clock < after; clock += 1) {
        const bytes = contentAt(this.doc, client, clock);
        if (!this.#bag.add(bytes)) continue;
        if (ours === undefined || clock < ours.from || clock >= ours.to) unknown.push(bytes);
      }
    }
    if (unknown.length > 0) this.#onArrival(unknown);
  }

  #boundWaiting(): void {
    const { store } = this.doc;
    if ((store.pendingStructs?.update.length ?? 0) > WAITING_BYTES) store.pendingStructs = null;
  }
}

function contentAt(doc: Y.Doc, client: number, clock: number): Bytes {
  const { content } = Y.getItem(doc.store, Y.createID(client, clock));
  if (!(content instanceof Y.ContentBinary)) throw new Error("A wire doc holds something that was never admitted.");
  return bytesOf(content);
}

/** Entries in order, cut where the feed changes or a `seq` is not the one after the last; repeats are left out. */
function runsOf(entries: readonly CarriedEntry[]): readonly SlotRun[] {
  const runs: { client: number; clock: number; contents: Bytes[] }[] = [];
  const open = new Map<number, { client: number; clock: number; contents: Bytes[] }>();
  for (const { clientId, seq, bytes } of entries) {
    const run = open.get(clientId);
    const offset = run === undefined ? -1 : seq - run.clock;
    const known = run?.contents[offset];
    if (known !== undefined && sameBytes(known, bytes)) continue;
    if (offset === run?.contents.length) {
      run.contents.push(bytes);
    } else {
      const begun = { client: clientId, clock: seq, contents: [bytes] };
      open.set(clientId, begun);
      runs.push(begun);
    }
  }
  return runs;
}
