import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Revision } from "../../shared/consent/statements.ts";
import type { ExportRecord } from "../../shared/export/record.ts";
import { renderDocx } from "../../shared/export/render-docx.ts";
import { exportStrings as strings } from "../cast/export-strings.ts";
import { hostileWords } from "../cast/hostile-words.ts";
import { agreedByAll, recordSaying } from "../cast/records.ts";
import { firstRevision, paragraph } from "../cast/samiras-meeting.ts";
import { everyone, samira, stranger } from "../cast/seven-voices.ts";

const run = promisify(execFile);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "document-"));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** What LibreOffice, which knows nothing of us, makes of a document: its own format, plain text, or pages. */
async function convert(record: ExportRecord, name: string, to: "fodt" | "pdf" | "txt"): Promise<string> {
  const path = join(folder, `${name}.docx`);
  await writeFile(path, await renderDocx(record));
  // A profile of its own, so that no office that is open on this machine answers instead.
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  const filter = to === "txt" ? "txt:Text (encoded):UTF8" : to;
  const { stdout } = await run(
    "soffice",
    ["--headless", "--norestore", profile, "--convert-to", filter, "--outdir", folder, path],
    { timeout: 280_000 },
  );
  expect(stdout).toContain("using filter");
  return join(folder, `${name}.${to}`);
}

function draftOf(different: Partial<Revision>): ExportRecord {
  const proposed = { ...agreedByAll, revision: { ...firstRevision, ...different } };
  return { standing: "draft", reader: "network", proposed, strings };
}

const agreed = { standing: "agreed", reader: "network", proposed: agreedByAll, strings } as const;

describe("a document of an agreed record, opened in LibreOffice", () => {
  it("has every voice’s words in their order, each after the name of its voice", async () => {
    const text = (await readFile(await convert(agreed, "agreed", "txt"), "utf8")).replace(/\s+/gu, " ");
    const names = new Map(everyone.map(({ id, profile }) => [id, profile.name]));
    let from = text.indexOf(strings.wordsHeading);
    for (const [index, { voice, paragraphs }] of firstRevision.utterances.entries()) {
      const who = text.indexOf(`${String(index + 1)} ${names.get(voice) ?? "?"}`, from);
      const words = text.indexOf(paragraphs[0]?.runs[0]?.text ?? "?", who);
      expect(who).toBeGreaterThan(0);
      expect(words).toBeGreaterThan(who);
      from = words;
    }
    const consents = text.slice(text.lastIndexOf(strings.consentsHeading));
    for (const { id, profile } of everyone) {
      expect(consents).toContain(`${profile.name} 26 November 2026 at 17:16 z6Mk…${id.slice(-8)}`);
    }
    expect(consents).toContain(agreedByAll.digest);
  });

  it("has headings, lists, a head of its table, languages and directions that another program understands", async () => {
    const utterances = firstRevision.utterances.map((utterance, index) => ({
      ...utterance,
      ...(index === 0 && {
        renderings: [{ by: stranger.id, name: "Nadia", language: "ar", text: "أريد أن أنام.", notes: [] }],
      }),
    }));
    const proposed = { ...agreedByAll, revision: { ...firstRevision, language: "de", utterances } };
    const xml = await readFile(await convert({ ...agreed, proposed }, "understood", "fodt"), "utf8");
    const headings = Array.from(
      xml.matchAll(/<text:h [^>]*text:outline-level="(\d)"[^>]*>(.*?)<\/text:h>/gu),
      ([, level = "", heading = ""]) => `${level} ${heading.replace(/<[^>]*>/gu, "")}`,
    );
    expect(headings).toEqual([
      `1 ${strings.voicesHeading}`,
      `1 ${strings.summaryHeading}`,
      "2 How we see it\u202FEl",
      `1 ${strings.decisionsHeading}`,
      `1 ${strings.leftOpenHeading}`,
      `1 ${strings.nextMeetingHeading}`,
      `1 ${strings.wordsHeading}`,
      `2 ${strings.reflectionHeading}`,
      `1 ${strings.consentsHeading}`,
    ]);
    expect(xml).toMatch(/<dc:title>Samira’s meeting<\/dc:title>/u);
    expect(xml.match(/<text:list-item>/gu)?.length).toBeGreaterThan(everyone.length);
    expect(/<table:table-header-rows>.*?<\/table:table-header-rows>/su.exec(xml)?.[0]).toContain(strings.consentKey);
    expect(styleAround(xml, "بنتي تعبانة.")).toContain('style:writing-mode="rl-tb"');
    expect(styleAround(xml, "أريد أن أنام.")).toContain('style:writing-mode="rl-tb"');
    expect(xml).toContain('style:language-complex="ar"');
    expect(/<style:style style:name="Said".*?<\/style:style>/su.exec(xml)?.[0]).toContain('fo:language="de"');
    expect(xml).toMatch(/<text:a [^>]*xlink:href="#u6"[^>]*>.*?Tomas/u);
    expect(xml).not.toMatch(/xlink:href="(?!#|\.\/)/u);
  });
});

/** The automatic style of the paragraph in which something is said. */
function styleAround(xml: string, words: string): string {
  const before = xml.slice(0, xml.indexOf(words));
  const name = /text:style-name="(P\d+)"(?![\s\S]*<text:p )/u.exec(before)?.[1] ?? "?";
  return new RegExp(`<style:style style:name="${name}".*?</style:style>`, "su").exec(xml)?.[0] ?? "";
}

describe("a document of a draft, printed from LibreOffice", () => {
  it("says on every page that it is one, to which text it belongs, and which page it is", async () => {
    const long = Array.from({ length: 12 }, () => firstRevision.utterances).flat();
    const { stdout: text } = await run("pdftotext", [await convert(draftOf({ utterances: long }), "long", "pdf"), "-"]);
    const pages = text.split("\f").slice(0, -1);
    expect(pages.length).toBeGreaterThan(4);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(strings.draftMark);
      expect(page).not.toContain(strings.agreedMark);
      expect(page).toContain(agreedByAll.digest.slice(0, 16));
      expect(page).toMatch(new RegExp(`^${String(index + 1)}$`, "mu"));
    }
  });
});

describe("words that look like more, opened in LibreOffice", () => {
  // Marks that nobody sees, and spaces, which a plain text has where the lines of a document end.
  const seen = (words: string) => words.replace(/[\p{C}\s]/gu, "");

  it("are there letter for letter", async () => {
    const utterances = hostileWords.flatMap((words) =>
      firstRevision.utterances.slice(0, 1).map((utterance) => ({
        ...utterance,
        paragraphs: [paragraph([samira, words])],
      })),
    );
    const text = seen(await readFile(await convert(draftOf({ utterances }), "hostile", "txt"), "utf8"));
    let from = 0;
    for (const [index, words] of hostileWords.entries()) {
      const whole = `${String(index + 1)}Samira${seen(words.replace(/\p{Cs}/gu, "\uFFFD"))}`;
      from = text.indexOf(whole, from);
      expect(from, `${String(index + 1)}: ${words}`).toBeGreaterThan(-1);
    }
  });

  it("break no part of the document wherever they stand", async () => {
    const everywhere = recordSaying(hostileWords.join(" "), strings);
    const text = await readFile(await convert(everywhere, "everywhere", "txt"), "utf8");
    for (const heading of [strings.voicesHeading, strings.decisionsHeading, strings.wordsHeading]) {
      expect(text.match(new RegExp(`^${heading}\\r?$`, "gmu"))).toHaveLength(1);
    }
  });
});
