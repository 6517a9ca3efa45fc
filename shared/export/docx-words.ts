import { Paragraph, TextRun, type IParagraphOptions, type IRunOptions, type ParagraphChild } from "docx";
import { nameStyle } from "./docx-styles.ts";
import type { SheetVoice } from "./sheet.ts";
import { piecesOfSentence, type ExportStrings } from "./strings.ts";
import { directionOfWords, piecesByDirection, type Direction } from "./text-direction.ts";

/** The levels of headings that a document has. */
export type Heading = "Heading1" | "Heading2" | "Title";

/** How a run looks and in which language it is; what it says comes through `runsOf` and in no other way. */
export type Look = Omit<IRunOptions, "break" | "children" | "rightToLeft" | "text">;

/**
 * Words as runs that show exactly these words, in a paragraph that runs as `base` does: lines stay lines, and each piece
 * that runs from right to left says so.
 */
export function runsOf(words: string, base: Direction, look: Look = {}): readonly TextRun[] {
  return words.split("\n").flatMap((line, index) => {
    const runs = piecesByDirection(wellFormed(line), base).flatMap(({ text, direction }) =>
      unplaceable(text).map((piece) => ({ ...look, text: piece, ...(direction === "rtl" && { rightToLeft: true }) })),
    );
    if (index === 0) return runs.map((run) => new TextRun(run));
    const [first = { ...look, text: "" }, ...rest] = runs;
    return [new TextRun({ ...first, break: 1 }), ...rest.map((run) => new TextRun(run))];
  });
}

/** A paragraph of words that runs as its first letter does, or else as the page. */
export function wordsParagraph(words: string, style: string, { direction }: ExportStrings, look: Look = {}): Paragraph {
  const base = directionOfWords(words) ?? direction;
  return paragraphOf(base, { style, children: [...runsOf(words, base, look)] });
}

/** A paragraph of the program's own sentences, which runs as the page does. */
export function ownParagraph(
  style: string,
  strings: ExportStrings,
  ...children: readonly (readonly ParagraphChild[] | string)[]
): Paragraph {
  return paragraphOf(strings.direction, { style, children: childrenOf(strings, children) });
}

/** What goes into a paragraph: sentences as they are, and what is runs already. */
export function childrenOf(
  { direction }: ExportStrings,
  children: readonly (readonly ParagraphChild[] | string)[],
): ParagraphChild[] {
  return children.flatMap((child) => (typeof child === "string" ? runsOf(child, direction) : child));
}

/** A heading of the program's own. */
export function ownHeading(words: string, heading: Heading, { direction }: ExportStrings): Paragraph {
  return paragraphOf(direction, { heading, children: [...runsOf(words, direction)] });
}

/** A paragraph that runs as `base` does. */
export function paragraphOf(base: Direction, options: IParagraphOptions): Paragraph {
  return new Paragraph({ ...options, ...(base === "rtl" && { bidirectional: true }) });
}

/** A voice by its name, in its ink. */
export function nameOf({ name, colour }: SheetVoice, strings: ExportStrings): readonly ParagraphChild[] {
  return apart(name, strings, { style: nameStyle(colour) });
}

/**
 * Words within a sentence of the program, kept apart from it where they run the other way. Word knows no isolates; a mark
 * of the sentence's own direction at each end does what is needed.
 */
export function apart(words: string, { direction }: ExportStrings, look: Look = {}): readonly ParagraphChild[] {
  const runs = runsOf(words, direction, look);
  if (piecesByDirection(words, direction).every((piece) => piece.direction === direction)) return runs;
  const mark = direction === "ltr" ? "\u200E" : "\u200F";
  return [...runsOf(mark, direction), ...runs, ...runsOf(mark, direction)];
}

/** A sentence of the program with runs where the names go. */
export function sentenceOf(
  { direction }: ExportStrings,
  sentence: (...names: readonly [string, string]) => string,
  ...names: readonly (readonly ParagraphChild[])[]
): readonly ParagraphChild[] {
  return piecesOfSentence(sentence).flatMap((piece) =>
    "slot" in piece ? (names[piece.slot] ?? []) : runsOf(piece.text, direction),
  );
}

/** Without what XML 1.0 cannot hold: halves of characters, controls, and two code points that are none. */
export function wellFormed(words: string): string {
  return words.replace(/[\p{Cs}\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, "\uFFFD");
}

/**
 * The library writes numbers of lists into the finished document where it finds `{their name}`. Nobody's words are such
 * a place when no run goes on after a brace.
 */
function unplaceable(text: string): readonly string[] {
  return text.split(/(?<=\{)/u);
}
