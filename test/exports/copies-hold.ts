import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import axe from "axe-core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verifyFile } from "../../shared/export/verify-file.ts";
import { launchLaptop } from "../e2e/chromium.ts";
import { openDocx } from "./docx-opened.ts";
import { documentFaults } from "./fhir-document.ts";
import { pageFaults } from "./html-page.ts";
import { holdsIndependently } from "./independent-proofs.ts";
import { RECORD } from "../demo/said.ts";
import { changeAt, oneByte } from "./one-byte.ts";
import { readPdf } from "./pdf-paper.ts";

const run = promisify(execFile);

/** The forms a copy leaves in; and those of them that carry what proves it. */
const FORMS = ["polyphony", "pdf", "large.pdf", "docx", "html", "md", "txt", "fhir.json"] as const;
const PROVEN = ["polyphony", "pdf", "large.pdf", "html"] as const;

/** Tries the copies that were taken home, each by the programs and the rules of its own form. */
export function describeCopies(folderOf: () => string, repository: string): void {
  const at = (whose: string, form: string) => join(folderOf(), `${whose}.${form}`);

  describe.each(["network", "gp"])("the copy for %s", (whose) => {
    it.each(PROVEN)("holds, and with any one byte changed does not: %s", async (form) => {
      const file = new Uint8Array(await readFile(at(whose, form)));
      expect(await verifyFile(file)).toMatchObject({ ok: true, faults: [] });
      await fc.assert(
        fc.asyncProperty(oneByte(file), async (change) => !(await verifyFile(changeAt(file, change))).ok),
        { seed: 27, numRuns: 200 },
      );
    });

    it("is checked by the command, without a network, in words and as JSON", async () => {
      const files = PROVEN.map((form) => at(whose, form));
      const check = async (...more: readonly string[]) =>
        (await run(process.execPath, ["electron/verify/main.ts", ...files, ...more], { cwd: repository })).stdout;
      // One line of JSON for each file.
      const said = (await check("--json"))
        .trim()
        .split("\n")
        .map((line): unknown => JSON.parse(line));
      expect(said).toHaveLength(PROVEN.length);
      for (const one of said) expect(one).toMatchObject({ ok: true, faults: [] });
      expect(await check()).toContain("Tomas");
    });

    it("has proofs that a library which is not ours verifies, of every voice and its witness", async () => {
      // A bundle is JSON with documents in it, each with its proof.
      const bundle = JSON.parse(await readFile(at(whose, "polyphony"), "utf8")) as {
        readonly consents: readonly object[];
        readonly witnesses: readonly object[];
      };
      expect(bundle.consents).toHaveLength(7);
      expect(bundle.witnesses).toHaveLength(1);
      for (const document of [bundle, ...bundle.consents, ...bundle.witnesses]) {
        expect(await holdsIndependently(document)).toBe(true);
      }
    });

    it("is a sound paper, tagged in the order of the record, with bookmarks, its own fonts and nothing that acts", async () => {
      for (const form of ["pdf", "large.pdf"]) {
        const paper = await readPdf(at(whose, form));
        expect(paper.facts.get("Tagged")).toBe("yes");
        expect(paper.facts.get("Title")).toBe("Samira’s meeting");
        expect(paper.language).toBe("en");
        for (const heading of ["The voices", "What we will do", "Left open", "In our own words", "Consents"]) {
          expect(paper.outline).toContain(heading);
        }
        expect(paper.foreignFonts).toEqual([]);
        expect(paper.actions).toEqual([]);
        expect(paper.attached).toHaveLength(1);
        const told = paper.told.replaceAll(/\s+/gu, " ");
        let from = told.indexOf("In our own words");
        // What poppler loses of joined letters is no fault of the paper.
        for (const { words } of RECORD.filter(({ words }) => !/\p{Script=Arabic}/u.test(words))) {
          const place = told.indexOf(words, from);
          expect(place, words).toBeGreaterThan(from);
          from = place;
        }
      }
    });

    it("is a document that LibreOffice opens", async () => {
      const profile = `-env:UserInstallation=${pathToFileURL(join(folderOf(), "office")).href}`;
      await run(
        "soffice",
        ["--headless", "--norestore", profile, "--convert-to", "txt:Text (encoded):UTF8", "--outdir"].concat(
          join(folderOf(), "office-text"),
          at(whose, "docx"),
        ),
        { timeout: 280_000 },
      );
      const text = await readFile(join(folderOf(), "office-text", `${whose}.txt`), "utf8");
      expect(text).toContain("Now my fear is in it too.");
    });

    it("is a page that breaks no published rule, and puts no barrier in anyone's way", async () => {
      const page = await readFile(at(whose, "html"), "utf8");
      expect(await pageFaults(page)).toEqual([]);
      expect(page).not.toMatch(/<script/iu);
      const laptop = await launchLaptop();
      try {
        await laptop.page.setContent(page);
        await laptop.page.evaluate(axe.source);
        const found = await laptop.page.evaluate<{ readonly violations: readonly object[] }>("axe.run()");
        expect(found.violations).toEqual([]);
      } finally {
        await laptop.close();
      }
    });

    it("is a health record by the published definitions", async () => {
      expect(documentFaults(await readFile(at(whose, "fhir.json"), "utf8"))).toEqual([]);
    });
  });

  it("calls Karim what he wished in the GP's copy, and has his name nowhere in it", async () => {
    for (const form of FORMS) {
      const bytes = await readFile(at("gp", form));
      expect(bytes.includes("Karim")).toBe(false);
      const inside = await insideOf(at("gp", form), form);
      expect(inside).not.toContain("Karim");
      expect(inside.replaceAll(/\s+/gu, " ")).toContain("Samira’s brother");
      expect((await readFile(at("network", "md"), "utf8")).includes("Karim")).toBe(true);
    }
  });
}

/** Everything that a file says, with what is packed in it unpacked, and what is written in other letters read. */
async function insideOf(path: string, form: (typeof FORMS)[number]): Promise<string> {
  if (form === "docx") return [...openDocx(await readFile(path)).parts.values()].join("\n");
  if (form !== "pdf" && form !== "large.pdf") {
    const text = await readFile(path, "utf8");
    const encoded = text.match(/[A-Za-z0-9+/]{40,}={0,2}/gu) ?? [];
    return [text, ...encoded.map((one) => Buffer.from(one, "base64").toString("utf8"))].join("\n");
  }
  const { told, outline, pages } = await readPdf(path);
  const { stdout: unpacked } = await run("qpdf", ["--qdf", "--object-streams=disable", path, "-"], {
    encoding: "latin1",
    maxBuffer: 64 * 1024 * 1024,
  });
  // Texts of a PDF may be in UTF-16, whose first bytes are none for these letters.
  return [told, ...outline, ...pages, unpacked, unpacked.replaceAll("\0", "")].join("\n");
}
