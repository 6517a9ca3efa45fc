import { describe, expect, it } from "vitest";
import { sentencesFor } from "../../../../electron/verify/sentences.ts";
import { makeNotice } from "../../../../shared/export/bundle.ts";
import { renderText } from "../../../../shared/export/render-text.ts";
import { verifyFile } from "../../../../shared/export/verify-file.ts";
import { verifyTogether } from "../../../../shared/export/verify-together.ts";
import { thursday } from "../../../cast/samiras-meeting.ts";
import { exportStrings as strings } from "../../../cast/export-strings.ts";
import { agreedTo, bundleFor, gp, later, pageFor, proven, toBeProven } from "../../../cast/proven.ts";
import { ellen, karim, type CastVoice } from "../../../cast/seven-voices.ts";
import { withdrawnBy } from "../../../cast/withdrawn.ts";

/** What is said of files that are checked together. */
async function said(...files: readonly (string | Uint8Array)[]): Promise<readonly string[]> {
  const bytes = files.map((file) => (typeof file === "string" ? new TextEncoder().encode(file) : file));
  const verifications = verifyTogether(await Promise.all(bytes.map(verifyFile)));
  return verifications.map((verification) => sentencesFor("file", verification).join("\n"));
}

async function noticeOf(proposed: Parameters<typeof makeNotice>[0]["proposed"]): Promise<string> {
  const made = await makeNotice({ proposed, supersededBy: null, madeBy: ellen, madeAtMs: thursday });
  if (!made.ok) throw new Error(made.reason);
  return made.value;
}

describe("of a page that was saved anew", () => {
  const changed = async () => {
    const page = Buffer.from(await pageFor("network")).toString();
    return Buffer.from(page.replace("</body>", " </body>"));
  };

  it("it is told what has become of the record inside it", async () => {
    const [page] = await said(await changed(), await noticeOf(await withdrawnBy(proven, karim)));
    expect(page).toMatch(/^✗ file does not hold\./u);
    expect(page).toContain("The record inside it is exactly what was agreed.");
    expect(page).toContain("Karim took this yes back on 27 November 2026 at 17:00 UTC.");
  });

  it("nothing is told where nothing is known", async () => {
    expect((await said(await changed()))[0]).not.toContain("yes");
  });
});

describe("of a later text", () => {
  const { voices } = toBeProven;
  const amendedBy = (...asked: readonly CastVoice[]) =>
    agreedTo({
      ...{ ...toBeProven, supersedes: proven.digest, summary: [], decisions: [], utterances: [] },
      voices: voices.filter(({ id }) => asked.some((voice) => voice.id === id)),
    });

  it("it is told who said yes to it, and who of the earlier one was not asked", async () => {
    const alone = await amendedBy(ellen);
    const [earlier, later] = await said(await bundleFor("network"), await bundleFor("network", alone));
    const without = "not asked in it: Samira, Layla, Karim, Jo, Dr Okafor, Tomas.";
    expect(earlier).toContain(`agreed by Ellen: ${alone.digest.slice(0, 16)}…; ${without}`);
    expect(later).not.toContain("not asked");
  });

  it("nothing more is told where everyone was asked", async () => {
    const [earlier] = await said(await bundleFor("network"), await bundleFor("network", later));
    expect(earlier).toContain("A later text took its place");
    expect(earlier).not.toContain("not asked");
  });
});

describe("of a record that holds", () => {
  it("it is told that names prove nobody, with the ends of the keys as a paper has them", async () => {
    const [copy] = await said(await bundleFor(gp));
    const paper = renderText({ standing: "agreed", proposed: proven, reader: gp, strings });
    const keys = [...(copy ?? "").matchAll(/; key (z6Mk…\w{8})$/gmu)].map(([, key]) => key);
    expect(keys).toEqual([...paper.matchAll(/^Key: (.*)$/gmu)].map(([, key]) => key));
    expect(keys).toHaveLength(proven.revision.voices.length);
    expect(copy).toContain("The names are as the file gives them.");
  });
});
