import { nameOf, sentenceOf } from "./html-parts.ts";
import { html, type Markup } from "./markup.ts";
import type { SheetDecision, SheetPosition, SheetSaid, SheetTask, SheetWish } from "./sheet-decided.ts";
import type { ExportStrings } from "./strings.ts";

/** What was decided as a page has it: each decision whole, then what is not about any. */

export function decisionsOf(decisions: readonly SheetDecision[], strings: ExportStrings): readonly Markup[] {
  return decisions.map(
    ({ text, wordedBy, positions, tasks, ways, matters, review }) =>
      html`<div class="decision">
        <p class="said" dir="auto">${text}</p>
        <p class="small">${sentenceOf(strings, strings.wordedBy, nameOf(wordedBy))}</p>
        ${listOf(positions.map((position) => positionOf(position, strings)))}${tasksOf(tasks, strings)}${
          ways.length === 0 ? "" : headingOf(strings.waysHeading, strings)
        }${ways.map(
          (way) =>
            html`<p class="said" dir="auto">${way.text}</p>
              <p class="small">${sentenceOf(strings, strings.wayBy, nameOf(way.by))}</p>
              ${saidOf(way.matters)}`,
        )}${matters.length === 0 ? "" : headingOf(strings.mattersHeading, strings)}${saidOf(matters)}${
          review === ""
            ? ""
            : html`<p class="small">
                <span lang="${strings.language}">${strings.reviewHeading}</span>: <bdi>${review}</bdi>
              </p>`
        }
      </div> `,
  );
}

/** What was taken on, as a list, or nothing. */
export function tasksOf(tasks: readonly SheetTask[], strings: ExportStrings): Markup {
  return listOf(
    tasks.map(({ voice, because, what, until }) => {
      const takes = sentenceOf(strings, what === "" ? strings.takesThisOn : strings.takesOn, nameOf(voice));
      const answering = because === null ? "" : html`, ${sentenceOf(strings, strings.forVoice, nameOf(because))}`;
      const words = what === "" ? "" : html`: <q class="said" dir="auto">${what}</q>`;
      const by = until === "" ? "" : html`, ${sentenceOf(strings, strings.until, html`<bdi>${until}</bdi>`)}`;
      return html`${takes}${answering}${words}${by}`;
    }),
  );
}

export function wishesOf(wishes: readonly SheetWish[], strings: ExportStrings): readonly Markup[] {
  return wishes.map(
    ({ voice, text, weighed }) =>
      html`<div class="decision">
        <p class="small">${sentenceOf(strings, strings.wants, nameOf(voice))}</p>
        <p class="said" dir="auto">${text}</p>
        ${weighed.map(({ as, said }) => html`${headingOf(strings.weighings[as], strings)}${saidOf(said)}`)}
      </div> `,
  );
}

function positionOf({ voice, position, words, mayStand, tasks }: SheetPosition, strings: ExportStrings): Markup {
  const aside = mayStand && position === "do-not-agree";
  const stands = (name: string) => (aside ? strings.letsItStand(name) : strings.stands(name, position));
  const sentence = sentenceOf(strings, stands, nameOf(voice));
  return html`${sentence}${words.trim() === "" ? "" : html` <q class="said" dir="auto">${words}</q>`}${tasksOf(tasks, strings)}`;
}

function saidOf(said: readonly SheetSaid[]): Markup {
  return listOf(said.map(({ voice, words }) => html`${nameOf(voice)}: <q class="said" dir="auto">${words}</q>`));
}

function headingOf(heading: string, strings: ExportStrings): Markup {
  return html`<h3 lang="${strings.language}">${heading}</h3> `;
}

function listOf(items: readonly Markup[]): Markup {
  if (items.length === 0) return html``;
  return html`<ul class="plain">
    ${items.map((item) => html`<li>${item}</li> `)}
  </ul>`;
}
