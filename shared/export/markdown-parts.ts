import { escapeMarkdown } from "./escape-markdown.ts";
import type { SheetVoice } from "./sheet.ts";
import { piecesOfSentence } from "./strings.ts";

/** A voice by its name. */
export function nameOf({ name }: Pick<SheetVoice, "name">): string {
  return `**${escapeMarkdown(name)}**`;
}

/** Words set apart as someone's, line by line. */
export function quoted(text: string, mark = "> "): string {
  return text
    .split("\n")
    .map((line) => `${mark}${line}`.trimEnd())
    .join("\n");
}

/** A sentence of the page with what goes where the name goes, which is Markdown already. */
export function sentenceOf(
  sentence: (...names: readonly [string, string]) => string,
  ...names: readonly string[]
): string {
  return piecesOfSentence(sentence)
    .map((piece) => ("slot" in piece ? (names[piece.slot] ?? "") : spaced(piece.text)))
    .join("");
}

/** Escaped, with the space that parts it from a name beside it. */
function spaced(text: string): string {
  const before = text.startsWith(" ") ? " " : "";
  const after = text.endsWith(" ") && text.trim() !== "" ? " " : "";
  return `${before}${escapeMarkdown(text)}${after}`;
}
