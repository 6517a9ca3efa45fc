import type { Narrative } from "@medplum/fhirtypes";
import { html, type Markup } from "../markup.ts";
import type { SheetVoice } from "../sheet.ts";
import { piecesOfSentence, type ExportStrings } from "../strings.ts";
import { directionOfWords } from "../text-direction.ts";

/**
 * The part of a resource that a person reads: XHTML of a few old elements (FHIR R4, "Narrative", txt-1), so that every
 * system can show it. All of it comes from `html`, so what people wrote is text in it and nothing else.
 */
export function narrativeOf(
  status: Narrative["status"],
  { language, direction }: ExportStrings,
  content: readonly Markup[],
): Narrative {
  const attributes = html`lang="${language}" xml:lang="${language}" dir="${direction}"`;
  const div = html`<div xmlns="http://www.w3.org/1999/xhtml" ${attributes}>${content}</div>`;
  // Lines of people's words are elements by now: what breaks lines here are the templates.
  return { status, div: div.toString().replace(/\s*\n\s*/g, " ") };
}

/** What somebody said or is called, in its own direction; lines stay lines. */
export function wordsOf(words: string, { direction }: ExportStrings): Markup {
  return html`<span dir="${directionOfWords(words) ?? direction}">${linesOf(words)}</span>`;
}

/** The same as a paragraph, in the language of the meeting. */
export function wordsParagraph(words: string, language: string, strings: ExportStrings): Markup {
  return paragraphIn(language, directionOfWords(words) ?? strings.direction, linesOf(words));
}

/** A paragraph that runs in a direction, in a language. */
export function paragraphIn(language: string, direction: string, content: Markup | readonly Markup[]): Markup {
  return html`<p lang="${language}" xml:lang="${language}" dir="${direction}">${content}</p>`;
}

/** A voice by its name, set apart from what is said of it. */
export function nameOf({ name }: SheetVoice, strings: ExportStrings): Markup {
  return html`<b>${wordsOf(name, strings)}</b>`;
}

/** A sentence of the catalogue with markup where its names go. */
export function sentenceOf(
  sentence: (...names: readonly [string, string]) => string,
  ...names: readonly Markup[]
): Markup {
  const pieces = piecesOfSentence(sentence).map((piece) =>
    "slot" in piece ? (names[piece.slot] ?? html``) : html`${piece.text}`,
  );
  return html`${pieces}`;
}

/** A list, or nothing where there is nothing to list. */
export function listOf(items: readonly Markup[]): readonly Markup[] {
  return items.length === 0
    ? []
    : [
        html`<ul>
          ${items.map((item) => html`<li>${item}</li>`)}
        </ul>`,
      ];
}

/** A paragraph of the program’s own sentences, which runs as the narrative does. */
export function paragraph(...content: readonly (Markup | string)[]): Markup {
  return html`<p>${content.map((one) => html`${one}`)}</p>`;
}

/** Words as they are, with a break where a line of theirs ends. */
export function linesOf(words: string): Markup {
  return html`${words.split("\n").map((line, index) => (index === 0 ? html`${line}` : html`<br />${line}`))}`;
}
