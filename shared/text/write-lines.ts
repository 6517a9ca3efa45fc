import type * as Y from "yjs";
import { differenceOf, type Hint, type Splice } from "./difference.ts";
import { appendRange, letterGroups, LINE_END, PLAIN, type LetterId, type LetterRange, type Look } from "./letters.ts";
import { lineText, type Line } from "./lines.ts";
import type { MarkKind } from "./marks.ts";
import type { TextPosition } from "./position.ts";
import { insertLetters, markLetters, removeLetters, type Step } from "./write.ts";

/** A line as somebody has it on their screen, without a word about who wrote it. */
export interface WrittenLine {
  readonly heading: boolean;
  readonly runs: readonly (Look & { readonly text: string })[];
}

/** A line as it reads, to be written elsewhere. */
export function writtenAs({ heading, pieces }: Line): WrittenLine {
  return { heading, runs: pieces.map(({ text, bold, italic }) => ({ text, bold, italic })) };
}

/** A change of some lines that stand together: how they read when the change was begun, and how they are to read. */
export interface Rewriting {
  /** Where the first of them begins. */
  readonly behind: TextPosition;
  readonly before: readonly Line[];
  readonly after: readonly WrittenLine[];
  readonly hint: Hint | null;
}

/**
 * Has lines read as somebody has them, by as little as possible: letters that are in both are left alone. The letters are named, not
 * counted, so it does not matter what others have written there meanwhile. To be called inside a transaction.
 */
export function writeLines(doc: Y.Doc, { behind, before, after, hint }: Rewriting): readonly Step[] {
  const old = before.map(lineText).join(LINE_END);
  const next = after.map(({ runs }) => runs.map(({ text }) => text).join("")).join(LINE_END);
  const letters = lettersOfLines(before);
  const splices = old === next ? [] : differenceOf(old, next, hint);
  const marks = new Marking();
  const looks = looksOf(after);
  const steps: Step[] = [];
  let [at, shift] = [0, 0];
  const keep = (until: number): void => {
    for (const letter of letters.between(at, until)) {
      const wished = looks[letter.from + shift];
      if (wished !== undefined) marks.wish(letter, wished);
    }
  };
  const insertions: { readonly place: TextPosition; readonly splice: Splice; readonly newFrom: number }[] = [];
  for (const splice of splices) {
    keep(splice.from);
    const place = letters.endingAt(splice.to) ?? behind;
    if (splice.text !== "") insertions.push({ place, splice, newFrom: splice.from + shift });
    at = splice.to;
    shift += splice.text.length - (splice.to - splice.from);
  }
  // The end of the last line stays where it is, whatever the lines read.
  keep(old.length + 1);
  for (const { place, splice, newFrom } of insertions) {
    const inserted = insertLetters(doc, place, splice.text);
    if (inserted.length > 0) steps.push({ did: "inserted", letters: inserted });
    marks.wishNew(inserted, splice.text, (offset) => looks[newFrom + offset]);
  }
  const removed = splices.flatMap(({ from, to }) => letters.rangesBetween(from, to));
  if (removed.length > 0) steps.push(...removeLetters(doc, removed));
  return [...steps, ...marks.write(doc)];
}

/** How a letter is to look; a line's end says whether its line is a heading. */
interface Wish extends Look {
  readonly heading: boolean;
}

interface Shown extends LetterId, Wish {
  /** Where in the text of all lines it begins, and how many units it takes up. */
  readonly from: number;
  readonly units: number;
  readonly isEnd: boolean;
}

function lettersOfLines(lines: readonly Line[]) {
  const shown: Shown[] = [];
  let from = 0;
  for (const { pieces, end, heading } of lines) {
    for (const { client, clock, letters, text, bold, italic } of pieces) {
      const units = text.length / letters;
      for (let at = 0; at < letters; at += 1, from += units) {
        shown.push({ client, clock: clock + at, from, units, bold, italic, heading: false, isEnd: false });
      }
    }
    if (end !== null) shown.push({ ...end, from, units: 1, ...PLAIN, heading, isEnd: true });
    from += 1;
  }
  /** How many letters begin before this offset. */
  const before = (offset: number): number => {
    let [low, high] = [0, shown.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((shown[middle]?.from ?? Infinity) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const between = (first: number, until: number): readonly Shown[] => shown.slice(before(first), before(until));
  return {
    between,
    /** The last letter that ends at this offset or before it. */
    endingAt: (offset: number): TextPosition => shown[before(offset) - 1] ?? null,
    rangesBetween(first: number, until: number): readonly LetterRange[] {
      const ranges: LetterRange[] = [];
      for (const { client, clock } of between(first, until)) appendRange(ranges, { client, clock, length: 1 });
      return ranges;
    },
  };
}

/** How each unit of the new text is to look, and its end. */
function looksOf(lines: readonly WrittenLine[]): readonly Wish[] {
  return lines.flatMap(({ heading, runs }) => [
    ...runs.flatMap(({ text, bold, italic }) => {
      const wish: Wish = { bold, italic, heading: false };
      return Array.from({ length: text.length }, () => wish);
    }),
    { ...PLAIN, heading },
  ]);
}

/** Gathers how letters are to look that look otherwise, as few marks. */
class Marking {
  readonly #on = new Map<MarkKind, LetterRange[]>();
  readonly #off = new Map<MarkKind, LetterRange[]>();

  wish(now: Shown, wish: Wish): void {
    if (now.isEnd) this.#set("heading", now.heading, wish.heading, now);
    else {
      this.#set("bold", now.bold, wish.bold, now);
      this.#set("italic", now.italic, wish.italic, now);
    }
  }

  /** Letters that were inserted just now are plain. */
  wishNew(inserted: readonly LetterRange[], text: string, wishAt: (offset: number) => Wish | undefined): void {
    const ids = inserted.flatMap(({ client, clock, length }) =>
      Array.from({ length }, (_, at) => ({ client, clock: clock + at })),
    );
    let [offset, next] = [0, 0];
    for (const letter of letterGroups(text).flatMap(({ text: group, wide }) => (wide ? [group] : [...group]))) {
      const [id, wish] = [ids[next], wishAt(offset)];
      next += 1;
      offset += letter.length;
      if (id === undefined || wish === undefined) continue;
      this.wish({ ...id, from: 0, units: 1, ...PLAIN, heading: false, isEnd: letter === LINE_END }, wish);
    }
  }

  write(doc: Y.Doc): readonly Step[] {
    const marked = (marks: ReadonlyMap<MarkKind, readonly LetterRange[]>, on: boolean): readonly Step[] =>
      [...marks].map(([kind, letters]) => markLetters(doc, kind, on, letters));
    return [...marked(this.#off, false), ...marked(this.#on, true)];
  }

  #set(kind: MarkKind, is: boolean, wished: boolean, { client, clock }: LetterId): void {
    if (is === wished) return;
    const marks = wished ? this.#on : this.#off;
    const ranges = marks.get(kind) ?? [];
    marks.set(kind, ranges);
    appendRange(ranges, { client, clock, length: 1 });
  }
}
