import { describe, expect, it } from "vitest";
import { textStandingOf } from "../../../../renderer/app/text-standing.ts";
import type { Digest } from "../../../../shared/feed/ids.ts";
import { agreedByAll } from "../../../cast/records.ts";
import { withdrawnBy } from "../../../cast/withdrawn.ts";
import { karim } from "../../../cast/seven-voices.ts";

// A branded id has no other constructor than a cast; these two name nothing real.
const [first, second] = ["first", "second"] as [Digest, Digest];
const begun = { agreed: null, openRevision: null, revisions: new Map() } as const;

describe("what the header says of the text", () => {
  it("is that it is a draft until it is agreed, and again while another one is open", () => {
    expect(textStandingOf(begun)).toBe("standing.draft");
    expect(textStandingOf({ ...begun, openRevision: first })).toBe("standing.draft");
    expect(textStandingOf({ ...begun, openRevision: first, agreed: first })).toBe("standing.agreed");
    expect(textStandingOf({ ...begun, openRevision: second, agreed: first })).toBe("standing.draft");
  });

  it("is that it was agreed, once someone has taken their yes back", async () => {
    const { digest } = agreedByAll;
    const told = { ...begun, openRevision: digest, agreed: digest };
    expect(textStandingOf({ ...told, revisions: new Map([[digest, agreedByAll]]) })).toBe("standing.agreed");
    const withdrawn = await withdrawnBy(agreedByAll, karim);
    expect(textStandingOf({ ...told, revisions: new Map([[digest, withdrawn]]) })).toBe("standing.withdrawn");
  });
});
