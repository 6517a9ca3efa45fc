import { Bookmark, HeadingLevel, InternalHyperlink, Paragraph, type ParagraphChild } from "docx";
import { languageOf, lettersStyle, MARK, passageStyle, saidStyle, STYLE } from "./docx-styles.ts";
import { apart, nameOf, ownHeading, ownParagraph, paragraphOf, runsOf, sentenceOf, type Look } from "./docx-words.ts";
import { directionOf } from "../meeting/interpreting.ts";
import type { Sheet, SheetParagraph, SheetRendering, SheetRun, SheetUtterance, SheetVoice, Stretch } from "./sheet.ts";
import type { ExportStrings } from "./strings.ts";
import { directionOfWords, type Direction } from "./text-direction.ts";

/** Keeps letters beside the passage they belong to, and apart from its last word. */
const NARROW_SPACE = "\u202F";

/** What the record is called, which is words of people too. */
export function titleOf(title: string, language: string, strings: ExportStrings): Paragraph {
  const base = directionOfWords(title) ?? strings.direction;
  const children = runsOf(title, base, { language: languageOf(language, directionOf(language)) });
  return paragraphOf(base, { heading: HeadingLevel.TITLE, children });
}

/** The summary: a key to whose letters are whose, then each passage with the letters of its voice. */
export function summaryOf({ summary, summaryVoices, language }: Sheet, strings: ExportStrings): readonly Paragraph[] {
  if (summary.length === 0) return [];
  const key = summaryVoices.flatMap((voice, index) => [
    index === 0 ? " " : ", ",
    apart(voice.initials, strings, { style: lettersStyle(voice.colour) }),
    " ",
    nameOf(voice, strings),
  ]);
  return [
    ownParagraph(STYLE.small, strings, strings.summaryKey, ...key),
    ...summary.map((paragraph) => writtenParagraph(paragraph, () => STYLE.said, language, strings, signedRunOf)),
  ];
}

/** What follows each other in one phase; a reflection with its heading, and a line where it ends. */
export function stretchOf(
  { phase, utterances }: Stretch,
  { language }: Sheet,
  strings: ExportStrings,
): readonly Paragraph[] {
  const said = utterances.flatMap((utterance) => utteranceOf(utterance, language, strings));
  if (phase === "conversation") return said;
  const heading = ownHeading(strings.reflectionHeading, HeadingLevel.HEADING_2, strings);
  return [heading, ...said, new Paragraph({ style: STYLE.rule })];
}

function utteranceOf(
  { number, voice, scribe, imagines, answers, paragraphs, renderings }: SheetUtterance,
  language: string,
  strings: ExportStrings,
): readonly Paragraph[] {
  const imagined = imagines === "" ? runsOf(strings.someoneMissing, strings.direction) : apart(imagines ?? "", strings);
  const place = new Bookmark({
    id: `u${String(number)}`,
    children: runsOf(String(number), strings.direction, { style: MARK.number }),
  });
  return [
    ownParagraph(
      STYLE.who,
      strings,
      [place],
      " ",
      nameOf(voice, strings),
      ...relationOf(voice, strings),
      ...(imagines === null ? [] : [" · ", sentenceOf(strings, strings.imagining, imagined)]),
      ...(scribe === null ? [] : [" · ", sentenceOf(strings, strings.writtenDownBy, nameOf(scribe, strings))]),
      ...(answers === null ? [] : [" · ", sentenceOf(strings, strings.answering, linkOf(answers, strings))]),
    ),
    ...paragraphs.map((paragraph) =>
      writtenParagraph(paragraph, (base) => saidStyle(voice.colour, base), language, strings, runOf),
    ),
    ...renderings.flatMap((rendering) => renderingOf(rendering, strings)),
  ];
}

/** A relation behind a name, or nothing. */
export function relationOf(
  { relation }: SheetVoice,
  strings: ExportStrings,
): readonly (readonly ParagraphChild[] | string)[] {
  return relation === "" ? [] : [", ", apart(relation, strings)];
}

/** A way to what is answered, within the document. */
function linkOf(
  { number, voice }: NonNullable<SheetUtterance["answers"]>,
  strings: ExportStrings,
): readonly ParagraphChild[] {
  const children = [
    ...apart(voice.name, strings, { style: "Hyperlink" }),
    ...runsOf(` (${String(number)})`, strings.direction, { style: "Hyperlink" }),
  ];
  return [new InternalHyperlink({ anchor: `u${String(number)}`, children })];
}

/** Words in another language, in their own direction, and said by a screen reader in that language. */
function renderingOf(
  { by, language, direction, text, notes }: SheetRendering,
  strings: ExportStrings,
): readonly Paragraph[] {
  const look = { language: languageOf(language, direction) };
  const inIt = (words: string) => runsOf(words, direction, look);
  const rendered = (...children: readonly ParagraphChild[]) =>
    paragraphOf(direction, { style: STYLE.rendering, children });
  return [
    ownParagraph(
      STYLE.small,
      strings,
      sentenceOf(strings, (name) => strings.renderedBy(name, language), apart(by, strings)),
    ),
    rendered(...inIt(text)),
    ...notes.map(({ word, says }) =>
      rendered(...runsOf(word, direction, { ...look, bold: true }), ...inIt(`: ${says}`)),
    ),
  ];
}

/** A paragraph that people wrote, running as its first letter does. */
function writtenParagraph(
  { heading, runs }: SheetParagraph,
  styleOf: (base: Direction) => string,
  language: string,
  strings: ExportStrings,
  shown: (run: SheetRun, base: Direction, look: Look) => readonly ParagraphChild[],
): Paragraph {
  const base = directionOfWords(runs.map(({ text }) => text).join("")) ?? strings.direction;
  // The style of words has their language; the style of headings has the program's.
  const look = heading ? { language: languageOf(language, directionOf(language)) } : {};
  const children = runs.flatMap((run) => shown(run, base, look));
  return paragraphOf(base, { ...(heading ? { heading: HeadingLevel.HEADING_2 } : { style: styleOf(base) }), children });
}

function emphasisOf({ bold, italic }: SheetRun): Look {
  return { ...(bold && { bold }), ...(italic && { italics: italic }) };
}

function runOf(run: SheetRun, base: Direction, look: Look): readonly ParagraphChild[] {
  return runsOf(run.text, base, { ...look, ...emphasisOf(run) });
}

/** A run of words and the letters that say whose it is, before the space that follows. */
function signedRunOf(run: SheetRun, base: Direction, look: Look): readonly ParagraphChild[] {
  const { voice, text } = run;
  const words = text.trimEnd();
  return [
    ...runsOf(words, base, { ...look, ...emphasisOf(run), style: passageStyle(voice.colour) }),
    ...runsOf(`${NARROW_SPACE}${voice.initials}`, base, { ...look, style: lettersStyle(voice.colour) }),
    ...runsOf(text.slice(words.length), base, look),
  ];
}
