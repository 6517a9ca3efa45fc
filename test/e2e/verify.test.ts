import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import axe from "axe-core";
import fc from "fast-check";
import { PDFDocument, PDFName } from "pdf-lib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { finishPdf } from "../../shared/export/pdf-attach.ts";
import { renderHtml } from "../../shared/export/render-html.ts";
import { sealPdf } from "../../shared/export/seal.ts";
import { verifyFile } from "../../shared/export/verify-file.ts";
import { exportStrings as strings } from "../cast/export-strings.ts";
import { bundleFor, ellensSeal, gp, pageFor, proven } from "../cast/proven.ts";
import { stranger } from "../cast/seven-voices.ts";
import { changeAt, oneByte } from "../exports/one-byte.ts";
import { launchLaptop, type Laptop } from "./chromium.ts";

const run = promisify(execFile);
const title = "Samira’s meeting";
const record = { standing: "agreed", proposed: proven, reader: gp, strings } as const;
let laptop: Laptop;
let folder: string;
let bundle: string;
let printed: Uint8Array;
let paper: Uint8Array;

beforeAll(async () => {
  laptop = await launchLaptop();
  folder = await mkdtemp(join(tmpdir(), "verify-"));
  bundle = await bundleFor(gp);
  await laptop.page.setContent(renderHtml(record));
  printed = await laptop.page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true });
  paper = await sealPdf(await finishPdf(printed, { title, language: "en", bundle }), ellensSeal);
  await writeFile(at("gp.pdf"), paper);
  await writeFile(at("gp.polyphony"), bundle);
  await writeFile(at("gp.html"), await pageFor(gp));
});

afterAll(async () => {
  await laptop.close();
  await rm(folder, { recursive: true });
});

const at = (name: string): string => join(folder, name);

describe("a paper that carries its proof", () => {
  it("holds", async () => {
    expect(await verifyFile(paper)).toMatchObject({ ok: true, form: "pdf", faults: [], reader: "Dr Brandt" });
  });

  it("is a sound PDF, tagged, with its title, language and outline", async () => {
    const { stdout } = await run("qpdf", ["--check", at("gp.pdf")]);
    expect(stdout).toContain("No syntax or stream encoding errors found");
    const { stdout: facts, stderr } = await run("pdfinfo", [at("gp.pdf")]);
    expect(stderr).toBe("");
    expect(facts).toMatch(/^Tagged:\s+yes$/mu);
    expect(facts).toMatch(/^Title:\s+Samira’s meeting$/mu);
    const { catalog } = await PDFDocument.load(paper);
    expect(catalog.has(PDFName.of("Outlines"))).toBe(true);
    expect(catalog.lookup(PDFName.of("Lang"))?.toString()).toContain("en");
    const preferences = catalog.lookup(PDFName.of("ViewerPreferences"))?.toString();
    expect(preferences).toContain("/DisplayDocTitle true");
  });

  it("gives the bundle to any program that knows attachments", async () => {
    const { stdout } = await run("pdfdetach", ["-list", at("gp.pdf")]);
    expect(stdout).toContain("Samira’s meeting.polyphony");
    await run("pdfdetach", ["-save", "1", "-o", at("detached.polyphony"), at("gp.pdf")]);
    expect(await readFile(at("detached.polyphony"), "utf8")).toBe(bundle);
  });

  it("has the name that Karim has in the room nowhere, unpacked neither", async () => {
    await run("qpdf", ["--qdf", "--object-streams=disable", at("gp.pdf"), at("unpacked.pdf")]);
    const { stdout: text } = await run("pdftotext", [at("gp.pdf"), "-"]);
    expect(text).toContain("Samira’s brother");
    for (const seen of [text, (await readFile(at("unpacked.pdf"))).toString("latin1")])
      expect(seen).not.toContain("Karim");
  });

  it("tells any changed byte", async () => {
    await fc.assert(
      fc.asyncProperty(oneByte(paper), async (change) => {
        expect((await verifyFile(changeAt(paper, change))).ok).toBe(false);
      }),
      { seed: 26, numRuns: 200 },
    );
  });

  it("does not hold once another program has saved it anew, nor with something behind it", async () => {
    expect((await verifyFile(await readFile(at("unpacked.pdf")))).ok).toBe(false);
    const more = new Uint8Array([...paper, ...new TextEncoder().encode("%\n")]);
    expect((await verifyFile(more)).faults).toEqual([{ part: "seal", why: "missing" }]);
  });

  it("carries the newer proof when it is finished once more", async () => {
    const again = await finishPdf(paper, { title, language: "en", bundle: await bundleFor("network") });
    const sealed = await sealPdf(again, ellensSeal);
    expect(await verifyFile(sealed)).toMatchObject({ ok: true, reader: "" });
  });

  it("is not sealed by a stranger", async () => {
    const finished = await finishPdf(printed, { title: "Another meeting", language: "en", bundle });
    const sealed = await sealPdf(finished, { ...ellensSeal, sealedBy: stranger });
    expect((await verifyFile(sealed)).faults).toEqual([{ part: "seal", why: "not-theirs" }]);
  });
});

it("a paper without a proof is finished too, and says that it carries none", async () => {
  const draft = await finishPdf(printed, { title: "ما قيل يوم الخميس", language: "ar", bundle: null });
  expect((await PDFDocument.load(draft)).getTitle()).toBe("ما قيل يوم الخميس");
  expect((await verifyFile(draft)).faults).toEqual([{ part: "file", why: "no-proof" }]);
});

describe("a page that carries its proof", () => {
  it("gives it out as a file, without a script and without a network", async () => {
    await laptop.page.goto(pathToFileURL(at("gp.html")).href);
    const [download] = await Promise.all([
      laptop.page.waitForEvent("download"),
      laptop.page.getByRole("link", { name: strings.proofLink }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("Samira’s meeting.polyphony");
    expect(await readFile(await download.path(), "utf8")).toBe(bundle);
  });

  it("has nothing a screen reader stumbles over", async () => {
    await laptop.page.goto(pathToFileURL(at("gp.html")).href);
    const violations = await laptop.page.evaluate(
      `${axe.source}; axe.run(document).then(({ violations }) => violations.map(({ id }) => id))`,
    );
    expect(violations).toEqual([]);
  });
});

describe("npm run verify", () => {
  const verify = async (...args: readonly string[]): Promise<{ code: number; out: string }> => {
    // From where the files are, as a person calls it.
    const wish = ["--prefix", process.cwd(), "run", "--silent", "verify", "--", ...args];
    try {
      const { stdout } = await run("npm", wish, { cwd: folder });
      return { code: 0, out: stdout };
    } catch (error) {
      // What `execFile` rejects with, where the program ended with another code than 0.
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, out: stdout + stderr };
    }
  };

  it("says who consented to what, and ends well where every file holds", async () => {
    const { code, out } = await verify("gp.pdf", "gp.html", "gp.polyphony");
    expect(code).toBe(0);
    for (const file of ["gp.pdf", "gp.html", "gp.polyphony"]) expect(out).toContain(`✓ ${file} holds.`);
    expect(out).toContain("Samira’s brother, on 26 November 2026 at 17:01 UTC");
    expect(out).toContain("Jo, on 26 November 2026 at 17:01 UTC, aloud: written down by Ellen, heard by Tomas");
    expect(out).not.toContain("Karim");
  });

  it("says which part was changed, and ends otherwise", async () => {
    await writeFile(at("changed.polyphony"), bundle.replace("Five nights", "Nine nights"));
    const { code, out } = await verify("gp.polyphony", "changed.polyphony");
    expect(code).toBe(1);
    expect(out).toContain("✓ gp.polyphony holds.");
    expect(out).toContain("✗ changed.polyphony does not hold.\n  Decision 1 was changed.");
  });

  it("says the same as JSON", async () => {
    const { code, out } = await verify("gp.pdf", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ file: "gp.pdf", ok: true, form: "pdf", digest: proven.digest });
  });

  it.each([[[]], [["--unknown"]], [["not-there.pdf"]]])("ends otherwise when asked for %j", async (args) => {
    expect((await verify(...args)).code).toBe(1);
  });
});
