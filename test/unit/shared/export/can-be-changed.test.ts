import { describe, expect, it } from "vitest";
import { exportStrings as strings } from "../../../cast/export-strings.ts";
import { proven } from "../../../cast/proven.ts";
import { everyForm } from "./every-form.ts";

const record = { reader: "network", proposed: proven, strings } as const;
const [page, ...withoutProof] = everyForm;

describe("a form that carries no proof", () => {
  it.each(withoutProof)("says next to its mark that a change would not be seen: %s", async (_form, read) => {
    const told = await read({ ...record, standing: "agreed" });
    const at = told.indexOf(strings.canBeChanged);
    expect(at).toBeGreaterThan(told.indexOf(strings.agreedMark));
    expect(at).toBeLessThan(told.indexOf(strings.voicesHeading));
    expect(told.split(strings.canBeChanged)).toHaveLength(2);
  });

  it.each(withoutProof)("says so of an agreed record only: %s", async (_form, read) => {
    expect(await read({ ...record, standing: "draft" })).not.toContain(strings.canBeChanged);
  });

  it("is not the page", async () => {
    expect(await page?.[1]({ ...record, standing: "agreed" })).not.toContain(strings.canBeChanged);
  });
});
