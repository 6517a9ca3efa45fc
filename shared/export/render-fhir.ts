import type { Bundle, BundleEntry, Resource } from "@medplum/fhirtypes";
import { URI_SYSTEM } from "./fhir/codes.ts";
import { compositionOf } from "./fhir/composition.ts";
import { consentResourcesOf } from "./fhir/consents.ts";
import { fhirCopyOf } from "./fhir/fhir-copy.ts";
import { peopleOf } from "./fhir/people.ts";
import { provenanceOf } from "./fhir/provenance.ts";
import type { ExportRecord } from "./record.ts";

/**
 * The same record as a FHIR R4 document: JSON that a health record system takes as it is. Everyone in it is called as for its
 * reader, every signed yes is in it, and all it refers to stands in it. The same copy gives the same text each time.
 */
export async function renderFhir(record: ExportRecord): Promise<string> {
  const copy = await fhirCopyOf(record);
  const bundle: Bundle = {
    resourceType: "Bundle",
    id: copy.idOf("bundle"),
    identifier: { system: URI_SYSTEM, value: `urn:uuid:${copy.idOf("bundle")}` },
    type: "document",
    timestamp: copy.madeAt,
    entry: [compositionOf(copy), ...peopleOf(copy), ...consentResourcesOf(copy), provenanceOf(copy)].map(entryOf),
  };
  return `${JSON.stringify(bundle, null, 2)}\n`;
}

function entryOf(resource: Resource & { readonly id: string }): BundleEntry {
  return { fullUrl: `urn:uuid:${resource.id}`, resource };
}
