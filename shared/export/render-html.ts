import { proofOf } from "./bundle-link.ts";
import { decisionsOf, tasksOf, wishesOf } from "./html-decided.ts";
import { nameOf, sentenceOf } from "./html-parts.ts";
import { html, type Markup } from "./markup.ts";
import { pageStyle } from "./page-style.ts";
import type { ExportRecord } from "./record.ts";
import {
  layOut,
  type Sheet,
  type SheetConsent,
  type SheetParagraph,
  type SheetRendering,
  type SheetRun,
  type SheetUtterance,
  type SheetVoice,
  type Stretch,
} from "./sheet.ts";
import type { ExportStrings } from "./strings.ts";

/**
 * One HTML page that needs nothing beside it: no script, no font, no picture, and a policy that forbids them. It reads
 * with a screen reader, prints on A4, and says on every printed page whether it is a draft. With the bundle of the same record
 * (`makeBundle`) it carries the proof of itself, to be sealed (`sealHtml`).
 */
export function renderHtml(record: ExportRecord, bundle?: string): string {
  const sheet = layOut(record);
  const { strings } = record;
  const mark = sheet.agreed ? strings.agreedMark : strings.draftMark;
  const title = sheet.title === "" ? mark : sheet.title;
  const page = html`<!doctype html>
    <html lang="${strings.language}" dir="${strings.direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        <style>
          ${pageStyle(mark, sheet.agreed ? sheet.digest : "", record.large === true)}
        </style>
      </head>
      <body>
        ${sheet.agreed ? "" : html`<div class="watermark" aria-hidden="true">${mark}</div>`}
        <header>
          <h1><span dir="auto">${title}</span></h1>
          ${standingOf(sheet, strings)}
        </header>
        <main lang="${sheet.language}">
          ${partOf("voices", strings.voicesHeading, strings, voicesOf(sheet.voices))}
          ${sheet.parts.has("summary") ? partOf("summary", strings.summaryHeading, strings, summaryOf(sheet, strings)) : ""}
          ${sheet.wishes.length === 0 ? "" : partOf("wishes", strings.wishesHeading, strings, wishesOf(sheet.wishes, strings))}
          ${sheet.decisions.length === 0 ? "" : partOf("decisions", strings.decisionsHeading, strings, decisionsOf(sheet.decisions, strings))}
          ${sheet.leftOpen.length === 0 ? "" : partOf("left-open", strings.leftOpenHeading, strings, decisionsOf(sheet.leftOpen, strings))}
          ${sheet.tasks.length === 0 ? "" : partOf("tasks", strings.tasksHeading, strings, [tasksOf(sheet.tasks, strings)])}
          ${sheet.nextMeeting.trim() === "" ? "" : partOf("next", strings.nextMeetingHeading, strings, [html`<p class="said" dir="auto">${sheet.nextMeeting}</p>`])}
          ${sheet.stretches.length === 0 ? "" : partOf("words", strings.wordsHeading, strings, wordsOf(sheet, strings))}
          ${sheet.agreed ? partOf("consents", strings.consentsHeading, strings, consentsOf(sheet, strings)) : ""}
          ${bundle === undefined ? "" : partOf("proof", strings.proofHeading, strings, [proofOf(bundle, sheet.title, strings)])}
        </main>
      </body>
    </html> `;
  return page.toString();
}

function standingOf(sheet: Sheet, strings: ExportStrings): Markup {
  const [mark, meaning] = sheet.agreed
    ? [strings.agreedMark, strings.agreedMeaning]
    : [strings.draftMark, strings.draftMeaning];
  const reader = sheet.reader === "" ? strings.everyoneInTheRoom : sheet.reader;
  const after = sheet.agreed ? strings.takesThePlaceOf : strings.follows;
  return html`<p class="standing"><b>${mark}</b> ${meaning}</p>
    <p class="small">${strings.frozenAt(strings.moment(sheet.frozenAt))}</p>
    <p class="small">${strings.readerHeading}: ${reader}</p>
    <p class="small">${strings.digest}: <code>${sheet.digest}</code></p>
    ${sheet.supersedes === null ? "" : html`<p class="small">${sentenceOf(strings, after, html`<code>${sheet.supersedes}</code>`)}</p>`}`;
}

/** A part of the page with its heading. An empty one says so, in the language of the page. */
function partOf(id: string, heading: string, strings: ExportStrings, content: readonly Markup[]): Markup {
  const own = content.length > 0 ? content : [html`<p class="small" lang="${strings.language}">${strings.nothing}</p>`];
  return html`<section class="${id}" aria-labelledby="${id}">
    <h2 id="${id}" lang="${strings.language}">${heading}</h2>
    ${own}
  </section>`;
}

function voicesOf(voices: readonly SheetVoice[]): readonly Markup[] {
  const items = voices.map((voice) => html`<li>${nameOf(voice)}${relationOf(voice)}</li> `);
  return items.length === 0
    ? []
    : [
        html`<ul class="plain">
          ${items}
        </ul>`,
      ];
}

function summaryOf({ summary, summaryVoices }: Sheet, strings: ExportStrings): readonly Markup[] {
  if (summary.length === 0) return [];
  const key = summaryVoices.map(
    (voice) =>
      html` <span class="key ${voice.colour}"
        ><b><bdi>${voice.initials}</bdi></b
        > <bdi>${voice.name}</bdi></span
      >`,
  );
  return [
    html`<p class="small" lang="${strings.language}">${strings.summaryKey}${key}</p> `,
    ...summary.map((paragraph) => paragraphOf(paragraph, true)),
  ];
}

function paragraphOf({ heading, runs }: SheetParagraph, signed: boolean): Markup {
  const content = runs.map((run) => runOf(run, signed));
  return heading
    ? html`<h3 class="said" dir="auto">${content}</h3> `
    : html`<p class="said" dir="auto">${content}</p> `;
}

/**
 * A run of words, and in a text of many voices the letters that say whose it is, before the space that follows. Bold is `b`:
 * of `strong` Chromium makes a tag that readers of PDF 1.7 do not know, and its words would not be read.
 */
function runOf({ voice, text, bold, italic }: SheetRun, signed: boolean): Markup {
  const words = text.trimEnd();
  const slanted = italic ? html`<i>${words}</i>` : html`${words}`;
  const weighted = bold ? html`<b>${slanted}</b>` : slanted;
  const attributed = signed
    ? html`<span class="run ${voice.colour}">${weighted}</span> ${initialsOf(voice)}`
    : weighted;
  return html`${attributed}${text.slice(words.length)}`;
}

function wordsOf({ stretches }: Sheet, strings: ExportStrings): readonly Markup[] {
  return stretches.map((stretch, index) => stretchOf(stretch, index, strings));
}

function stretchOf({ phase, utterances }: Stretch, index: number, strings: ExportStrings): Markup {
  const articles = utterances.map((utterance) => utteranceOf(utterance, strings));
  if (phase === "conversation") return html`${articles}`;
  const id = `reflection-${String(index)}`;
  // A group and no landmark: a meeting may have several, which all have the same name.
  return html`<div class="reflection" role="group" aria-labelledby="${id}">
    <h3 id="${id}" lang="${strings.language}">${strings.reflectionHeading}</h3>
    ${articles}
  </div> `;
}

function utteranceOf(utterance: SheetUtterance, strings: ExportStrings): Markup {
  const { number, voice, scribe, imagines, answers, paragraphs, renderings } = utterance;
  const imagined = html`<bdi>${imagines === "" ? strings.someoneMissing : (imagines ?? "")}</bdi>`;
  const imagining =
    imagines === null ? "" : html` <span class="small">· ${sentenceOf(strings, strings.imagining, imagined)}</span>`;
  const writtenDown =
    scribe === null
      ? ""
      : html` <span class="small"
          >· ${sentenceOf(strings, strings.writtenDownBy, html`<bdi>${scribe.name}</bdi>`)}</span
        >`;
  const answering = answers === null ? "" : html` <span class="small">${answerOf(answers, strings)}</span>`;
  return html`<article id="u${number}" class="utterance ${voice.colour}" aria-labelledby="w${number}">
    <p class="who" id="w${number}">
      <span class="number">${number}</span> ${nameOf(voice)}${relationOf(voice)}${imagining}${writtenDown}${answering}
    </p>
    ${paragraphs.map((paragraph) => paragraphOf(paragraph, false))}
    ${renderings.map((rendering) => renderingOf(rendering, strings))}
  </article> `;
}

/** Words in another language, in their own direction, and said by a screen reader in that language. */
function renderingOf({ by, language, direction, text, notes }: SheetRendering, strings: ExportStrings): Markup {
  const sentence = sentenceOf(strings, (name) => strings.renderedBy(name, language), html`<bdi>${by}</bdi>`);
  const items = notes.map(({ word, says }) => html`<li><bdi>${word}</bdi>: <bdi>${says}</bdi></li> `);
  return html`<div class="rendering">
    <p class="small" lang="${strings.language}">${sentence}</p>
    <div lang="${language}" dir="${direction}">
      <p class="said">${text}</p>
      ${
        items.length === 0
          ? ""
          : html`<ul class="plain small">
              ${items}
            </ul>`
      }
    </div>
  </div> `;
}

function answerOf({ number, voice }: NonNullable<SheetUtterance["answers"]>, strings: ExportStrings): Markup {
  const link = html`<a href="#u${number}"><bdi>${voice.name}</bdi> (${number})</a>`;
  return html`· ${sentenceOf(strings, strings.answering, link)}`;
}

function consentsOf({ consents, digest }: Sheet, strings: ExportStrings): readonly Markup[] {
  const rows = consents.map((consent) => consentOf(consent, strings));
  return [
    html`<table>
      <caption>
        ${strings.digest}:
        <code>${digest}</code>
      </caption>
      <thead>
        <tr>
          <th scope="col">${strings.consentVoice}</th>
          <th scope="col">${strings.consentMoment}</th>
          <th scope="col">${strings.consentKey}</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>`,
  ];
}

function consentOf({ voice, givenAt, shortKey, aloud }: SheetConsent, strings: ExportStrings): Markup {
  const said =
    aloud === null
      ? ""
      : html` <span class="small"
          >${sentenceOf(strings, strings.saidAloud, html`<bdi>${aloud.scribe.name}</bdi>`, html`<bdi>${aloud.witness.name}</bdi>`)}</span
        >`;
  const moment = html`<time datetime="${givenAt}">${strings.moment(givenAt)}</time>${said}`;
  return html`<tr>
    <th scope="row">${nameOf(voice)}</th>
    <td>${moment}</td>
    <td><code>${shortKey}</code></td>
  </tr> `;
}

function relationOf({ relation }: SheetVoice): Markup {
  return relation === "" ? html`` : html`, <bdi>${relation}</bdi>`;
}

function initialsOf({ initials, name, colour }: SheetVoice): Markup {
  return html`<sup class="whose ${colour}"
    ><abbr title="${name}"><bdi>${initials}</bdi></abbr></sup
  >`;
}
