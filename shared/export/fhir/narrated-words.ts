import { html, type Markup } from "../markup.ts";
import type { SheetConsent, SheetParagraph, SheetRendering, SheetRun, SheetUtterance } from "../sheet.ts";
import { directionOfWords } from "../text-direction.ts";
import type { FhirCopy } from "./fhir-copy.ts";
import { linesOf, listOf, nameOf, paragraph, paragraphIn, sentenceOf, wordsOf } from "./narrative.ts";

/** What was said as narrative: the summary with whose each passage is, and every utterance after its voice. */

/** The summary with the letters of each voice after its words and a key to them, or nothing where nothing was written. */
export function summaryOf(copy: FhirCopy): readonly Markup[] {
  const { summary, summaryVoices } = copy.sheet;
  const { strings } = copy.record;
  if (summary.length === 0) return [];
  const key = summaryVoices.map(
    (voice) => html` <b>${wordsOf(voice.initials, strings)}</b> ${wordsOf(voice.name, strings)}`,
  );
  return [paragraph(strings.summaryKey, ...key), ...summary.map((one) => paragraphOf(one, true, copy))];
}

/** Every utterance under its number and its voice’s name, and those of a reflection under its heading. */
export function utterancesOf(copy: FhirCopy): readonly Markup[] {
  const { strings } = copy.record;
  return copy.sheet.stretches.flatMap(({ phase, utterances }) => {
    const told = utterances.flatMap((utterance) => utteranceOf(utterance, copy));
    if (phase === "conversation") return told;
    return [
      html`<div>
        <h4>${strings.reflectionHeading}</h4>
        ${told}
      </div>`,
    ];
  });
}

/** The consents as a table that says whose, when and by which key. */
export function consentsOf(consents: readonly SheetConsent[], copy: FhirCopy): readonly Markup[] {
  const { strings } = copy.record;
  const rows = consents.map(
    (consent) =>
      html`<tr>
        <td>${nameOf(consent.voice, strings)}</td>
        <td>${consentOf(consent, copy)}</td>
        <td>${consent.shortKey}</td>
      </tr>`,
  );
  const heads = [strings.consentVoice, strings.consentMoment, strings.consentKey].map((head) => html`<th>${head}</th>`);
  return [
    paragraph(strings.digest, ": ", copy.sheet.digest),
    html`<table>
      <thead>
        <tr>
          ${heads}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>`,
  ];
}

/** When a yes was said, and how where that was aloud. */
export function consentOf({ givenAt, aloud }: SheetConsent, { record: { strings } }: FhirCopy): Markup {
  const said =
    aloud === null
      ? html``
      : html` ${sentenceOf(strings.saidAloud, wordsOf(aloud.scribe.name, strings), wordsOf(aloud.witness.name, strings))}`;
  return html`${strings.moment(givenAt)}${said}`;
}

function utteranceOf(utterance: SheetUtterance, copy: FhirCopy): readonly Markup[] {
  const { number, voice, scribe, imagines, answers, paragraphs, renderings } = utterance;
  const { strings } = copy.record;
  const relation = voice.relation === "" ? html`` : html`, ${wordsOf(voice.relation, strings)}`;
  const imagined = imagines === "" ? strings.someoneMissing : (imagines ?? "");
  const aside = [
    imagines === null ? null : sentenceOf(strings.imagining, wordsOf(imagined, strings)),
    scribe === null ? null : sentenceOf(strings.writtenDownBy, wordsOf(scribe.name, strings)),
    answers === null
      ? null
      : sentenceOf(strings.answering, html`${wordsOf(answers.voice.name, strings)} (${answers.number})`),
  ].flatMap((one) => (one === null ? [] : [html` · ${one}`]));
  return [
    paragraph(html`${number} ${nameOf(voice, strings)}${relation}${aside}`),
    ...paragraphs.map((one) => paragraphOf(one, false, copy)),
    ...renderings.flatMap((rendering) => renderingOf(rendering, copy)),
  ];
}

function paragraphOf({ heading, runs }: SheetParagraph, signed: boolean, { sheet, record }: FhirCopy): Markup {
  const content = runs.map((run) => (signed ? signedRunOf(run) : runOf(run)));
  const direction = directionOfWords(runs.map(({ text }) => text).join("")) ?? record.strings.direction;
  return paragraphIn(sheet.language, direction, heading ? html`<strong>${content}</strong>` : content);
}

function runOf({ text, bold, italic }: SheetRun): Markup {
  const lines = linesOf(text);
  const slanted = italic ? html`<em>${lines}</em>` : lines;
  return bold ? html`<strong>${slanted}</strong>` : slanted;
}

/** Words with the letters that say whose they are, before the space that follows. */
function signedRunOf(run: SheetRun): Markup {
  const text = run.text.trimEnd();
  const initials = html`<sup title="${run.voice.name}">${run.voice.initials}</sup>`;
  return html`${runOf({ ...run, text })}${initials}${linesOf(run.text.slice(text.length))}`;
}

/** Words in another language, in their own direction. */
function renderingOf({ by, language, direction, text, notes }: SheetRendering, copy: FhirCopy): readonly Markup[] {
  const { strings } = copy.record;
  const rendered = (name: string) => strings.renderedBy(name, language);
  const items = notes.map(({ word, says }) => html`${wordsOf(word, strings)}: ${wordsOf(says, strings)}`);
  return [
    paragraph(sentenceOf(rendered, wordsOf(by, strings))),
    paragraphIn(language, direction, linesOf(text)),
    ...listOf(items),
  ];
}
