import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import axe from "axe-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderHtml } from "../../shared/export/render-html.ts";
import type { ExportRecord } from "../../shared/export/record.ts";
import type { Revision } from "../../shared/consent/statements.ts";
import { exportStrings as strings } from "../cast/export-strings.ts";
import { hostileWords } from "../cast/hostile-words.ts";
import { agreedByAll, recordSaying } from "../cast/records.ts";
import { firstRevision } from "../cast/samiras-meeting.ts";
import { everyone, samira } from "../cast/seven-voices.ts";
import { launchLaptop, type Laptop } from "./chromium.ts";

const run = promisify(execFile);
let laptop: Laptop;
let folder: string;

beforeAll(async () => {
  laptop = await launchLaptop();
  folder = await mkdtemp(join(tmpdir(), "paper-"));
});

afterAll(async () => {
  await laptop.close();
  await rm(folder, { recursive: true });
});

interface Paper {
  readonly facts: string;
  readonly pages: readonly string[];
}

/** Prints a record as the desktop shell does, and reads the paper with a program that knows nothing of us. */
async function print(record: ExportRecord): Promise<Paper> {
  const path = join(folder, `${record.standing}.pdf`);
  await laptop.page.setContent(renderHtml(record));
  await laptop.page.pdf({ path, tagged: true, outline: true, preferCSSPageSize: true, printBackground: true });
  const { stdout: facts } = await run("pdfinfo", [path]);
  const { stdout: text } = await run("pdftotext", [path, "-"]);
  // pdftotext ends each page with a form feed. Marks of direction are not letters.
  const pages = text.split("\f").slice(0, -1);
  return {
    facts,
    pages: pages.map((page) =>
      page
        .normalize("NFKC")
        .replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "")
        .replace(/\s+/gu, " "),
    ),
  };
}

/** The meeting with so much said that it takes several pages. */
const long: Revision = {
  ...firstRevision,
  utterances: Array.from({ length: 12 }, () => firstRevision.utterances).flat(),
};

describe("the paper of an agreed record", () => {
  let paper: Paper;
  beforeAll(async () => {
    paper = await print({ standing: "agreed", reader: "network", proposed: agreedByAll, strings });
  });

  it("is tagged, on A4", () => {
    expect(paper.facts).toMatch(/^Tagged:\s+yes$/mu);
    expect(paper.facts).toMatch(/^Page size:.*\(A4\)$/mu);
    expect(paper.facts).toMatch(/^JavaScript:\s+no$/mu);
  });

  it("has every utterance after the name of its voice", () => {
    const text = paper.pages.join(" ");
    const names = new Map(everyone.map(({ id, profile }) => [id, profile.name]));
    for (const [index, { voice, paragraphs }] of firstRevision.utterances.entries()) {
      const words = paragraphs[0]?.runs[0]?.text ?? "?";
      const who = text.indexOf(`${String(index + 1)} ${names.get(voice) ?? "?"}`);
      expect(who).toBeGreaterThan(0);
      expect(text.indexOf(words, who) - who).toBeLessThan(80);
    }
  });

  it("has each consent with its date and key, and the whole digest", () => {
    const text = paper.pages.join(" ");
    const list = text.slice(text.lastIndexOf(strings.consentsHeading));
    for (const { id, profile } of everyone) {
      expect(list).toContain(`${profile.name} 26 November 2026 at 17:16 z6Mk...${id.slice(-8)}`);
    }
    expect(list.replaceAll(" ", "")).toContain(agreedByAll.digest);
  });

  it("says on every page that it is agreed, and to which text", () => {
    for (const page of paper.pages) {
      expect(page).toContain(strings.agreedMark);
      expect(page).toContain(agreedByAll.digest.slice(0, 16));
      expect(page).not.toContain(strings.draftMark);
    }
  });
});

describe("the paper of a draft", () => {
  it("says on every page that it is one", async () => {
    const { pages } = await print({
      standing: "draft",
      reader: "network",
      proposed: { ...agreedByAll, revision: long },
      strings,
    });
    expect(pages.length).toBeGreaterThan(4);
    for (const page of pages) {
      expect(page).toContain(strings.draftMark);
      expect(page).not.toContain(strings.agreedMark);
    }
  });

  it("still says so when it is printed without margins", async () => {
    await laptop.page.setContent(
      renderHtml({ standing: "draft", reader: "network", proposed: { ...agreedByAll, revision: long }, strings }),
    );
    await laptop.page.addStyleTag({
      content: "@page { margin: 0 !important; @top-left { content: none !important; } }",
    });
    const path = join(folder, "bare.pdf");
    await laptop.page.pdf({
      path,
      preferCSSPageSize: false,
      format: "A4",
      margin: { top: 0, bottom: 0, left: 0, right: 0 },
    });
    const { stdout: text } = await run("pdftotext", [path, "-"]);
    for (const page of text.split("\f").slice(0, -1)) expect(page).toContain(strings.draftMark);
  });
});

describe("the page", () => {
  it.each(["agreed", "draft"] as const)("has nothing a screen reader stumbles over: %s", async (standing) => {
    const page = await laptop.context.newPage();
    await page.setContent(renderHtml({ standing, reader: "network", proposed: agreedByAll, strings }));
    // The page's own policy allows no script; axe is brought in from outside it.
    const violations = await page.evaluate(
      `${axe.source}; axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))`,
    );
    expect(violations).toEqual([]);
    await page.close();
  });

  it("says each answer’s question where its link leads", async () => {
    await laptop.page.setContent(renderHtml({ standing: "agreed", reader: "network", proposed: agreedByAll, strings }));
    const link = laptop.page.getByRole("link", { name: "Tomas (6)" });
    const target = await link.getAttribute("href");
    expect(await laptop.page.locator(target ?? "?").textContent()).toContain("What if someone checked it with her?");
    expect(await laptop.page.getByText("بنتي تعبانة.").evaluate((said) => getComputedStyle(said).direction)).toBe(
      "rtl",
    );
  });

  it("shows words that look like markup as words, and builds nothing of them", async () => {
    const page = await laptop.context.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("dialog", (dialog) => void dialog.dismiss().then(() => asked.push("a dialog")));
    const shape = () =>
      page.evaluate(() =>
        Array.from(document.querySelectorAll("*"), (element) =>
          [element.tagName, ...element.getAttributeNames()].join(" "),
        ),
      );
    await page.setContent(renderHtml(recordSaying("a harmless word", strings)));
    const harmless = await shape();
    for (const words of hostileWords) {
      // Without its policy, so that it is the escaping that is looked at.
      const html = renderHtml(recordSaying(words, strings)).replace(
        /<meta http-equiv="Content-Security-Policy"[^>]*>/u,
        "",
      );
      await page.setContent(html);
      expect(await shape()).toEqual(harmless.filter((element) => !element.startsWith("META http-equiv")));
      const seen = words.replace(
        /[\p{Cc}\u202A-\u202E\u2066-\u2069\u2028\u2029\uFEFF\uFFF9-\uFFFB\p{Surrogate}\s]/gu,
        "",
      );
      const shown = await page.locator("#u1 .said").nth(1).textContent();
      expect(shown?.replace(/[\s\p{Surrogate}\ufffd]/gu, "")).toBe(seen.repeat(3));
    }
    expect(asked).toEqual([]);
    await page.close();
  });

  it("is named after the meeting", async () => {
    await laptop.page.setContent(renderHtml({ standing: "agreed", reader: "network", proposed: agreedByAll, strings }));
    expect(await laptop.page.title()).toBe("Samira’s meeting");
    expect(await laptop.page.getByRole("heading", { level: 1 }).textContent()).toContain(samira.profile.name);
  });
});
