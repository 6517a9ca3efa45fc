import type { SheetDecision, SheetPosition, SheetSaid, SheetTask, SheetWish } from "./sheet-decided.ts";
import type { ExportStrings } from "./strings.ts";
import { isolated } from "./text-direction.ts";
import { headingOf, listOf, nameOf, quoted, sentenceOf } from "./text-parts.ts";

/** What was decided as plain text: each decision whole, then what is not about any. */

/** A decision: its words, where each voice stands and why, what was taken on for it, and what else was considered. */
export function decisionOf(
  { text, wordedBy, positions, tasks, ways, matters, review }: SheetDecision,
  strings: ExportStrings,
): readonly string[] {
  return [
    quoted(text, strings),
    sentenceOf(strings.wordedBy, nameOf(wordedBy, strings)),
    ...listOf([
      ...positions.map((position) => positionOf(position, strings)),
      ...tasks.map((task) => taskOf(task, strings)),
    ]),
    ...(ways.length === 0 ? [] : [headingOf(strings.waysHeading, "~")]),
    ...ways.flatMap((way) => [
      quoted(way.text, strings),
      sentenceOf(strings.wayBy, nameOf(way.by, strings)),
      ...listOf(way.matters.map((said) => saidOf(said, strings))),
    ]),
    ...(matters.length === 0
      ? []
      : [headingOf(strings.mattersHeading, "~"), ...listOf(matters.map((said) => saidOf(said, strings)))]),
    ...(review === "" ? [] : [`${strings.reviewHeading}: ${isolated(review, strings.direction)}`]),
  ];
}

/** What was taken on, as a list, or nothing. */
export function tasksOf(tasks: readonly SheetTask[], strings: ExportStrings): readonly string[] {
  return listOf(tasks.map((task) => taskOf(task, strings)));
}

/** What somebody wants, in their words, and what was weighed with it. */
export function wishOf({ voice, text, weighed }: SheetWish, strings: ExportStrings): readonly string[] {
  return [
    sentenceOf(strings.wants, nameOf(voice, strings)),
    quoted(text, strings),
    ...weighed.flatMap(({ as, said }) => [
      headingOf(strings.weighings[as], "~"),
      ...listOf(said.map((one) => saidOf(one, strings))),
    ]),
  ];
}

function positionOf({ voice, position, words, mayStand, tasks }: SheetPosition, strings: ExportStrings): string {
  const aside = mayStand && position === "do-not-agree";
  const stands = (name: string) => (aside ? strings.letsItStand(name) : strings.stands(name, position));
  return [
    `- ${sentenceOf(stands, nameOf(voice, strings))}`,
    ...(words.trim() === "" ? [] : [quoted(words, strings, "  ")]),
    ...tasks.map((task) => taskOf(task, strings, "  ")),
  ].join("\n");
}

function taskOf({ voice, because, what, until }: SheetTask, strings: ExportStrings, indent = ""): string {
  const takes = sentenceOf(what === "" ? strings.takesThisOn : strings.takesOn, nameOf(voice, strings));
  const answering = because === null ? "" : `, ${sentenceOf(strings.forVoice, nameOf(because, strings))}`;
  const by = until === "" ? "" : `, ${sentenceOf(strings.until, isolated(until, strings.direction))}`;
  return `${indent}- ${takes}${answering}${by}${what === "" ? "" : `\n${quoted(what, strings, `${indent}  `)}`}`;
}

function saidOf({ voice, words }: SheetSaid, strings: ExportStrings): string {
  return `- ${nameOf(voice, strings)}\n${quoted(words, strings, "  ")}`;
}
