import { describe, expect, it } from "vitest";
import { standingOf } from "../../../../renderer/app/standing.ts";
import type { Digest } from "../../../../shared/feed/ids.ts";
import { agreedByAll } from "../../../cast/records.ts";
import { withdrawnBy } from "../../../cast/withdrawn.ts";
import { karim } from "../../../cast/seven-voices.ts";

// A branded id has no other constructor than a cast; these two name nothing real.
const [first, second] = ["first", "second"] as [Digest, Digest];
const calm = {
  agreed: null,
  openRevision: null,
  keeps: "disk",
  peers: 2,
  revisions: new Map(),
  saving: "saved",
} as const;

describe("what the header says", () => {
  it("a text is a draft until it is agreed, and again while another one is open", () => {
    expect(standingOf(calm).text).toBe("standing.draft");
    expect(standingOf({ ...calm, openRevision: first }).text).toBe("standing.draft");
    expect(standingOf({ ...calm, openRevision: first, agreed: first }).text).toBe("standing.agreed");
    expect(standingOf({ ...calm, openRevision: second, agreed: first }).text).toBe("standing.draft");
  });

  it("that it was agreed, once someone has taken their yes back", async () => {
    const { digest } = agreedByAll;
    const told = { ...calm, openRevision: digest, agreed: digest };
    expect(standingOf({ ...told, revisions: new Map([[digest, agreedByAll]]) }).text).toBe("standing.agreed");
    const withdrawn = await withdrawnBy(agreedByAll, karim);
    expect(standingOf({ ...told, revisions: new Map([[digest, withdrawn]]) }).text).toBe("standing.withdrawn");
  });

  it("saved with everyone only when there is someone and everything is saved", () => {
    expect(standingOf(calm).kept).toBe("standing.savedWithAll");
    expect(standingOf({ ...calm, peers: 0 }).kept).toBe("standing.savedAlone");
    expect(standingOf({ ...calm, saving: "saving" }).kept).toBe("standing.saving");
    expect(standingOf({ ...calm, saving: "failed" }).kept).toBe("standing.failed");
  });

  it("never saved where it goes with the window", () => {
    const guest = { ...calm, keeps: "window" } as const;
    expect(standingOf(guest).kept).toBe("standing.guestWithAll");
    expect(standingOf({ ...guest, peers: 0 }).kept).toBe("standing.guestAlone");
    expect(standingOf({ ...guest, saving: "saving" }).kept).toBe("standing.saving");
    expect(standingOf({ ...guest, saving: "failed" }).kept).toBe("standing.failed");
  });
});
