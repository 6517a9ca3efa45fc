import type { Consent, ConsentProvisionActor } from "@medplum/fhirtypes";
import { html } from "../markup.ts";
import { DISCLOSURE, OPT_IN, PRIVACY_CONSENT, RECIPIENT } from "./codes.ts";
import { consentPart, personReference, referenceTo, voiceReference, type FhirCopy } from "./fhir-copy.ts";
import { nameOf, narrativeOf, paragraph } from "./narrative.ts";
import { consentOf } from "./narrated-words.ts";
import { encodedDocument, SIGNED_DOCUMENT } from "./signed-document.ts";

/** Every yes as a Consent of its own: to this text, for this reader, with the signed document as its source. None of a draft. */
export function consentResourcesOf(copy: FhirCopy): readonly (Consent & { id: string })[] {
  return copy.yeses.map(({ voice, document }, index) => {
    const told = copy.sheet.consents[index];
    const { strings } = copy.record;
    return {
      resourceType: "Consent",
      id: copy.idOf(consentPart(voice.id)),
      text: narrativeOf("generated", strings, [
        paragraph(nameOf(voice.called, strings), ": ", told === undefined ? html`` : consentOf(told, copy)),
      ]),
      status: "active",
      scope: PRIVACY_CONSENT,
      category: [DISCLOSURE],
      patient: personReference(copy),
      dateTime: document.givenAt,
      performer: [voiceReference(copy, voice)],
      sourceAttachment: { contentType: SIGNED_DOCUMENT, data: encodedDocument(document), creation: document.givenAt },
      policyRule: OPT_IN,
      provision: {
        type: "permit",
        actor: recipientsOf(copy),
        data: [{ meaning: "instance", reference: referenceTo(copy.idOf("composition"), "Composition") }],
      },
    };
  });
}

/** Who may read this copy: those who were there, or the one reader whose it is. */
function recipientsOf(copy: FhirCopy): ConsentProvisionActor[] {
  const { reader } = copy.sheet;
  return reader === ""
    ? copy.voices.map((voice) => ({ role: RECIPIENT, reference: voiceReference(copy, voice) }))
    : [{ role: RECIPIENT, reference: { display: reader } }];
}
