import { describe, expect, it } from "vitest";
import { toldHere } from "../../../../shared/export/known-here.ts";
import { verifyBundle } from "../../../../shared/export/verify.ts";
import { verifyFile } from "../../../../shared/export/verify-file.ts";
import { verifyTogether } from "../../../../shared/export/verify-together.ts";
import type { Verification } from "../../../../shared/export/verify-outcome.ts";
import type { ProposedRevision } from "../../../../shared/consent/state.ts";
import { bundleFor, gp, later, pageFor, proven } from "../../../cast/proven.ts";
import { karim } from "../../../cast/seven-voices.ts";
import { withdrawnBy } from "../../../cast/withdrawn.ts";

const copy = await verifyBundle(await bundleFor(gp));
const withdrawn = await withdrawnBy(proven, karim);

function known(file: Verification, ...here: readonly ProposedRevision[]): Verification {
  const [told] = verifyTogether([file], toldHere(new Map(here.map((one) => [one.digest, one]))));
  if (told === undefined) throw new Error("something is said of every file");
  return told;
}

describe("what this laptop knows of a record besides the file", () => {
  it("is that a yes was taken back, under the name that the copy has", () => {
    const told = known(copy, withdrawn);
    expect(told).toMatchObject({ ok: true, supersededBy: null });
    expect(told.withdrawn.map(({ id, name }) => [id, name])).toEqual([[karim.id, "Samira’s brother"]]);
    // Told by the file and by this laptop, it is told once.
    expect(known(told, withdrawn).withdrawn).toHaveLength(1);
  });

  it("is that a later record takes its place, once that is agreed", () => {
    expect(known(copy, proven, later).supersededBy?.digest).toBe(later.digest);
    expect(known(copy, proven, { ...later, answers: new Map() }).supersededBy).toBeNull();
  });

  it("is told of the proof in a page that was changed around it", async () => {
    const page = Buffer.from(await pageFor(gp))
      .toString()
      .replace("Five nights", "Nine nights");
    const told = known(await verifyFile(Buffer.from(page)), withdrawn, later);
    expect(told.ok).toBe(false);
    expect(told.withdrawn.map(({ name }) => name)).toEqual(["Samira’s brother"]);
    expect(told.supersededBy?.digest).toBe(later.digest);
  });

  it("is nothing for another record, nor for a file that does not hold", () => {
    expect(known(copy, later)).toEqual(copy);
    const broken: Verification = { ...copy, ok: false, faults: [{ part: "decisions/1", why: "changed" }] };
    expect(known(broken, withdrawn)).toBe(broken);
  });
});
