import { describe, expect, it } from "vitest";
import { documentOf } from "../../../../renderer/export/documents.ts";
import { exportStrings } from "../../../../renderer/export/export-strings.ts";
import { createMessages } from "../../../../renderer/i18n/messages.ts";
import { digestOf } from "../../../../shared/consent/root.ts";
import type { ProposedRevision } from "../../../../shared/consent/state.ts";
import { firstRevision } from "../../../cast/samiras-meeting.ts";
import { ellen } from "../../../cast/seven-voices.ts";

const strings = exportStrings(createMessages());

async function draft(): Promise<ProposedRevision> {
  const digest = await digestOf(firstRevision);
  return { digest, revision: firstRevision, proposedBy: ellen.id, proposedAt: 1, answers: new Map() };
}

describe("a document of a draft", () => {
  it.each(["html", "markdown"] as const)("is not made as agreed: %s", async (form) => {
    const proposed = await draft();
    expect(documentOf({ proposed, reader: "network", standing: "agreed", form, strings })).toEqual({
      ok: false,
      reason: "not-final",
    });
  });

  it.each(["html", "markdown"] as const)("is made as the draft it is, and says so: %s", async (form) => {
    const proposed = await draft();
    const made = documentOf({ proposed, reader: "network", standing: "draft", form, strings });
    expect(made.ok && made.value).toContain("This is a draft.");
    expect(made.ok && made.value).toContain("agrees, with a reservation");
  });
});
