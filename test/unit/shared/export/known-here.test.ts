import { describe, expect, it } from "vitest";
import { withKnownHere } from "../../../../shared/export/known-here.ts";
import { verifyBundle } from "../../../../shared/export/verify.ts";
import { bundleFor, gp, later, proven } from "../../../cast/proven.ts";
import { karim } from "../../../cast/seven-voices.ts";
import { withdrawnBy } from "../../../cast/withdrawn.ts";

const copy = await verifyBundle(await bundleFor(gp));

describe("what this laptop knows of a record besides the file", () => {
  it("is that a yes was taken back, under the name that the copy has", async () => {
    const withdrawn = await withdrawnBy(proven, karim);
    const told = withKnownHere(copy, new Map([[withdrawn.digest, withdrawn]]));
    expect(told).toMatchObject({ ok: true, supersededBy: null });
    expect(told.withdrawn.map(({ id, name }) => [id, name])).toEqual([[karim.id, "Samira’s brother"]]);
    // Told by the file and by this laptop, it is told once.
    expect(withKnownHere(told, new Map([[withdrawn.digest, withdrawn]])).withdrawn).toHaveLength(1);
  });

  it("is that a later record takes its place, once that is agreed", () => {
    const revisions = new Map([proven, later].map((one) => [one.digest, one]));
    expect(withKnownHere(copy, revisions).supersededBy?.digest).toBe(later.digest);
    const draft = { ...later, answers: new Map() };
    expect(withKnownHere(copy, new Map(revisions).set(draft.digest, draft)).supersededBy).toBeNull();
  });

  it("is nothing for another record, nor for a file that does not hold", async () => {
    expect(withKnownHere(copy, new Map())).toBe(copy);
    const broken = { ...copy, ok: false };
    const withdrawn = await withdrawnBy(proven, karim);
    expect(withKnownHere(broken, new Map([[withdrawn.digest, withdrawn]]))).toBe(broken);
  });
});
