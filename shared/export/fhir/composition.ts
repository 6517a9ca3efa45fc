import type { Composition, CompositionSection, Reference } from "@medplum/fhirtypes";
import { html, type Markup } from "../markup.ts";
import { CONFERENCE_NOTE } from "./codes.ts";
import { consentPart, personReference, referenceTo, rolePart, voiceReference, type FhirCopy } from "./fhir-copy.ts";
import { listOf, nameOf, narrativeOf, paragraph, wordsOf, wordsParagraph } from "./narrative.ts";
import { decisionsOf, tasksOf, wishesOf } from "./narrated-decided.ts";
import { consentsOf, summaryOf, utterancesOf } from "./narrated-words.ts";
import { textIdentifier } from "./places.ts";

/**
 * The record itself: every voice its author, `final` where it is agreed and `preliminary` where it is a draft, one section
 * for each part that is meant for its reader, in the order of the paper.
 */
export function compositionOf(copy: FhirCopy): Composition & { id: string } {
  const { record, sheet } = copy;
  const { digest, revision } = record.proposed;
  return {
    resourceType: "Composition",
    id: copy.idOf("composition"),
    language: sheet.language,
    text: narrativeOf("generated", record.strings, standingOf(copy)),
    identifier: textIdentifier(digest),
    status: sheet.agreed ? "final" : "preliminary",
    type: CONFERENCE_NOTE,
    subject: personReference(copy),
    date: sheet.frozenAt,
    author: copy.voices.map((voice) => voiceReference(copy, voice)),
    title: titleOf(copy),
    // What is said in a crisis is for its readers alone.
    confidentiality: "R",
    ...(sheet.agreed && { attester: attestersOf(copy) }),
    // A draft replaces nothing in any archive.
    ...(sheet.agreed &&
      revision.supersedes !== null && {
        relatesTo: [{ code: "replaces", targetIdentifier: textIdentifier(revision.supersedes) }],
      }),
    section: sectionsOf(copy),
  };
}

function titleOf({ record: { strings }, sheet }: FhirCopy): string {
  const mark = sheet.agreed ? strings.agreedMark : strings.draftMark;
  return sheet.title === "" ? mark : sheet.title;
}

function standingOf(copy: FhirCopy): readonly Markup[] {
  const { sheet } = copy;
  const { strings } = copy.record;
  const [mark, meaning] = sheet.agreed
    ? [strings.agreedMark, strings.agreedMeaning]
    : [strings.draftMark, strings.draftMeaning];
  const after = sheet.agreed ? strings.takesThePlaceOf : strings.follows;
  const reader = sheet.reader === "" ? html`${strings.everyoneInTheRoom}` : wordsOf(sheet.reader, strings);
  return [
    paragraph(html`<b>${wordsOf(titleOf(copy), strings)}</b>`),
    paragraph(html`<b>${mark}</b> ${meaning}`),
    ...(sheet.agreed ? [paragraph(strings.canBeChanged)] : []),
    paragraph(strings.frozenAt(strings.moment(sheet.frozenAt))),
    paragraph(strings.readerHeading, ": ", reader),
    paragraph(strings.digest, ": ", sheet.digest),
    ...(sheet.supersedes === null ? [] : [paragraph(after(sheet.supersedes))]),
  ];
}

/** Whoever has said yes stands for the text as the person they are, whatever their work. */
function attestersOf(copy: FhirCopy): NonNullable<Composition["attester"]> {
  return copy.yeses.map(({ voice, document }) => ({
    mode: "personal",
    time: document.givenAt,
    party: voiceReference(copy, voice),
  }));
}

function sectionsOf(copy: FhirCopy): CompositionSection[] {
  const { sheet } = copy;
  const { strings } = copy.record;
  const sections = [
    section(copy, strings.voicesHeading, voicesOf(copy), peopleReferences(copy)),
    sheet.parts.has("summary") && section(copy, strings.summaryHeading, summaryOf(copy)),
    sheet.wishes.length > 0 && section(copy, strings.wishesHeading, wishesOf(sheet.wishes, copy)),
    sheet.decisions.length > 0 && section(copy, strings.decisionsHeading, decisionsOf(sheet.decisions, copy)),
    sheet.leftOpen.length > 0 && section(copy, strings.leftOpenHeading, decisionsOf(sheet.leftOpen, copy)),
    sheet.tasks.length > 0 && section(copy, strings.tasksHeading, tasksOf(sheet.tasks, copy)),
    sheet.nextMeeting.trim() !== "" &&
      section(copy, strings.nextMeetingHeading, [wordsParagraph(sheet.nextMeeting, sheet.language, strings)]),
    sheet.stretches.length > 0 && section(copy, strings.wordsHeading, utterancesOf(copy)),
    sheet.agreed && section(copy, strings.consentsHeading, consentsOf(sheet.consents, copy), consentReferences(copy)),
  ];
  return sections.filter((one) => one !== false);
}

/** An empty part says so in words: a section without any would break cmp-1. */
function section(
  { record: { strings } }: FhirCopy,
  title: string,
  content: readonly Markup[],
  entry: readonly Reference[] = [],
): CompositionSection {
  return {
    title,
    text: narrativeOf("additional", strings, content.length > 0 ? content : [paragraph(strings.nothing)]),
    ...(entry.length > 0 && { entry: [...entry] }),
  };
}

function voicesOf({ sheet, record: { strings } }: FhirCopy): readonly Markup[] {
  return listOf(
    sheet.voices.map((voice) => {
      const relation = voice.relation === "" ? html`` : html`, ${wordsOf(voice.relation, strings)}`;
      return html`${nameOf(voice, strings)}${relation}`;
    }),
  );
}

function peopleReferences(copy: FhirCopy): readonly Reference[] {
  return copy.voices.flatMap((voice) => [
    voiceReference(copy, voice),
    ...(voice.type === "Practitioner" && voice.called.relation !== ""
      ? [referenceTo(copy.idOf(rolePart(voice.id)), "PractitionerRole", voice.called.relation)]
      : []),
  ]);
}

function consentReferences(copy: FhirCopy): readonly Reference[] {
  return copy.yeses.map(({ voice }) => referenceTo(copy.idOf(consentPart(voice.id)), "Consent"));
}
