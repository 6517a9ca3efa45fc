import { describe, expect, it } from "vitest";
import { makeBundle } from "../../../../shared/export/bundle.ts";
import { verifyBundle } from "../../../../shared/export/verify.ts";
import { agreedByAll } from "../../../cast/records.ts";
import { thursday } from "../../../cast/samiras-meeting.ts";
import { ellen } from "../../../cast/seven-voices.ts";

describe("a bundle", () => {
  it("verifies", async () => {
    const made = await makeBundle({
      proposed: agreedByAll,
      reader: "network",
      supersededBy: null,
      madeBy: ellen,
      madeAtMs: thursday,
    });
    if (!made.ok) throw new Error(made.reason);
    expect((await verifyBundle(made.value)).faults).toEqual([]);
  });
});
