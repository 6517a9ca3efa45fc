import * as Y from "yjs";
import { marksOf, type LetterRange } from "./letters.ts";

/** What a mark says of letters. `heading` is about the letter that begins a line. */
export type MarkKind = "bold" | "crossed-out" | "heading" | "italic";

/**
 * What somebody said about how letters stand: beside the text, never in it. A mark names its letters one range at a time, so
 * a letter that someone else types between them has none of it.
 */
export interface Mark {
  readonly kind: MarkKind;
  /** False takes an earlier mark's effect off. What is crossed out comes back only when the mark itself is removed. */
  readonly on: boolean;
  readonly letters: readonly LetterRange[];
}

const KINDS: readonly MarkKind[] = ["bold", "crossed-out", "heading", "italic"];

/** A mark as it stands in a document: its kind, whether it is on, and three numbers for each range. */
export function encodeMark({ kind, on, letters }: Mark): readonly unknown[] {
  return [kind, on, ...letters.flatMap(({ client, clock, length }) => [client, clock, length])];
}

/** The mark in a value out of a document, or null for what is none. */
export function parseMark(value: unknown): Mark | null {
  if (!Array.isArray(value)) return null;
  const list: readonly unknown[] = value;
  const [kind, on, ...numbers] = list;
  const known = KINDS.find((one) => one === kind);
  if (known === undefined || typeof on !== "boolean" || numbers.length % 3 !== 0) return null;
  const letters: LetterRange[] = [];
  for (let at = 0; at < numbers.length; at += 3) {
    const [client, clock, length] = [numbers[at], numbers[at + 1], numbers[at + 2]];
    if (!isCount(client) || !isCount(clock) || !isCount(length) || length === 0) return null;
    if (!Number.isSafeInteger(clock + length)) return null;
    letters.push({ client, clock, length });
  }
  return { kind: known, on, letters };
}

/** Every mark of a document in the order in which they hold: a later one overrides an earlier one. */
export function readMarks(doc: Y.Doc): readonly Mark[] {
  const marks: Mark[] = [];
  for (let item = marksOf(doc)._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentAny)) continue;
    for (const value of item.content.arr) {
      const mark = parseMark(value);
      if (mark !== null) marks.push(mark);
    }
  }
  return marks;
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
