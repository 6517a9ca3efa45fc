import { escapeMarkdown } from "./escape-markdown.ts";
import { lettersIn } from "./initials.ts";
import { decisionOf, tasksOf, wishOf } from "./markdown-decided.ts";
import { nameOf, quoted, sentenceOf } from "./markdown-parts.ts";
import type { ExportRecord } from "./record.ts";
import {
  layOut,
  type Sheet,
  type SheetParagraph,
  type SheetRendering,
  type SheetRun,
  type SheetUtterance,
  type SheetVoice,
  type Stretch,
} from "./sheet.ts";
import { partsInOrder } from "./sheet-parts.ts";
import type { ExportStrings } from "./strings.ts";

/**
 * The same record as text that reads well as it is and better where Markdown is rendered (CommonMark, with a table as
 * GitHub has them). It holds no HTML and no links: an answer names the number of what it answers.
 */
export function renderMarkdown(record: ExportRecord): string {
  const sheet = layOut(record);
  const { strings } = record;
  const blocks = [
    `# ${escapeMarkdown(sheet.title === "" ? markOf(sheet, strings) : sheet.title)}`,
    ...standingOf(sheet, strings),
    ...partsInOrder(sheet, strings, {
      voices: () => voicesOf(sheet.voices),
      summary: () => summaryOf(sheet, strings),
      wish: (wish) => wishOf(wish, strings),
      decision: (decision) => decisionOf(decision, strings),
      tasks: () => tasksOf(sheet.tasks, strings),
      nextMeeting: () => [escapeMarkdown(sheet.nextMeeting)],
      stretch: (stretch) => stretchOf(stretch, strings),
      consents: () => [consentsOf(sheet, strings)],
      partOf: (heading, content) => partOf(heading, strings, content),
    }),
    // Whoever reads only the end is to know it too.
    `**${escapeMarkdown(markOf(sheet, strings))}**`,
  ];
  return `${blocks.join("\n\n")}\n`;
}

function markOf({ agreed }: Sheet, strings: ExportStrings): string {
  return agreed ? strings.agreedMark : strings.draftMark;
}

function standingOf(sheet: Sheet, strings: ExportStrings): readonly string[] {
  const meaning = sheet.agreed ? strings.agreedMeaning : strings.draftMeaning;
  const reader = sheet.reader === "" ? strings.everyoneInTheRoom : sheet.reader;
  const after = sheet.agreed ? strings.takesThePlaceOf : strings.follows;
  return [
    `**${escapeMarkdown(markOf(sheet, strings))}** ${escapeMarkdown(meaning)}`,
    ...(sheet.agreed ? [escapeMarkdown(strings.canBeChanged)] : []),
    escapeMarkdown(strings.frozenAt(strings.moment(sheet.frozenAt))),
    escapeMarkdown(`${strings.readerHeading}: ${reader}`),
    `${escapeMarkdown(strings.digest)}: \`${sheet.digest}\``,
    ...(sheet.supersedes === null ? [] : [sentenceOf(after, `\`${sheet.supersedes}\``)]),
  ];
}

function partOf(heading: string, strings: ExportStrings, content: readonly string[]): readonly string[] {
  return [`## ${escapeMarkdown(heading)}`, ...(content.length > 0 ? content : [escapeMarkdown(strings.nothing)])];
}

function voicesOf(voices: readonly SheetVoice[]): readonly string[] {
  const lines = voices.map((voice) => `- ${nameOf(voice)}${relationOf(voice)}`);
  return lines.length === 0 ? [] : [lines.join("\n")];
}

function summaryOf({ summary, summaryVoices }: Sheet, strings: ExportStrings): readonly string[] {
  if (summary.length === 0) return [];
  const written = summary.map(({ runs }) => runs.map(({ text }) => text).join("")).join("\n");
  const letters = new Map(summaryVoices.map((voice) => [voice, escapeMarkdown(lettersIn(written, voice.initials))]));
  const key = summaryVoices.map((voice) => `${letters.get(voice) ?? ""} ${escapeMarkdown(voice.name)}`);
  return [
    `${escapeMarkdown(strings.summaryKey)} ${key.join(", ")}`,
    ...summary.map((paragraph) => paragraphOf(paragraph, letters)),
  ];
}

/** A paragraph; with `letters`, each voice’s words are followed by those that say whose they are. */
function paragraphOf({ heading, runs }: SheetParagraph, letters?: ReadonlyMap<SheetVoice, string>): string {
  const words = runs.map(({ voice, text, bold, italic }) => {
    // A heading is one line, and stressed as it is.
    const shown = heading ? { text: text.replaceAll("\n", " "), bold: false, italic: false } : { text, bold, italic };
    if (letters === undefined) return stress(shown);
    const said = shown.text.trimEnd();
    return `${stress({ ...shown, text: said })} ${letters.get(voice) ?? ""}${gap(shown.text.slice(said.length))}`;
  });
  // A line break at either end breaks nothing.
  const line = words.join("").replace(/^(?:\\\n|\s)+|(?:\\\n|\s)+$/gu, "");
  return heading ? `### ${line}` : line;
}

/** Words between emphasis marks, which have to touch them: space at either end goes outside. */
function stress({ text, bold, italic }: Omit<SheetRun, "voice">): string {
  const [, before = "", words = "", after = ""] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  const slanted = italic ? `*${escapeMarkdown(words)}*` : escapeMarkdown(words);
  return `${gap(before)}${bold ? `**${slanted}**` : slanted}${gap(after)}`;
}

function gap(space: string): string {
  if (space === "") return "";
  return space.includes("\n") ? "\\\n" : " ";
}

function stretchOf({ phase, utterances }: Stretch, strings: ExportStrings): readonly string[] {
  const said = utterances.flatMap((utterance) => utteranceOf(utterance, strings));
  return phase === "conversation" ? said : [`### ${escapeMarkdown(strings.reflectionHeading)}`, ...said, "---"];
}

function utteranceOf(
  { number, voice, scribe, imagines, answers, paragraphs, renderings }: SheetUtterance,
  strings: ExportStrings,
): readonly string[] {
  const writtenDown = scribe === null ? "" : ` · ${sentenceOf(strings.writtenDownBy, nameOf(scribe))}`;
  const imagined = escapeMarkdown(imagines === "" ? strings.someoneMissing : (imagines ?? ""));
  const imagining = imagines === null ? "" : ` · ${sentenceOf(strings.imagining, imagined)}`;
  const answering =
    answers === null
      ? ""
      : ` · ${sentenceOf(strings.answering, `${nameOf(answers.voice)} (${String(answers.number)})`)}`;
  return [
    `(${String(number)}) ${nameOf(voice)}${relationOf(voice)}${imagining}${writtenDown}${answering}`,
    quoted(paragraphs.map((paragraph) => paragraphOf(paragraph)).join("\n\n")),
    ...renderings.flatMap((rendering) => renderingOf(rendering, strings)),
  ];
}

function renderingOf({ by, language, text, notes }: SheetRendering, strings: ExportStrings): readonly string[] {
  const said = notes.map(({ word, says }) => `*${escapeMarkdown(word)}*: ${escapeMarkdown(says)}`);
  return [
    sentenceOf((name) => strings.renderedBy(name, language), nameOf({ name: by })),
    quoted([escapeMarkdown(text), ...said].join("\n\n")),
  ];
}

function consentsOf({ consents }: Sheet, strings: ExportStrings): string {
  const row = (...cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    row(...[strings.consentVoice, strings.consentMoment, strings.consentKey].map(escapeMarkdown)),
    row("---", "---", "---"),
    ...consents.map(({ voice, givenAt, shortKey, aloud }) => {
      const moment = escapeMarkdown(strings.moment(givenAt));
      const said =
        aloud === null ? "" : `, ${sentenceOf(strings.saidAloud, nameOf(aloud.scribe), nameOf(aloud.witness))}`;
      return row(nameOf(voice), `${moment}${said}`, `\`${shortKey}\``);
    }),
  ].join("\n");
}

function relationOf({ relation }: SheetVoice): string {
  return relation === "" ? "" : `, ${escapeMarkdown(relation)}`;
}
