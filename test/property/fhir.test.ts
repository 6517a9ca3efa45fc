import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderFhir } from "../../shared/export/render-fhir.ts";
import { anyCopy, exported } from "../cast/any-copy.ts";
import { documentFaults } from "../exports/fhir-document.ts";

describe("whatever was said, by whomever, for whichever reader", () => {
  it("is a document that nothing is wrong with", async () => {
    await fc.assert(
      fc.asyncProperty(anyCopy, async (copy) => {
        expect(documentFaults(await renderFhir(await exported(copy)))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("is the same document each time", async () => {
    await fc.assert(
      fc.asyncProperty(anyCopy, async (copy) => {
        expect(await renderFhir(await exported(copy))).toBe(await renderFhir(await exported(copy)));
      }),
      { numRuns: 50 },
    );
  });
});
