import { describe, expect, it } from "vitest";
import { renderFhir } from "../../../../shared/export/render-fhir.ts";
import { exportStrings as strings } from "../../../cast/export-strings.ts";
import { later, proven } from "../../../cast/proven.ts";
import { everyForm } from "./every-form.ts";

const beginnings = {
  agreed: "It takes the place of the text with the fingerprint",
  draft: "It follows the text with the fingerprint",
} as const;

describe.each([
  ["agreed", "takes the place of", beginnings.agreed, beginnings.draft],
  ["draft", "follows, and takes no other’s place", beginnings.draft, beginnings.agreed],
] as const)("an amendment that is %s", (standing, says, beginning, other) => {
  it.each(everyForm)(`says in %s which text it ${says}`, async (_form, read) => {
    const told = await read({ standing, reader: "network", proposed: later, strings });
    expect(told).toContain(`${beginning} ${proven.digest.slice(0, 16)}…`);
    expect(told).not.toContain(other);
  });

  it.each(everyForm)("says nothing of the kind in %s where it follows no other", async (_form, read) => {
    expect(await read({ standing, reader: "network", proposed: proven, strings })).not.toContain(beginning);
  });
});

it("is a replacement to a health record system only once it is agreed", async () => {
  const record = { reader: "network", proposed: later, strings } as const;
  expect(await renderFhir({ ...record, standing: "agreed" })).toContain('"replaces"');
  expect(await renderFhir({ ...record, standing: "draft" })).not.toContain('"replaces"');
});
