import { escapeMarkdown } from "./escape-markdown.ts";
import { nameOf, quoted, sentenceOf } from "./markdown-parts.ts";
import type { SheetDecision, SheetPosition, SheetSaid, SheetTask, SheetWish } from "./sheet-decided.ts";
import type { ExportStrings } from "./strings.ts";

/** What was decided as text: each decision whole, then what is not about any. */

export function decisionOf(
  { text, wordedBy, positions, tasks, ways, matters, review }: SheetDecision,
  strings: ExportStrings,
): readonly string[] {
  return [
    quoted(escapeMarkdown(text)),
    sentenceOf(strings.wordedBy, nameOf(wordedBy)),
    ...listOf([
      ...positions.map((position) => positionOf(position, strings)),
      ...tasks.map((task) => `- ${taskOf(task, strings)}`),
    ]),
    ...(ways.length === 0 ? [] : [headingOf(strings.waysHeading)]),
    ...ways.flatMap((way) => [
      quoted(escapeMarkdown(way.text)),
      sentenceOf(strings.wayBy, nameOf(way.by)),
      ...listOf(way.matters.map(saidOf)),
    ]),
    ...(matters.length === 0 ? [] : [headingOf(strings.mattersHeading), ...listOf(matters.map(saidOf))]),
    ...(review === "" ? [] : [`${escapeMarkdown(strings.reviewHeading)}: ${escapeMarkdown(review)}`]),
  ];
}

/** What was taken on, as a list, or nothing. */
export function tasksOf(tasks: readonly SheetTask[], strings: ExportStrings): readonly string[] {
  return listOf(tasks.map((task) => `- ${taskOf(task, strings)}`));
}

export function wishOf({ voice, text, weighed }: SheetWish, strings: ExportStrings): readonly string[] {
  return [
    sentenceOf(strings.wants, nameOf(voice)),
    quoted(escapeMarkdown(text)),
    ...weighed.flatMap(({ as, said }) => [headingOf(strings.weighings[as]), ...listOf(said.map(saidOf))]),
  ];
}

function positionOf({ voice, position, words, mayStand, tasks }: SheetPosition, strings: ExportStrings): string {
  const aside = mayStand && position === "do-not-agree";
  const stands = (name: string) => (aside ? strings.letsItStand(name) : strings.stands(name, position));
  return [
    `- ${sentenceOf(stands, nameOf(voice))}`,
    ...(words.trim() === "" ? [] : [quoted(escapeMarkdown(words), "  > ")]),
    // A list within a list begins anew after words that are set apart.
    ...tasks.map((task) => `\n  - ${taskOf(task, strings)}`),
  ].join("\n");
}

function taskOf({ voice, because, what, until }: SheetTask, strings: ExportStrings): string {
  const takes = sentenceOf(what === "" ? strings.takesThisOn : strings.takesOn, nameOf(voice));
  const answering = because === null ? "" : `, ${sentenceOf(strings.forVoice, nameOf(because))}`;
  const by = until === "" ? "" : `, ${sentenceOf(strings.until, escapeMarkdown(until))}`;
  return `${takes}${answering}${by}${what === "" ? "" : `\n${quoted(escapeMarkdown(what), "  > ")}`}`;
}

function saidOf({ voice, words }: SheetSaid): string {
  return `- ${nameOf(voice)}\n${quoted(escapeMarkdown(words), "  > ")}`;
}

function headingOf(heading: string): string {
  return `### ${escapeMarkdown(heading)}`;
}

function listOf(items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [items.join("\n")];
}
