import type * as Y from "yjs";

/** The root that holds a document's letters, in their order. */
export const LETTERS = "letters";
/** The root that holds the marks on them. */
export const MARKS = "marks";
/** The letter that begins a line. A mark on it says whether the line is a heading. */
export const LINE_START = "\n";
/** The letter that breaks a line without beginning another (Unicode LINE SEPARATOR). */
export const LINE_BREAK = "\u2028";

/** The client id of the one letter that every document begins with: the start of its first line. It belongs to no feed. */
export const NOBODY = 0;

/** A letter's name for ever: who inserted it, and as which of theirs. Splitting or joining lines never changes it. */
export interface LetterId {
  readonly client: number;
  readonly clock: number;
}

/** Letters of one client whose numbers follow each other. `length` counts letters. */
export interface LetterRange extends LetterId {
  readonly length: number;
}

/** How letters look. */
export interface Look {
  readonly bold: boolean;
  readonly italic: boolean;
}

export const PLAIN: Look = { bold: false, italic: false };

/** The letters of a document, as Yjs holds them. */
export function lettersOf(doc: Y.Doc): Y.Text {
  return doc.getText(LETTERS);
}

/** The marks of a document, as Yjs holds them. */
export function marksOf(doc: Y.Doc): Y.Array<unknown> {
  return doc.getArray(MARKS);
}

/**
 * A character beyond the basic plane, as it is embedded: a list of nothing but it. Yjs counts it as one place, so nobody can
 * insert anything inside it, or delete half of it.
 */
export function embedWide(letter: string): readonly [string] {
  return [letter];
}

/** The letter in an embedded value, or null for what is none. */
export function wideLetterIn(embedded: unknown): string | null {
  if (!Array.isArray(embedded) || embedded.length !== 1) return null;
  const letter: unknown = embedded[0];
  if (typeof letter !== "string" || letter.length !== 2) return null;
  return (letter.codePointAt(0) ?? 0) > 0xffff ? letter : null;
}

/** The letters a text is made of, as they are inserted: plain ones together, wide ones one by one. Half a pair is no letter. */
export function letterGroups(text: string): readonly { readonly text: string; readonly wide: boolean }[] {
  const whole = text.replace(/[\ud800-\udfff]/gu, "");
  const groups = whole.match(/[\u{10000}-\u{10ffff}]|[^\u{10000}-\u{10ffff}]+/gu) ?? [];
  return groups.map((group) => ({ text: group, wide: (group.codePointAt(0) ?? 0) > 0xffff }));
}

/** Appends a range, as one with the last where it continues it. */
export function appendRange(ranges: LetterRange[], { client, clock, length }: LetterRange): void {
  const last = ranges.at(-1);
  if (last?.client === client && last.clock + last.length === clock) {
    ranges[ranges.length - 1] = { client, clock: last.clock, length: last.length + length };
  } else ranges.push({ client, clock, length });
}
