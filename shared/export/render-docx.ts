import { Document, HeadingLevel, Packer, type FileChild } from "docx";
import { consentsOf, fingerprintOf } from "./docx-consents.ts";
import { decisionOf, tasksOf, wishOf } from "./docx-decided.ts";
import { corePropertiesOf, frameOf } from "./docx-frame.ts";
import { itemParagraph, LISTS } from "./docx-list.ts";
import { MARK, STYLE, stylesOf } from "./docx-styles.ts";
import { relationOf, stretchOf, summaryOf, titleOf } from "./docx-utterances.ts";
import { apart, nameOf, ownHeading, ownParagraph, runsOf, sentenceOf, wordsParagraph } from "./docx-words.ts";
import type { ExportRecord } from "./record.ts";
import { layOut, type Sheet } from "./sheet.ts";
import { partsInOrder } from "./sheet-parts.ts";
import type { ExportStrings } from "./strings.ts";

/**
 * The same record as a document for word processors (Office Open XML, ISO/IEC 29500): real headings, named styles,
 * languages and directions, and nothing that fetches or runs. The library behind it is large: import this file where it
 * is needed, when it is.
 */
export async function renderDocx(record: ExportRecord): Promise<Uint8Array<ArrayBuffer>> {
  const sheet = layOut(record);
  const { strings } = record;
  const mark = sheet.agreed ? strings.agreedMark : strings.draftMark;
  const title = sheet.title === "" ? mark : sheet.title;
  const document = new Document({
    title,
    styles: stylesOf(sheet.language, strings),
    numbering: LISTS,
    compatabilityModeVersion: 15,
    sections: [{ ...frameOf(mark, sheet, strings), children: contentOf(title, mark, sheet, strings) }],
  });
  const properties = { path: "docProps/core.xml", data: corePropertiesOf(title, sheet) };
  return new Uint8Array(await Packer.toArrayBuffer(document, false, [properties]));
}

function contentOf(title: string, mark: string, sheet: Sheet, strings: ExportStrings): readonly FileChild[] {
  return [
    titleOf(title, sheet.language, strings),
    ...standingOf(mark, sheet, strings),
    ...partsInOrder<FileChild>(sheet, strings, {
      voices: () => voicesOf(sheet, strings),
      summary: () => summaryOf(sheet, strings),
      wish: (wish) => wishOf(wish, strings),
      decision: (decision) => decisionOf(decision, strings),
      tasks: () => tasksOf(sheet.tasks, strings),
      nextMeeting: () => [wordsParagraph(sheet.nextMeeting, STYLE.said, strings)],
      stretch: (stretch) => stretchOf(stretch, sheet, strings),
      consents: () => consentsOf(sheet, strings),
      partOf: (heading, content) => partOf(heading, strings, content),
    }),
  ];
}

function standingOf(mark: string, sheet: Sheet, strings: ExportStrings): readonly FileChild[] {
  const meaning = sheet.agreed ? strings.agreedMeaning : strings.draftMeaning;
  const marked = runsOf(mark, strings.direction, { style: MARK.mark });
  const reader = sheet.reader === "" ? strings.everyoneInTheRoom : apart(sheet.reader, strings);
  return [
    ownParagraph(STYLE.standing, strings, marked, ` ${meaning}`),
    ...(sheet.agreed ? [ownParagraph(STYLE.small, strings, strings.canBeChanged)] : []),
    ownParagraph(STYLE.small, strings, strings.frozenAt(strings.moment(sheet.frozenAt))),
    ownParagraph(STYLE.small, strings, `${strings.readerHeading}: `, reader),
    ownParagraph(STYLE.small, strings, `${strings.digest}: `, fingerprintOf(sheet.digest, strings)),
    ...(sheet.supersedes === null ? [] : [placeOf(sheet.supersedes, sheet.agreed, strings)]),
  ];
}

function placeOf(supersedes: string, agreed: boolean, strings: ExportStrings): FileChild {
  const after = agreed ? strings.takesThePlaceOf : strings.follows;
  const fingerprint = fingerprintOf(supersedes, strings);
  return ownParagraph(STYLE.small, strings, sentenceOf(strings, after, fingerprint));
}

/** A part of the document with its heading. An empty one says so. */
function partOf(heading: string, strings: ExportStrings, content: readonly FileChild[]): readonly FileChild[] {
  const own = content.length > 0 ? content : [ownParagraph(STYLE.small, strings, strings.nothing)];
  return [ownHeading(heading, HeadingLevel.HEADING_1, strings), ...own];
}

function voicesOf({ voices }: Sheet, strings: ExportStrings): readonly FileChild[] {
  return voices.map((voice) => itemParagraph(0, strings, nameOf(voice, strings), ...relationOf(voice, strings)));
}
