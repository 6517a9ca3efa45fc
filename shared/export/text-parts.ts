import type { SheetVoice } from "./sheet.ts";
import { piecesOfSentence, type ExportStrings } from "./strings.ts";
import { isolated } from "./text-direction.ts";

/** The longest line under a heading, which still fits into most mails. */
const LONGEST = 72;

/** What spreadsheets take for the start of a formula, in its wide forms too. */
const FORMULA = /^[=+@\-＝＋＠－]/u;

/** A heading, underlined as far as it goes. */
export function headingOf(heading: string, line: "-" | "=" | "~"): string {
  const letters = Array.from(new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(heading));
  const seen = letters.filter(({ segment }) => !/^\p{Cf}+$/u.test(segment)).length;
  return `${heading}\n${line.repeat(Math.min(Math.max(seen, 3), LONGEST))}`;
}

/** A voice by its name. */
export function nameOf({ name }: Pick<SheetVoice, "name">, strings: ExportStrings): string {
  return called(name, strings);
}

/** What someone or something is called. A spreadsheet that is given the text finds no formula at the start of a line. */
export function called(words: string, { direction }: ExportStrings): string {
  return isolated(FORMULA.test(words) ? `“${words}”` : words, direction);
}

/**
 * Words set apart as someone's, each line of them behind a mark, so that nothing a person writes can pass for a line of
 * the record itself.
 */
export function quoted(words: string, { direction }: ExportStrings, indent = ""): string {
  return words
    .split("\n")
    .map((line) => `${indent}> ${isolated(line.trimEnd(), direction)}`.trimEnd())
    .join("\n");
}

/** A sentence of the record with what goes where the names go. */
export function sentenceOf(
  sentence: (...names: readonly [string, string]) => string,
  ...names: readonly string[]
): string {
  return piecesOfSentence(sentence)
    .map((piece) => ("slot" in piece ? (names[piece.slot] ?? "") : piece.text))
    .join("");
}

/** Lines of a list, or nothing. */
export function listOf(items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [items.join("\n")];
}
