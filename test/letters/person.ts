import * as Y from "yjs";
import { History } from "../../shared/text/history.ts";
import { readsAlike, readLines, type Line } from "../../shared/text/lines.ts";
import { applySeed, createSeed } from "../../shared/text/seed.ts";
import { TextView } from "../../shared/text/text-view.ts";
import type { Step } from "../../shared/text/write.ts";
import { broken } from "./broken.ts";
import { cellsOf, readsLike, type Cell } from "./flat-text.ts";
import { tookNothing, type Ledger, type Took } from "./ledger.ts";

const SEED = createSeed();
const FROM_FEED = Symbol("from a feed");
const OWN = Symbol("own");
/** After such a pause an act is undone by itself. */
const ALONE_MS = 500;

/** What another has written and this laptop has not heard yet. */
interface Heard {
  readonly from: number;
  readonly update: Uint8Array;
}

/** An act that may be undone and redone to exactly what was there, as long as nothing else happens. */
interface Reversible {
  readonly before: string;
  readonly after: string;
  readonly isUndone: boolean;
}

/** Somebody at their laptop: the document, what the screen shows of it, and what they did. */
export class Person {
  readonly client: number;
  readonly #unheard: Heard[] = [];
  readonly doc = new Y.Doc({ guid: "" });
  readonly history: History;
  /** The lines as they were before the last act. */
  linesBefore: readonly Line[] = [];
  nowMs = 0;
  /** How long after the act before this one is. */
  pauseMs = 0;
  /** The last act, where nothing has happened here since. */
  #last: Reversible | null = null;
  readonly #view: TextView;
  readonly #ledger: Ledger;
  readonly #others: readonly Person[];

  constructor(client: number, ledger: Ledger, others: readonly Person[]) {
    [this.client, this.#ledger, this.#others] = [client, ledger, others];
    applySeed(this.doc, SEED, FROM_FEED);
    this.doc.clientID = client;
    this.#view = new TextView(this.doc);
    this.#view.subscribe(() => undefined);
    this.history = new History(this.doc);
  }

  get lines(): readonly Line[] {
    return this.#view.lines;
  }

  get cells(): Cell[] {
    return cellsOf(this.#view.lines);
  }

  get reads(): string {
    return readsLike(this.cells);
  }

  /** Does something to the text. What is written goes into the ledger, and to everyone else. */
  act(change: () => void): Took {
    const written: Uint8Array[] = [];
    const keep = (update: Uint8Array): number => written.push(update);
    this.linesBefore = this.#view.lines;
    this.doc.on("update", keep);
    this.doc.transact(change, OWN);
    this.doc.off("update", keep);
    const took = tookNothing();
    for (const update of written) {
      const { inserted, deleted, crossedOut } = this.#ledger.take(this.client, update);
      took.inserted.push(...inserted);
      took.deleted.push(...deleted);
      took.crossedOut.push(...crossedOut);
      for (const other of this.#others) if (other !== this) other.#unheard.push({ from: this.client, update });
    }
    this.lookAgain();
    return took;
  }

  /** Remembers steps of an act for undoing them. */
  record(steps: readonly Step[]): void {
    this.history.record(steps, this.nowMs);
  }

  /** An act is over before which the text read so. Where it is one for itself, undoing it has to make that again. */
  remember(before: string): void {
    this.#last = this.pauseMs < ALONE_MS ? null : { before, after: this.reads, isUndone: false };
  }

  /** Whether the text reads as it has to after an undo or a redo; where others have written since, nobody can say. */
  isTurned(turn: "redo" | "undo"): boolean {
    const last = this.#last;
    this.#last = null;
    if (last === null || last.isUndone === (turn === "undo")) return true;
    this.#last = { ...last, isUndone: turn === "undo" };
    return this.reads === (turn === "undo" ? last.before : last.after);
  }

  /** What was done before the last act is not looked at any more. */
  forgetLast(): void {
    this.#last = null;
  }

  /** Takes in what came first, so many entries. */
  hearFirst(count: number): void {
    this.#hear(this.#unheard.splice(0, count), false);
  }

  /**
   * Takes in entries in another order than they were written in, each writer's own in theirs, because a feed is a chain. Together they
   * are one change, and each writer's are one entry.
   */
  hearSome(which: readonly number[], together: boolean): void {
    const heard: Heard[] = [];
    for (const place of which) {
      const from = this.#unheard[place % Math.max(1, this.#unheard.length)]?.from;
      const first = this.#unheard.findIndex((one) => one.from === from);
      if (first !== -1) heard.push(...this.#unheard.splice(first, 1));
    }
    this.#hear(heard, together);
  }

  #hear(heard: readonly Heard[], together: boolean): void {
    if (heard.length === 0) return;
    if (together) {
      const feeds = [...Map.groupBy(heard, ({ from }) => from).values()];
      const entries = feeds.map((feed) => Y.mergeUpdates(feed.map(({ update }) => update)));
      this.doc.transact(() => {
        for (const entry of entries) Y.applyUpdate(this.doc, entry, FROM_FEED);
      }, FROM_FEED);
    } else for (const { update } of heard) Y.applyUpdate(this.doc, update, FROM_FEED);
    if (this.doc.clientID !== this.client) broken("Yjs has given up the client id");
    this.#last = null;
    this.lookAgain();
  }

  /** What is shown has to be what is in the document. */
  lookAgain(): void {
    const [shown, there] = [this.#view.lines, readLines(this.doc)];
    const isSame = shown.length === there.length && shown.every((line, at) => readsAlike(line, there[at] ?? line));
    if (!isSame) broken("what is shown is not what is in the document");
  }
}
