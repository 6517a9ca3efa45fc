import { copyFor } from "../../consent/copy.ts";
import type { Yes } from "../../consent/state.ts";
import type { VoiceId } from "../../feed/ids.ts";
import type { Part } from "../../meeting/shapes.ts";
import type { ExportRecord } from "../record.ts";
import { layOut, type Sheet, type SheetVoice } from "../sheet.ts";
import { uuidOf } from "./places.ts";

/** What may sign and be named in a document. */
export type PersonType = "Patient" | "Practitioner" | "RelatedPerson";

/** A voice, with the resource that it is in the bundle. */
export interface FhirVoice {
  readonly id: VoiceId;
  readonly called: SheetVoice;
  readonly type: PersonType;
}

/** A voice with its yes. */
export interface FhirYes extends Yes {
  readonly voice: FhirVoice;
}

/** Where a resource stands in the bundle, named so that a person can read it too. */
interface Place<Type> {
  readonly reference: string;
  readonly type: Type;
  readonly display?: string;
}

/** One reader's copy, with the places of its resources in the bundle. Every resource is made from this and nothing else. */
export interface FhirCopy {
  readonly record: ExportRecord;
  readonly sheet: Sheet;
  readonly voices: readonly FhirVoice[];
  /** The person at the centre; null where no voice of the text is that person. */
  readonly person: FhirVoice | null;
  /** Every yes, in the order of the sheet's; none of a draft. */
  readonly yeses: readonly FhirYes[];
  /** When the newest thing in it was said, signed or frozen. */
  readonly madeAt: string;
  /** The id of a resource in the bundle, by what it is of. */
  readonly idOf: (part: string) => string;
}

/** Lays a copy out for a bundle. Throws where `layOut` does. */
export async function fhirCopyOf(record: ExportRecord): Promise<FhirCopy> {
  const { proposed, reader } = record;
  const sheet = layOut(record);
  const copy = copyFor(proposed.revision, reader);
  // As the sheet has them: each once, in the order of the copy.
  const kinds = new Map(copy.voices.map(({ id, profile }) => [id, profile.kind]));
  const voices = [...kinds].flatMap(([id, kind], index) => {
    const called = sheet.voices[index];
    return called === undefined ? [] : [{ id, called, type: typeOf(kind) }];
  });
  const parts = [
    ...["bundle", "composition", "patient", "provenance"],
    ...voices.flatMap(({ id }) => [id, rolePart(id), consentPart(id)]),
  ];
  const ids = new Map(await Promise.all(parts.map(async (part) => [part, await uuidOf(record, part)] as const)));
  return {
    record,
    sheet,
    voices,
    yeses: sheet.agreed ? voices.flatMap((voice) => yesOf(voice, record)) : [],
    person: voices.find(({ type }) => type === "Patient") ?? null,
    madeAt: lastMomentOf(record, sheet),
    idOf: (part) => {
      const id = ids.get(part);
      if (id === undefined) throw new Error("a resource stands only where a place was made for it");
      return id;
    },
  };
}

/** The name of the part of a copy that says what a voice takes part as. */
export function rolePart(voice: VoiceId): string {
  return `role/${voice}`;
}

/** The name of the part of a copy that holds a voice’s yes. */
export function consentPart(voice: VoiceId): string {
  return `consent/${voice}`;
}

/** A reference to a resource of the bundle. */
export function referenceTo<Type extends string>(id: string, type: Type, display?: string): Place<Type> {
  return { reference: `urn:uuid:${id}`, type, ...(display !== undefined && { display }) };
}

/** A voice of the copy, called as it is called there. */
export function voiceReference({ idOf }: FhirCopy, { id, type, called }: FhirVoice): Place<PersonType> {
  return referenceTo(idOf(id), type, called.name);
}

/** The voice of this id. Throws where the copy has none: who signs or answers in a copy is named in it. */
export function voiceOf({ voices }: FhirCopy, id: VoiceId): FhirVoice {
  const voice = voices.find((one) => one.id === id);
  if (voice === undefined) throw new Error("who is named in a copy is a voice of it");
  return voice;
}

/** The person at the centre, whether or not they were there. */
export function personReference(copy: FhirCopy): Place<"Patient"> {
  const { person, idOf } = copy;
  return person === null
    ? referenceTo(idOf("patient"), "Patient")
    : referenceTo(idOf(person.id), "Patient", person.called.name);
}

/** Peer workers and interpreters take part in giving care, by FHIR's definition of a practitioner; a supporter sits beside a voice. */
function typeOf(kind: Part): PersonType {
  switch (kind) {
    case "person":
      return "Patient";
    case "network":
    case "supporter":
      return "RelatedPerson";
    case "professional":
    case "peer":
    case "interpreter":
      return "Practitioner";
  }
}

function yesOf(voice: FhirVoice, { proposed }: ExportRecord): readonly FhirYes[] {
  const answer = proposed.answers.get(voice.id);
  return answer?.answer === "yes" ? [{ voice, document: answer.document, witness: answer.witness }] : [];
}

function lastMomentOf({ proposed }: ExportRecord, { agreed, frozenAt }: Sheet): string {
  if (!agreed) return frozenAt;
  const signed = [...proposed.answers.values()].flatMap((answer) =>
    answer.answer === "yes" ? [answer.document.givenAt, answer.witness?.witnessedAt ?? ""] : [],
  );
  // One spelling for every moment, so that the order of letters is the order of time.
  return [frozenAt, ...signed].reduce((last, moment) => (moment > last ? moment : last));
}
