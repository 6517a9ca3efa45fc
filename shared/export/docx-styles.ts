import type { ICharacterStyleOptions, IParagraphStyleOptions, IRunStylePropertiesOptions, IStylesOptions } from "docx";
import { directionOf } from "../meeting/interpreting.ts";
import type { Colour } from "../meeting/shapes.ts";
import { INKS, LINE_INK, MUTED_INK, TEXT_INK } from "./inks.ts";
import type { ExportStrings } from "./strings.ts";
import type { Direction } from "./text-direction.ts";

/** The paragraph styles of a document by what they are for, besides the headings every word processor knows. */
export const STYLE = {
  standing: "Standing",
  small: "Small",
  who: "Who",
  item: "Item",
  decided: "Decided",
  said: "Said",
  saidWithin: "SaidWithin",
  rendering: "Rendering",
  rule: "Rule",
  cell: "Cell",
  head: "Header",
  foot: "Footer",
} as const;

/** The character styles that are not a voice's. */
export const MARK = { mark: "Mark", number: "Number", fingerprint: "Fingerprint" } as const;

/** The character style of a voice's name. */
export function nameStyle(colour: Colour): string {
  return `Voice${capital(colour)}`;
}

/** The character style of a voice's passage in a text of many voices. */
export function passageStyle(colour: Colour): string {
  return `Passage${capital(colour)}`;
}

/** The character style of the letters after such a passage. */
export function lettersStyle(colour: Colour): string {
  return `Letters${capital(colour)}`;
}

/** The paragraph style of words that one voice has said, with its line at the side where they begin. */
export function saidStyle(colour: Colour, direction: Direction): string {
  return `Said${capital(colour)}${direction === "ltr" ? "" : "FromRight"}`;
}

/**
 * Every style of a document. The program's own sentences are in the language of `strings`, what people said in the
 * `language` of the meeting: a screen reader and a spelling check go by these.
 */
export function stylesOf(language: string, strings: ExportStrings): IStylesOptions {
  return {
    default: {
      document: {
        run: { ...FONT, size: BODY, color: TEXT_INK, language: languageOf(strings.language, strings.direction) },
        paragraph: { spacing: { after: 120, line: 300 } },
      },
      title: {
        run: { ...FONT, size: 40, bold: true, color: TEXT_INK },
        paragraph: { spacing: { after: 160 }, keepNext: true },
      },
      heading1: {
        run: { ...FONT, size: 30, bold: true, color: TEXT_INK },
        paragraph: { spacing: { before: 400, after: 120 }, keepNext: true, outlineLevel: 0 },
      },
      heading2: {
        run: { ...FONT, size: 25, bold: true, color: TEXT_INK },
        paragraph: { spacing: { before: 240, after: 80 }, keepNext: true, outlineLevel: 1 },
      },
      hyperlink: { run: { color: MUTED_INK, underline: { type: "single", color: MUTED_INK } } },
    },
    paragraphStyles: paragraphStylesOf(languageOf(language, directionOf(language))),
    characterStyles: CHARACTERS,
  };
}

/** How a run says its language, in the place where its script is looked for. */
export function languageOf(
  language: string,
  direction: Direction,
): NonNullable<IRunStylePropertiesOptions["language"]> {
  return direction === "rtl" ? { value: language, bidirectional: language } : { value: language };
}

/** Half-points, as everywhere in these files. */
const BODY = 24;
const SMALL = 22;
/** A font that reads easily and is on nearly every computer; letters from right to left have one of their own. */
const FONT = { font: { ascii: "Verdana", hAnsi: "Verdana", eastAsia: "Verdana", cs: "Arial" } } as const;
const MONOSPACE = { ascii: "Courier New", hAnsi: "Courier New", eastAsia: "Courier New", cs: "Courier New" } as const;
const COLOURS = Object.entries(INKS) as [Colour, (typeof INKS)[Colour]][]; // its keys are just the colours

function paragraphStylesOf(
  language: NonNullable<IRunStylePropertiesOptions["language"]>,
): readonly IParagraphStyleOptions[] {
  const box = { style: "single", size: 6, space: 6, color: LINE_INK } as const;
  const muted = { size: SMALL, color: MUTED_INK };
  return [
    {
      ...named(STYLE.standing, "Normal"),
      paragraph: { border: { top: box, bottom: box, left: box, right: box }, spacing: { before: 120, after: 200 } },
    },
    { ...named(STYLE.small, "Normal"), run: muted, paragraph: { spacing: { after: 80 } } },
    {
      ...named(STYLE.who, "Normal"),
      run: { size: SMALL },
      paragraph: { spacing: { before: 240, after: 40 }, keepNext: true },
    },
    { ...named(STYLE.item, "Normal"), paragraph: { spacing: { after: 60 } } },
    { ...named(STYLE.said, "Normal"), run: { language }, paragraph: { indent: { start: 280 } } },
    { ...named(STYLE.decided, STYLE.said), paragraph: { spacing: { before: 240, after: 80 }, keepNext: true } },
    { ...named(STYLE.saidWithin, STYLE.said), name: "Said within", paragraph: { indent: { start: 567 } } },
    { ...named(STYLE.rendering, "Normal"), paragraph: { indent: { start: 567 } } },
    {
      ...named(STYLE.rule, "Normal"),
      paragraph: { border: { bottom: { style: "single", size: 6, space: 1, color: LINE_INK } } },
    },
    { ...named(STYLE.cell, "Normal"), paragraph: { spacing: { before: 40, after: 40 } } },
    { ...named(STYLE.head, "Normal"), name: "header", run: { size: 20, bold: true } },
    { ...named(STYLE.foot, "Normal"), name: "footer", run: { size: 18, color: MUTED_INK } },
    ...COLOURS.flatMap(([colour, { ink, border }]) => {
      const line = { style: border, size: 18, space: 8, color: ink };
      return [
        {
          ...named(saidStyle(colour, "ltr"), STYLE.said),
          name: `Said ${colour}`,
          paragraph: { border: { left: line } },
        },
        {
          ...named(saidStyle(colour, "rtl"), STYLE.said),
          name: `Said ${colour} from right`,
          paragraph: { border: { right: line } },
        },
      ];
    }),
  ];
}

const CHARACTERS: readonly ICharacterStyleOptions[] = [
  { ...named(MARK.mark), run: { bold: true } },
  { ...named(MARK.number), run: { color: MUTED_INK } },
  { ...named(MARK.fingerprint), run: { font: MONOSPACE, size: 20, noProof: true } },
  ...COLOURS.flatMap(([colour, { ink, underline }]) => [
    { ...named(nameStyle(colour)), name: `Voice ${colour}`, run: { bold: true, color: ink, noProof: true } },
    { ...named(passageStyle(colour)), name: `Passage ${colour}`, run: { underline: { type: underline, color: ink } } },
    {
      ...named(lettersStyle(colour)),
      name: `Letters ${colour}`,
      run: { bold: true, superScript: true, color: ink, noProof: true },
    },
  ]),
];

function named(id: string, basedOn?: string) {
  return { id, name: id, quickFormat: true, ...(basedOn !== undefined && { basedOn }) };
}

function capital(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}
