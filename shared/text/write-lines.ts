import type * as Y from "yjs";
import { differenceOf, type Hint } from "./difference.ts";
import { LINE_START, PLAIN, type Look } from "./letters.ts";
import { lineText, type ShownLine } from "./lines.ts";
import { lettersInserted, linesOf, rangesOf, shownLetters, type ShownLetter } from "./shown-letters.ts";
import { insertLetters, markLetters, removeLetters, type Step } from "./write.ts";

/** A line as somebody has it on their screen, without a word about who wrote it. */
export interface WrittenLine {
  readonly heading: boolean;
  readonly runs: readonly (Look & { readonly text: string })[];
}

/** A line as it reads, to be written elsewhere. */
export function writtenAs({ heading, pieces }: ShownLine): WrittenLine {
  return { heading, runs: pieces.map(({ text, bold, italic }) => ({ text, bold, italic })) };
}

/** A change of some lines that stand together: how they read when the change was begun, and how they are to read. */
export interface Rewriting {
  readonly before: readonly ShownLine[];
  readonly after: readonly WrittenLine[];
  readonly hint: Hint | null;
}

export interface Rewritten {
  readonly steps: readonly Step[];
  /** How the lines stand then at the screen that changed them, letter by letter. */
  readonly lines: readonly ShownLine[];
}

/**
 * Has lines read as somebody has them, by as little as possible: letters that are in both are left alone. The letters are named, not
 * counted, so it does not matter what others have written there meanwhile. To be called inside a transaction.
 */
export function writeLines(doc: Y.Doc, { before, after, hint }: Rewriting): Rewritten {
  const old = before.map(lineText).join(LINE_START);
  const next = after.map(({ runs }) => runs.map(({ text }) => text).join("")).join(LINE_START);
  const letters = shownLetters(before);
  const splices = old === next ? [] : differenceOf(old, next, hint);
  const now: ShownLetter[] = [];
  const steps: Step[] = [];
  // The start of the first line stays where it is, whatever the lines read.
  let at = -1;
  for (const { from, to, text } of splices) {
    for (const letter of letters.between(at, from)) now.push(letter);
    if (text !== "") {
      const inserted = insertLetters(doc, letters.endingAt(to), text);
      if (inserted.length > 0) steps.push({ did: "inserted", letters: inserted });
      for (const letter of lettersInserted(inserted, text)) now.push(letter);
    }
    at = to;
  }
  for (const letter of letters.between(at, Infinity)) now.push(letter);
  const removed = splices.flatMap(({ from, to }) => rangesOf(letters.between(from, to)));
  if (removed.length > 0) steps.push(...removeLetters(doc, removed));
  const wished = withLooks(now, looksOf(after), before[0]?.start !== null && before.length > 0);
  steps.push(...markChanges(doc, now, wished));
  return { steps, lines: linesOf(wished) };
}

/** How a letter is to look; a line's start says whether its line is a heading. */
interface Wish extends Look {
  readonly heading: boolean;
}

/** How each unit of the new text is to look, from the start of its first line on. */
function looksOf(lines: readonly WrittenLine[]): readonly Wish[] {
  return lines.flatMap(({ heading, runs }) => [
    { ...PLAIN, heading },
    ...runs.flatMap(({ text, bold, italic }) => {
      const wish: Wish = { bold, italic, heading: false };
      return Array.from({ length: text.length }, () => wish);
    }),
  ]);
}

/** Letters as they are to look, those in their order that the lines have. */
function withLooks(letters: readonly ShownLetter[], looks: readonly Wish[], hasStart: boolean): readonly ShownLetter[] {
  let offset = hasStart ? 0 : 1;
  return letters.map((letter) => {
    const { bold, italic, heading } = looks[offset] ?? letter;
    offset += letter.text.length;
    return letter.isStart ? { ...letter, heading } : { ...letter, bold, italic };
  });
}

/** Marks what looks otherwise now, by as few marks as it takes. */
function markChanges(doc: Y.Doc, is: readonly ShownLetter[], wished: readonly ShownLetter[]): readonly Step[] {
  return (["bold", "italic", "heading"] as const).flatMap((kind) =>
    [false, true].flatMap((on) => {
      const changed = wished.filter((letter, index) => letter[kind] === on && is[index]?.[kind] !== on);
      return changed.length === 0 ? [] : [markLetters(doc, kind, on, rangesOf(changed))];
    }),
  );
}
