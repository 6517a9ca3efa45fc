import { describe, expect, it } from "vitest";
import { agreedBefore } from "../../../../shared/consent/final.ts";
import type { ProposedRevision } from "../../../../shared/consent/state.ts";
import { agreedByAll, proposedWith } from "../../../cast/records.ts";
import { firstRevision } from "../../../cast/samiras-meeting.ts";
import { karim } from "../../../cast/seven-voices.ts";
import { withdrawnBy } from "../../../cast/withdrawn.ts";

const amending = (before: ProposedRevision, nextMeeting: string) =>
  proposedWith({ ...firstRevision, nextMeeting, supersedes: before.digest }, []);

describe("the agreed record that a text amends", () => {
  it("is found past the drafts between the two, also where a yes to it was taken back", async () => {
    const withdrawn = await withdrawnBy(agreedByAll, karim);
    const draft = await amending(withdrawn, "Friday");
    const again = await amending(draft, "Saturday");
    const revisions = new Map([withdrawn, draft, again].map((one) => [one.digest, one]));
    expect(agreedBefore(revisions, again)).toBe(withdrawn);
    expect(agreedBefore(revisions, draft)).toBe(withdrawn);
  });

  it("is none where there was none, or where what came before is not here any more", async () => {
    const draft = await proposedWith(firstRevision, []);
    const again = await amending(draft, "Friday");
    expect(agreedBefore(new Map([[draft.digest, draft]]), again)).toBeNull();
    expect(agreedBefore(new Map(), again)).toBeNull();
    expect(agreedBefore(new Map(), agreedByAll)).toBeNull();
  });
});
