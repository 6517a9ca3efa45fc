import type * as Y from "yjs";
import { appendRange, type LetterId, type LetterRange } from "./letters.ts";
import type { MarkKind } from "./marks.ts";
import type { TextPosition } from "./position.ts";
import { insertLetters, markLetters, removeLetters, removeMark, type Deleted, type Step } from "./write.ts";

/** How long after a key the next one is still taken back together with it. */
const TOGETHER_MS = 500;
const MOST_ACTS = 500;

interface Act {
  readonly steps: readonly Step[];
  readonly atMs: number;
}

/**
 * What one voice has done to a text at this screen, to be undone and redone. It takes back its own acts and nothing else: letters it
 * wrote are deleted, letters it deleted come back under its own name, letters of others that it crossed out are as they were.
 */
export class History {
  readonly #doc: Y.Doc;
  #done: Act[] = [];
  #undone: Act[] = [];
  #isClosed = true;
  /** Deleted letters that came back are new ones: their new ids, by the ones they had. */
  readonly #renamed = new Map<string, LetterId>();

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** Remembers what was just done. Keys that follow each other closely are one act. */
  record(steps: readonly Step[], nowMs: number): void {
    if (steps.length === 0) return;
    const last = this.#done.at(-1);
    const goesOn = last !== undefined && !this.#isClosed && nowMs - last.atMs < TOGETHER_MS;
    if (goesOn) this.#done[this.#done.length - 1] = { steps: [...last.steps, ...steps], atMs: nowMs };
    else this.#done.push({ steps, atMs: nowMs });
    if (this.#done.length > MOST_ACTS) this.#done.shift();
    this.#undone = [];
    this.#isClosed = false;
  }

  /** What comes next is an act of its own. */
  close(): void {
    this.#isClosed = true;
  }

  /** Takes the last act back. Returns where the caret belongs then, or undefined if nothing was changed. To be called inside a transaction. */
  undo(): TextPosition | undefined {
    return this.#turn(this.#done, this.#undone);
  }

  /** Does again what was undone last. */
  redo(): TextPosition | undefined {
    return this.#turn(this.#undone, this.#done);
  }

  #turn(from: Act[], to: Act[]): TextPosition | undefined {
    this.close();
    for (let act = from.pop(); act !== undefined; act = from.pop()) {
      const back: Step[] = [];
      let caret: TextPosition | undefined;
      for (const step of act.steps.toReversed()) {
        const { steps, place } = this.#takeBack(step);
        back.push(...steps);
        if (place !== undefined) caret = place;
      }
      // Others may have left nothing of an act to take back: then it is the turn of the one before.
      if (back.length === 0) continue;
      to.push({ steps: back, atMs: 0 });
      return caret ?? null;
    }
    return undefined;
  }

  #takeBack(step: Step): { readonly steps: readonly Step[]; readonly place?: TextPosition } {
    const doc = this.#doc;
    switch (step.did) {
      case "inserted": {
        const letters = this.#now(step.letters);
        const first = letters[0];
        const steps = removeLetters(doc, letters);
        return first === undefined || steps.length === 0 ? { steps } : { steps, place: first };
      }
      case "deleted": {
        const letters = this.#bringBack(step.letters);
        const last = letters.at(-1);
        if (last === undefined) return { steps: [] };
        const place = { client: last.client, clock: last.clock + last.length - 1 };
        return { steps: [{ did: "inserted", letters }], place };
      }
      case "marked": {
        const { mark, id } = step;
        const last = mark.letters.at(-1);
        if (!removeMark(doc, id)) return { steps: [] };
        const steps: Step[] = [{ did: "unmarked", mark }];
        return last === undefined
          ? { steps }
          : { steps, place: { client: last.client, clock: last.clock + last.length - 1 } };
      }
      case "unmarked": {
        const { kind, on, letters } = step.mark;
        const first = letters[0];
        const steps = [markLetters(doc, kind, on, this.#now(letters))];
        return first === undefined ? { steps } : { steps, place: first };
      }
    }
  }

  /** Writes deleted letters again where they stood, looking as they did. If others crossed them out, they can do so again. */
  #bringBack(deleted: readonly Deleted[]): readonly LetterRange[] {
    const doc = this.#doc;
    const all: LetterRange[] = [];
    const marked = new Map<MarkKind, LetterRange[]>();
    for (const { letters: old, text, standing } of deleted) {
      const inserted = insertLetters(doc, { client: old.client, clock: old.clock }, text);
      let clock = old.clock;
      for (const range of inserted) {
        for (let at = 0; at < range.length; at += 1, clock += 1) {
          this.#renamed.set(nameOf({ client: old.client, clock }), { client: range.client, clock: range.clock + at });
        }
        appendRange(all, range);
        for (const kind of KINDS) {
          if (!standing[kind]) continue;
          const ranges = marked.get(kind) ?? [];
          marked.set(kind, ranges);
          appendRange(ranges, range);
        }
      }
    }
    for (const [kind, ranges] of marked) markLetters(doc, kind, true, ranges);
    return all;
  }

  /** The same letters by the ids they have now. */
  #now(letters: readonly LetterRange[]): readonly LetterRange[] {
    if (this.#renamed.size === 0) return letters;
    const now: LetterRange[] = [];
    for (const { client, clock, length } of letters) {
      for (let at = 0; at < length; at += 1) {
        let id: LetterId = { client, clock: clock + at };
        for (let next = this.#renamed.get(nameOf(id)); next !== undefined; next = this.#renamed.get(nameOf(id)))
          id = next;
        appendRange(now, { ...id, length: 1 });
      }
    }
    return now;
  }
}

const KINDS = ["bold", "heading", "italic"] as const;

function nameOf({ client, clock }: LetterId): string {
  return `${String(client)}:${String(clock)}`;
}
