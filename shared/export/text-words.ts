import { lettersIn } from "./initials.ts";
import type { Sheet, SheetParagraph, SheetRendering, SheetUtterance, Stretch } from "./sheet.ts";
import type { ExportStrings } from "./strings.ts";
import { isolated } from "./text-direction.ts";
import { headingOf, nameOf, quoted, sentenceOf } from "./text-parts.ts";

/** The summary as plain text: behind each passage the letters of whose it is. */
export function summaryOf({ summary, summaryVoices }: Sheet, strings: ExportStrings): readonly string[] {
  if (summary.length === 0) return [];
  const written = summary.map(({ runs }) => runs.map(({ text }) => text).join("")).join("\n");
  const letters = new Map(summaryVoices.map((voice) => [voice, lettersIn(written, voice.initials)]));
  const key = summaryVoices.map((voice) => `${letters.get(voice) ?? ""} ${nameOf(voice, strings)}`);
  return [
    `${strings.summaryKey} ${key.join(", ")}`,
    quotedParagraphs(
      summary.map(({ heading, runs }) => {
        const words = runs.map(({ voice, text }) => {
          const said = text.trimEnd();
          return `${said} ${letters.get(voice) ?? ""}${text.slice(said.length)}`;
        });
        return { heading, text: words.join("").trim() };
      }),
      strings,
    ),
  ];
}

/** What follows each other in one phase; a reflection with its heading, and a line where it ends. */
export function stretchOf({ phase, utterances }: Stretch, strings: ExportStrings): readonly string[] {
  const said = utterances.flatMap((utterance) => utteranceOf(utterance, strings));
  return phase === "conversation" ? said : [headingOf(strings.reflectionHeading, "~"), ...said, "~~~~~~~~~~"];
}

function utteranceOf(
  { number, voice, scribe, imagines, answers, paragraphs, renderings }: SheetUtterance,
  strings: ExportStrings,
): readonly string[] {
  const own = (words: string) => isolated(words, strings.direction);
  const relation = voice.relation === "" ? "" : `, ${own(voice.relation)}`;
  const imagined = imagines === "" ? strings.someoneMissing : own(imagines ?? "");
  const imagining = imagines === null ? "" : ` · ${sentenceOf(strings.imagining, imagined)}`;
  const writtenDown = scribe === null ? "" : ` · ${sentenceOf(strings.writtenDownBy, nameOf(scribe, strings))}`;
  const answering =
    answers === null
      ? ""
      : ` · ${sentenceOf(strings.answering, `${nameOf(answers.voice, strings)} (${String(answers.number)})`)}`;
  return [
    [
      `(${String(number)}) ${nameOf(voice, strings)}${relation}${imagining}${writtenDown}${answering}`,
      quotedParagraphs(paragraphs.map(wordsOf), strings),
    ].join("\n"),
    ...renderings.map((rendering) => renderingOf(rendering, strings)),
  ];
}

function wordsOf({ heading, runs }: SheetParagraph): Written {
  return {
    heading,
    text: runs
      .map(({ text }) => text)
      .join("")
      .trim(),
  };
}

function renderingOf({ by, language, text, notes }: SheetRendering, strings: ExportStrings): string {
  const said = notes.map(
    ({ word, says }) => `- ${isolated(word, strings.direction)}: ${isolated(says, strings.direction)}`,
  );
  return [
    sentenceOf((name) => strings.renderedBy(name, language), nameOf({ name: by }, strings)),
    quoted(text, strings),
    ...(said.length === 0 ? [] : [quoted(["", ...said].join("\n"), strings)]),
  ].join("\n");
}

interface Written {
  readonly heading: boolean;
  readonly text: string;
}

/** Paragraphs that people wrote, with space between them; a heading that they made of one is underlined. */
function quotedParagraphs(paragraphs: readonly Written[], strings: ExportStrings): string {
  return paragraphs
    .map(({ heading, text }) => quoted(heading ? headingOf(text.replaceAll("\n", " "), "-") : text, strings))
    .join("\n>\n");
}
