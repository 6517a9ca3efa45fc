import type { HumanName, Identifier, Patient, Practitioner, PractitionerRole, RelatedPerson } from "@medplum/fhirtypes";
import { html } from "../markup.ts";
import { URI_SYSTEM } from "./codes.ts";
import { personReference, referenceTo, rolePart, type FhirCopy, type FhirVoice } from "./fhir-copy.ts";
import { narrativeOf, nameOf, wordsOf } from "./narrative.ts";

type PersonResource = (Patient | Practitioner | PractitionerRole | RelatedPerson) & { readonly id: string };

/**
 * Everyone in a copy as a resource, called as they are called for its reader: the person at the centre a Patient, their
 * network RelatedPersons, professionals and peer workers Practitioners, with what they call their part in a PractitionerRole.
 * There is a Patient without a name where the person at the centre is no voice of the text: whom it is about is not left out.
 */
export function peopleOf(copy: FhirCopy): readonly PersonResource[] {
  const unnamed: readonly PersonResource[] =
    copy.person === null ? [{ resourceType: "Patient", id: copy.idOf("patient") }] : [];
  return [...unnamed, ...copy.voices.flatMap((voice) => resourcesOf(copy, voice))];
}

function resourcesOf(copy: FhirCopy, voice: FhirVoice): readonly PersonResource[] {
  const { strings } = copy.record;
  const { name, relation } = voice.called;
  const about = relation === "" ? html`` : html`, ${wordsOf(relation, strings)}`;
  const own = {
    id: copy.idOf(voice.id),
    text: narrativeOf("generated", strings, [html`<p>${nameOf(voice.called, strings)}${about}</p>`]),
    identifier: [{ system: URI_SYSTEM, value: voice.id }] satisfies Identifier[],
    name: [{ text: name }] satisfies HumanName[],
  };
  switch (voice.type) {
    case "Patient":
      return [{ resourceType: "Patient", ...own }];
    case "RelatedPerson":
      return [
        {
          resourceType: "RelatedPerson",
          ...own,
          patient: personReference(copy),
          ...(relation !== "" && { relationship: [{ text: relation }] }),
        },
      ];
    case "Practitioner":
      return [
        { resourceType: "Practitioner", ...own },
        ...(relation === ""
          ? []
          : [
              {
                resourceType: "PractitionerRole" as const,
                id: copy.idOf(rolePart(voice.id)),
                text: own.text,
                practitioner: referenceTo(own.id, "Practitioner", name),
                code: [{ text: relation }],
              },
            ]),
      ];
  }
}
