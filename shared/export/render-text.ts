import type { ExportRecord } from "./record.ts";
import { layOut, type Sheet } from "./sheet.ts";
import { partsInOrder } from "./sheet-parts.ts";
import type { ExportStrings } from "./strings.ts";
import { decisionOf, tasksOf, wishOf } from "./text-decided.ts";
import { isolated } from "./text-direction.ts";
import { called, headingOf, listOf, nameOf, quoted, sentenceOf } from "./text-parts.ts";
import { stretchOf, summaryOf } from "./text-words.ts";

/**
 * The same record as plain text that reads well as it is, in any editor and in any mail. Words of people stand behind
 * `>`, so that they cannot pass for a line of the record; whether it is agreed stands at both ends.
 */
export function renderText(record: ExportRecord): string {
  const sheet = layOut(record);
  const { strings } = record;
  const mark = sheet.agreed ? strings.agreedMark : strings.draftMark;
  const blocks = [
    `${mark}\n${sheet.agreed ? `${strings.agreedMeaning}\n${strings.canBeChanged}` : strings.draftMeaning}`,
    headingOf(sheet.title === "" ? mark : called(sheet.title, strings), "="),
    standingOf(sheet, strings),
    ...partsInOrder(sheet, strings, {
      voices: () => voicesOf(sheet, strings),
      summary: () => summaryOf(sheet, strings),
      wish: (wish) => wishOf(wish, strings),
      decision: (decision) => decisionOf(decision, strings),
      tasks: () => tasksOf(sheet.tasks, strings),
      nextMeeting: () => [quoted(sheet.nextMeeting, strings)],
      stretch: (stretch) => stretchOf(stretch, strings),
      consents: () => consentsOf(sheet, strings),
      partOf: (heading, content) => partOf(heading, strings, content),
    }),
    // Whoever reads only the end is to know it too.
    mark,
  ];
  return `${blocks.join("\n\n")}\n`;
}

function standingOf(sheet: Sheet, strings: ExportStrings): string {
  const after = sheet.agreed ? strings.takesThePlaceOf : strings.follows;
  const reader = sheet.reader === "" ? strings.everyoneInTheRoom : isolated(sheet.reader, strings.direction);
  return [
    strings.frozenAt(strings.moment(sheet.frozenAt)),
    `${strings.readerHeading}: ${reader}`,
    `${strings.digest}: ${sheet.digest}`,
    ...(sheet.supersedes === null ? [] : [after(sheet.supersedes)]),
  ].join("\n");
}

/** A part of the record with its heading. An empty one says so. */
function partOf(heading: string, strings: ExportStrings, content: readonly string[]): readonly string[] {
  return [headingOf(heading, "-"), ...(content.length > 0 ? content : [strings.nothing])];
}

function voicesOf({ voices }: Sheet, strings: ExportStrings): readonly string[] {
  return listOf(
    voices.map((voice) => {
      const relation = voice.relation === "" ? "" : `, ${isolated(voice.relation, strings.direction)}`;
      return `- ${nameOf(voice, strings)}${relation}`;
    }),
  );
}

/** The consents, each with what its parts are: there are no columns that every screen would keep in line. */
function consentsOf({ consents }: Sheet, strings: ExportStrings): readonly string[] {
  return consents.map(({ voice, givenAt, shortKey, aloud }) => {
    const said =
      aloud === null
        ? ""
        : `, ${sentenceOf(strings.saidAloud, nameOf(aloud.scribe, strings), nameOf(aloud.witness, strings))}`;
    return [
      `${strings.consentVoice}: ${nameOf(voice, strings)}`,
      `${strings.consentMoment}: ${strings.moment(givenAt)}${said}`,
      `${strings.consentKey}: ${shortKey}`,
    ].join("\n");
  });
}
