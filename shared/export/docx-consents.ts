import {
  BorderStyle,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  type Paragraph,
  type ParagraphChild,
} from "docx";
import { LINE_INK } from "./inks.ts";
import { MARK, STYLE } from "./docx-styles.ts";
import { nameOf, ownParagraph, runsOf, sentenceOf } from "./docx-words.ts";
import type { Sheet, SheetConsent } from "./sheet.ts";
import type { ExportStrings } from "./strings.ts";

/** Twentieths of a point, together as wide as the page between its margins. */
const WIDTHS = [3300, 3638, 2700] as const;

/** Who consented, when, and with which key: a table whose first row is its head on every page. */
export function consentsOf({ consents, digest }: Sheet, strings: ExportStrings): readonly (Paragraph | Table)[] {
  const heads = [strings.consentVoice, strings.consentMoment, strings.consentKey];
  const line = { style: BorderStyle.SINGLE, size: 4, color: LINE_INK };
  const none = { style: BorderStyle.NIL };
  return [
    ownParagraph(STYLE.small, strings, `${strings.digest}: `, fingerprintOf(digest, strings)),
    new Table({
      width: { size: WIDTHS.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: WIDTHS,
      layout: TableLayoutType.FIXED,
      tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
      borders: { top: line, bottom: line, insideHorizontal: line, left: none, right: none, insideVertical: none },
      visuallyRightToLeft: strings.direction === "rtl",
      rows: [
        rowOf(
          heads.map((head) => runsOf(head, strings.direction, { style: MARK.mark })),
          strings,
          true,
        ),
        ...consents.map((consent) => rowOf(cellsOf(consent, strings), strings, false)),
      ],
    }),
  ];
}

/** A digest or a key, in letters that all have the same width. */
export function fingerprintOf(fingerprint: string, { direction }: ExportStrings): readonly ParagraphChild[] {
  return runsOf(fingerprint, direction, { style: MARK.fingerprint });
}

function cellsOf(
  { voice, givenAt, shortKey, aloud }: SheetConsent,
  strings: ExportStrings,
): readonly (readonly ParagraphChild[])[] {
  const moment = runsOf(strings.moment(givenAt), strings.direction);
  const said =
    aloud === null
      ? []
      : [
          ...runsOf(", ", strings.direction),
          ...sentenceOf(strings, strings.saidAloud, nameOf(aloud.scribe, strings), nameOf(aloud.witness, strings)),
        ];
  return [nameOf(voice, strings), [...moment, ...said], fingerprintOf(shortKey, strings)];
}

function rowOf(cells: readonly (readonly ParagraphChild[])[], strings: ExportStrings, tableHeader: boolean): TableRow {
  return new TableRow({
    tableHeader,
    cantSplit: true,
    children: cells.map(
      (children, index) =>
        new TableCell({
          width: { size: WIDTHS[index] ?? 0, type: WidthType.DXA },
          children: [ownParagraph(STYLE.cell, strings, children)],
        }),
    ),
  });
}
