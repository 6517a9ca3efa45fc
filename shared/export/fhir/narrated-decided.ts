import { html, type Markup } from "../markup.ts";
import type { SheetDecision, SheetPosition, SheetSaid, SheetTask, SheetWish } from "../sheet-decided.ts";
import type { FhirCopy } from "./fhir-copy.ts";
import { listOf, nameOf, paragraph, sentenceOf, wordsOf, wordsParagraph } from "./narrative.ts";

/** What was decided as narrative: each decision whole, then what is not about any. */

/** Decisions: the words of each, where each voice stands and why, what was taken on for it, and what else was considered. */
export function decisionsOf(decisions: readonly SheetDecision[], copy: FhirCopy): readonly Markup[] {
  const { sheet, record } = copy;
  const { language } = sheet;
  const { strings } = record;
  return decisions.flatMap(({ text, wordedBy, positions, tasks, ways, matters, review }) => [
    wordsParagraph(text, language, strings),
    paragraph(sentenceOf(strings.wordedBy, nameOf(wordedBy, strings))),
    ...listOf(positions.map((position) => positionOf(position, copy))),
    ...tasksOf(tasks, copy),
    ...(ways.length === 0 ? [] : [paragraph(strings.waysHeading)]),
    ...ways.flatMap((way) => [
      wordsParagraph(way.text, language, strings),
      paragraph(sentenceOf(strings.wayBy, nameOf(way.by, strings))),
      ...saidOf(way.matters, copy),
    ]),
    ...(matters.length === 0 ? [] : [paragraph(strings.mattersHeading)]),
    ...saidOf(matters, copy),
    ...(review === "" ? [] : [paragraph(strings.reviewHeading, ": ", wordsOf(review, strings))]),
  ]);
}

/** What was taken on, as a list, or nothing. */
export function tasksOf(tasks: readonly SheetTask[], { record: { strings } }: FhirCopy): readonly Markup[] {
  return listOf(
    tasks.map(({ voice, because, what, until }) => {
      const takes = sentenceOf(what === "" ? strings.takesThisOn : strings.takesOn, nameOf(voice, strings));
      const answering = because === null ? html`` : html`, ${sentenceOf(strings.forVoice, nameOf(because, strings))}`;
      const words = what === "" ? html`` : html`: <q>${wordsOf(what, strings)}</q>`;
      const by = until === "" ? html`` : html`, ${sentenceOf(strings.until, wordsOf(until, strings))}`;
      return html`${takes}${answering}${words}${by}`;
    }),
  );
}

/** What people want, each in their words, and what was weighed with it. */
export function wishesOf(wishes: readonly SheetWish[], copy: FhirCopy): readonly Markup[] {
  const { sheet, record } = copy;
  const { language } = sheet;
  const { strings } = record;
  return wishes.flatMap(({ voice, text, weighed }) => [
    paragraph(sentenceOf(strings.wants, nameOf(voice, strings))),
    wordsParagraph(text, language, strings),
    ...weighed.flatMap(({ as, said }) => [paragraph(strings.weighings[as]), ...saidOf(said, copy)]),
  ]);
}

function positionOf({ voice, position, words, mayStand, tasks }: SheetPosition, copy: FhirCopy): Markup {
  const { strings } = copy.record;
  const aside = mayStand && position === "do-not-agree";
  const stands = (name: string) => (aside ? strings.letsItStand(name) : strings.stands(name, position));
  const reason = words.trim() === "" ? html`` : html` <q>${wordsOf(words, strings)}</q>`;
  return html`${sentenceOf(stands, nameOf(voice, strings))}${reason}${tasksOf(tasks, copy)}`;
}

function saidOf(said: readonly SheetSaid[], { record: { strings } }: FhirCopy): readonly Markup[] {
  return listOf(said.map(({ voice, words }) => html`${nameOf(voice, strings)}: <q>${wordsOf(words, strings)}</q>`));
}
