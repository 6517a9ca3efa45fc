import { html, type Markup } from "./markup.ts";
import type { SheetVoice } from "./sheet.ts";
import { piecesOfSentence, type ExportStrings } from "./strings.ts";

/** A voice by its name, in its colour. */
export function nameOf({ name, colour }: SheetVoice): Markup {
  return html`<bdi class="name ${colour}">${name}</bdi>`;
}

/** A sentence of the page with an element where the name goes. */
export function sentenceOf(
  strings: ExportStrings,
  sentence: (...names: readonly [string, string]) => string,
  ...names: readonly Markup[]
): Markup {
  const pieces = piecesOfSentence(sentence).map((piece) =>
    "slot" in piece ? (names[piece.slot] ?? html``) : html`${piece.text}`,
  );
  return html`<span lang="${strings.language}">${pieces}</span>`;
}
