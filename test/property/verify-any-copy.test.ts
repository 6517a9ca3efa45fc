import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { RevisionSchema } from "../../shared/consent/statements.ts";
import { makeBundle } from "../../shared/export/bundle.ts";
import { renderHtml } from "../../shared/export/render-html.ts";
import { sealHtml } from "../../shared/export/seal.ts";
import { verifyFile } from "../../shared/export/verify-file.ts";
import { anyCopy, exported } from "../cast/any-copy.ts";
import { thursday } from "../cast/samiras-meeting.ts";
import { everyone } from "../cast/seven-voices.ts";

/** Any text that can be proposed, with any words in it, and any name that someone wishes to be called for a reader. */
const anyRecord = anyCopy
  .map(({ revision, reader }) => {
    const named = revision.voices.map(({ profile, ...voice }) => {
      const own = everyone.find(({ id }) => id === voice.id)?.profile;
      return { ...voice, profile: { ...profile, name: own?.name ?? "" } };
    });
    return { reader, proposal: v.safeParse(RevisionSchema, { ...revision, voices: named }) };
  })
  .filter(({ proposal }) => proposal.success);

describe("an agreed record", () => {
  it("can be proven, whatever is written in it and whoever reads it", async () => {
    await fc.assert(
      fc.asyncProperty(anyRecord, async ({ reader, proposal }) => {
        if (!proposal.success) return;
        const record = await exported({ standing: "agreed", revision: proposal.output, reader });
        const { proposed } = record;
        const sealedBy = everyone.find(({ id }) => id === proposed.revision.voices[0]?.id);
        if (sealedBy === undefined) throw new Error("the cast is everyone there is");
        const made = await makeBundle({ proposed, reader, supersededBy: null, madeBy: sealedBy, madeAtMs: thursday });
        expect(made.ok ? "proven" : made.reason).toBe("proven");
        if (!made.ok) return;
        const sealing = { revision: proposed.digest, sealedBy, sealedAtMs: thursday };
        const page = await sealHtml(renderHtml(record, made.value), sealing);
        expect((await verifyFile(page)).faults).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 90_000);
});
