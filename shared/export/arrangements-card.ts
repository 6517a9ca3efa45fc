import type { MeetingState } from "../meeting/state.ts";
import { html, Markup } from "./markup.ts";
import { FONTS } from "./page-style.ts";
import { plainLine, plainWords } from "./plain-words.ts";

/** Every sentence of the card, in one language. */
export interface CardStrings {
  /** BCP 47, of these sentences; and which way their script runs. */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly title: string;
  /** That the card is no record of what was said, and that nobody was asked to agree to it. */
  readonly meaning: string;
  readonly nextHeading: string;
  readonly when: string;
  readonly where: string;
  readonly who: string;
  readonly comesHeading: string;
  readonly ringHeading: string;
  /** What stands under a heading where nothing was arranged. */
  readonly nothing: string;
}

/** What the card is made of: how the meeting is called, and what was arranged. Nobody's words from the record are among it. */
export type Arranged = Pick<MeetingState, "arrangements" | "begun" | "nextMeeting">;

/** One line of the card: what it is about, if it says so, and what was noted. */
export interface CardLine {
  readonly label: string;
  /** Whether the label was noted by somebody, such as a name, and is not a word of the card itself. */
  readonly isNoted: boolean;
  readonly words: string;
}

/** The card as it is laid out, for paper and for the screen alike. */
export interface Card {
  readonly title: string;
  readonly meeting: string;
  readonly meaning: string;
  readonly parts: readonly {
    readonly id: string;
    readonly heading: string;
    readonly lines: readonly CardLine[];
    /** What is said where there are no lines. */
    readonly nothing: string;
  }[];
}

/** Lays the card out. A part in which nothing was arranged is there and says so, except for the numbers, which are left away. */
export function layOutCard({ arrangements, begun, nextMeeting }: Arranged, strings: CardStrings): Card {
  const { nothing } = strings;
  const next = [
    cardWord(strings.when, nextMeeting.when),
    cardWord(strings.where, nextMeeting.where),
    cardWord(strings.who, nextMeeting.who),
    cardWord("", nextMeeting.text),
  ].filter(({ words }) => words !== "");
  const comes = arrangements.comes.map(({ who, when }) => noted(who, when));
  const ring = arrangements.ring.map(({ who, number }) => noted(who, number));
  return {
    title: strings.title,
    meeting: plainLine(begun?.name ?? ""),
    meaning: strings.meaning,
    parts: [
      { id: "next", heading: strings.nextHeading, lines: next, nothing },
      { id: "comes", heading: strings.comesHeading, lines: comes, nothing },
      ...(ring.length === 0 ? [] : [{ id: "ring", heading: strings.ringHeading, lines: ring, nothing }]),
    ],
  };
}

/**
 * One self-contained HTML page in large print: no script, no font, no picture. It prints on A5, keeps its lines whole when it is
 * printed on A6, and says that it is no record.
 */
export function renderArrangementsCard(arranged: Arranged, strings: CardStrings): string {
  const card = layOutCard(arranged, strings);
  const page = html`<!doctype html>
    <html lang="${strings.language}" dir="${strings.direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <meta name="referrer" content="no-referrer" />
        <title>${card.title}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <header>
          <h1>${card.title}</h1>
          ${card.meeting === "" ? "" : html`<p class="meeting" dir="auto">${card.meeting}</p>`}
        </header>
        <main>${card.parts.map(partOf)}</main>
        <footer>
          <p>${card.meaning}</p>
        </footer>
      </body>
    </html> `;
  return page.toString();
}

function partOf({ id, heading, lines, nothing }: Card["parts"][number]): Markup {
  const own =
    lines.length === 0
      ? html`<p>${nothing}</p>`
      : html`<ul>
          ${lines.map(lineOf)}
        </ul>`;
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${heading}</h2>
    ${own}
  </section> `;
}

function lineOf({ label, isNoted, words }: CardLine): Markup {
  if (label === "") return html`<li dir="auto">${words}</li> `;
  const named = isNoted ? html`<b><bdi>${label}</bdi></b>` : html`<span class="label">${label}</span>`;
  return words === "" ? html`<li>${named}</li> ` : html`<li>${named}: <bdi>${words}</bdi></li> `;
}

function cardWord(label: string, words: string): CardLine {
  return { label, isNoted: false, words: plainWords(words).trim() };
}

function noted(who: string, words: string): CardLine {
  return { label: plainLine(who), isNoted: true, words: plainLine(words) };
}

const STYLE = new Markup(`
@page { size: A5; margin: 12mm; }
:root { color-scheme: light; }
body { margin: 0 auto; padding: 1.5rem; max-width: 30rem; background: #fff; color: #2a2825; font: 1.25rem/1.4 ${FONTS}; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0; }
h2 { font-size: 1.125rem; margin: 1.25rem 0 0.25rem; padding-block-end: 0.25rem; border-block-end: 1px solid #8f8675; }
p { margin: 0.25rem 0; }
ul { list-style: none; margin: 0; padding: 0; }
li { padding: 0.25rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.meeting { overflow-wrap: anywhere; }
.label { color: #5f5a52; }
footer { margin-block-start: 1.5rem; color: #5f5a52; font-size: 0.9375rem; }
@media print {
  body { max-width: none; padding: 0; font-size: 15pt; }
  h2 { break-after: avoid; }
  li, footer { break-inside: avoid; }
}
`);
