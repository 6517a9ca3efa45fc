import type { ExportRecord } from "./record.ts";
import { layOut, type Sheet } from "./sheet.ts";
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
  const partIf = (there: boolean, heading: string, content: () => readonly string[]) =>
    there ? partOf(heading, strings, content()) : [];
  const blocks = [
    `${mark}\n${sheet.agreed ? strings.agreedMeaning : strings.draftMeaning}`,
    headingOf(sheet.title === "" ? mark : called(sheet.title, strings), "="),
    standingOf(sheet, strings),
    ...partOf(strings.voicesHeading, strings, voicesOf(sheet, strings)),
    ...partIf(sheet.parts.has("summary"), strings.summaryHeading, () => summaryOf(sheet, strings)),
    ...partIf(sheet.wishes.length > 0, strings.wishesHeading, () =>
      sheet.wishes.flatMap((wish) => wishOf(wish, strings)),
    ),
    ...partIf(sheet.parts.has("decisions"), strings.decisionsHeading, () =>
      sheet.decisions.flatMap((decision) => decisionOf(decision, strings)),
    ),
    ...partIf(sheet.leftOpen.length > 0, strings.leftOpenHeading, () =>
      sheet.leftOpen.flatMap((decision) => decisionOf(decision, strings)),
    ),
    ...partIf(sheet.tasks.length > 0, strings.tasksHeading, () => tasksOf(sheet.tasks, strings)),
    ...partIf(sheet.nextMeeting.trim() !== "", strings.nextMeetingHeading, () => [quoted(sheet.nextMeeting, strings)]),
    ...partIf(sheet.parts.has("words"), strings.wordsHeading, () =>
      sheet.stretches.flatMap((stretch) => stretchOf(stretch, strings)),
    ),
    ...partIf(sheet.agreed, strings.consentsHeading, () => consentsOf(sheet, strings)),
    // Whoever reads only the end is to know it too.
    mark,
  ];
  return `${blocks.join("\n\n")}\n`;
}

function standingOf(sheet: Sheet, strings: ExportStrings): string {
  const reader = sheet.reader === "" ? strings.everyoneInTheRoom : isolated(sheet.reader, strings.direction);
  return [
    strings.frozenAt(strings.moment(sheet.frozenAt)),
    `${strings.readerHeading}: ${reader}`,
    `${strings.digest}: ${sheet.digest}`,
    ...(sheet.supersedes === null ? [] : [strings.takesThePlaceOf(sheet.supersedes)]),
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
