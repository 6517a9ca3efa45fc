import { HeadingLevel, type Paragraph } from "docx";
import { itemParagraph } from "./docx-list.ts";
import { STYLE } from "./docx-styles.ts";
import { apart, nameOf, ownHeading, ownParagraph, sentenceOf, wordsParagraph } from "./docx-words.ts";
import type { SheetDecision, SheetPosition, SheetSaid, SheetTask, SheetWish } from "./sheet-decided.ts";
import type { ExportStrings } from "./strings.ts";

/** What was decided as paragraphs: each decision whole, then what is not about any. */

/** A decision: its words, where each voice stands and why, what was taken on for it, and what else was considered. */
export function decisionOf(
  { text, wordedBy, positions, tasks, ways, matters, review }: SheetDecision,
  strings: ExportStrings,
): readonly Paragraph[] {
  return [
    wordsParagraph(text, STYLE.decided, strings),
    ownParagraph(STYLE.small, strings, sentenceOf(strings, strings.wordedBy, nameOf(wordedBy, strings))),
    ...positions.flatMap((position) => positionOf(position, strings)),
    ...tasksOf(tasks, strings),
    ...(ways.length === 0 ? [] : [headingOf(strings.waysHeading, strings)]),
    ...ways.flatMap((way) => [
      wordsParagraph(way.text, STYLE.said, strings),
      ownParagraph(STYLE.small, strings, sentenceOf(strings, strings.wayBy, nameOf(way.by, strings))),
      ...way.matters.flatMap((said) => saidOf(said, strings)),
    ]),
    ...(matters.length === 0 ? [] : [headingOf(strings.mattersHeading, strings)]),
    ...matters.flatMap((said) => saidOf(said, strings)),
    ...(review === ""
      ? []
      : [ownParagraph(STYLE.small, strings, `${strings.reviewHeading}: `, apart(review, strings))]),
  ];
}

/** What was taken on, as items of a list, or nothing. */
export function tasksOf(tasks: readonly SheetTask[], strings: ExportStrings, level: 0 | 1 = 0): readonly Paragraph[] {
  return tasks.flatMap(({ voice, because, what, until }) => {
    const takes = sentenceOf(strings, what === "" ? strings.takesThisOn : strings.takesOn, nameOf(voice, strings));
    const answering = because === null ? [] : [", ", sentenceOf(strings, strings.forVoice, nameOf(because, strings))];
    const by = until === "" ? [] : [", ", sentenceOf(strings, strings.until, apart(until, strings))];
    return [itemParagraph(level, strings, takes, ...answering, ...by), ...within(what, strings)];
  });
}

/** What somebody wants, in their words, and what was weighed with it. */
export function wishOf({ voice, text, weighed }: SheetWish, strings: ExportStrings): readonly Paragraph[] {
  return [
    ownParagraph(STYLE.small, strings, sentenceOf(strings, strings.wants, nameOf(voice, strings))),
    wordsParagraph(text, STYLE.said, strings),
    ...weighed.flatMap(({ as, said }) => [
      headingOf(strings.weighings[as], strings),
      ...said.flatMap((one) => saidOf(one, strings)),
    ]),
  ];
}

function positionOf(
  { voice, position, words, mayStand, tasks }: SheetPosition,
  strings: ExportStrings,
): readonly Paragraph[] {
  const aside = mayStand && position === "do-not-agree";
  const stands = (name: string) => (aside ? strings.letsItStand(name) : strings.stands(name, position));
  return [
    itemParagraph(0, strings, sentenceOf(strings, stands, nameOf(voice, strings))),
    ...within(words, strings),
    ...tasksOf(tasks, strings, 1),
  ];
}

function saidOf({ voice, words }: SheetSaid, strings: ExportStrings): readonly Paragraph[] {
  return [itemParagraph(0, strings, nameOf(voice, strings)), ...within(words, strings)];
}

/** Words of the item before them, or nothing. */
function within(words: string, strings: ExportStrings): readonly Paragraph[] {
  return words.trim() === "" ? [] : [wordsParagraph(words, STYLE.saidWithin, strings)];
}

function headingOf(heading: string, strings: ExportStrings): Paragraph {
  return ownHeading(heading, HeadingLevel.HEADING_2, strings);
}
