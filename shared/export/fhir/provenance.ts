import type { Provenance, ProvenanceAgent, Signature } from "@medplum/fhirtypes";
import {
  AUTHOR,
  CONSENT_SIGNATURE,
  ENTERER,
  RECORDER_SIGNATURE,
  VERIFIER,
  WITNESS,
  WITNESS_SIGNATURE,
} from "./codes.ts";
import { referenceTo, voiceOf, voiceReference, type FhirCopy, type FhirYes } from "./fhir-copy.ts";
import { narrativeOf, paragraph } from "./narrative.ts";
import { consentsOf } from "./narrated-words.ts";
import { textIdentifier } from "./places.ts";
import { encodedDocument, SIGNED_DOCUMENT } from "./signed-document.ts";

/** Whose words the record is of, who wrote a yes down and who heard it, each with the signature that proves it. */
export function provenanceOf(copy: FhirCopy): Provenance & { id: string } {
  const { record, sheet } = copy;
  const { strings } = record;
  const { yeses } = copy;
  const signatures = yeses.flatMap((yes) => signaturesOf(yes, copy));
  return {
    resourceType: "Provenance",
    id: copy.idOf("provenance"),
    text: narrativeOf(
      "generated",
      strings,
      sheet.agreed ? consentsOf(sheet.consents, copy) : [paragraph(strings.draftMark)],
    ),
    target: [referenceTo(copy.idOf("composition"), "Composition")],
    recorded: copy.madeAt,
    agent: [
      ...copy.voices.map((voice) => ({ type: AUTHOR, who: voiceReference(copy, voice) })),
      ...yeses.flatMap((yes) => hearersOf(yes, copy)),
    ],
    entity: [{ role: "source", what: { identifier: textIdentifier(record.proposed.digest) } }],
    ...(signatures.length > 0 && { signature: signatures }),
  };
}

/** For a voice without a device: who wrote its yes down, and who heard it too. */
function hearersOf({ voice, document, witness }: FhirYes, copy: FhirCopy): readonly ProvenanceAgent[] {
  const onBehalfOf = voiceReference(copy, voice);
  return [
    ...(document.scribe === undefined
      ? []
      : [{ type: ENTERER, who: voiceReference(copy, voiceOf(copy, document.scribe)), onBehalfOf }]),
    ...(witness === null
      ? []
      : [{ type: VERIFIER, role: [WITNESS], who: voiceReference(copy, voiceOf(copy, witness.witness)), onBehalfOf }]),
  ];
}

function signaturesOf({ voice, document, witness }: FhirYes, copy: FhirCopy): readonly Signature[] {
  const own = voiceReference(copy, voice);
  const consent: Signature = {
    type: document.scribe === undefined ? [CONSENT_SIGNATURE] : [CONSENT_SIGNATURE, RECORDER_SIGNATURE],
    when: document.givenAt,
    who: document.scribe === undefined ? own : voiceReference(copy, voiceOf(copy, document.scribe)),
    ...(document.scribe !== undefined && { onBehalfOf: own }),
    sigFormat: SIGNED_DOCUMENT,
    data: encodedDocument(document),
  };
  if (witness === null) return [consent];
  return [
    consent,
    {
      type: [WITNESS_SIGNATURE],
      when: witness.witnessedAt,
      who: voiceReference(copy, voiceOf(copy, witness.witness)),
      sigFormat: SIGNED_DOCUMENT,
      data: encodedDocument(witness),
    },
  ];
}
