import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { finishPdf } from "../../shared/export/pdf-attach.ts";
import { renderHtml } from "../../shared/export/render-html.ts";
import type { ExportRecord } from "../../shared/export/record.ts";
import { layOut, type SheetParagraph } from "../../shared/export/sheet.ts";
import type { SheetDecision } from "../../shared/export/sheet-decided.ts";
import type { Revision } from "../../shared/consent/statements.ts";
import { exportStrings as strings } from "../cast/export-strings.ts";
import { hostileWords } from "../cast/hostile-words.ts";
import { bundleFor, gp, proven } from "../cast/proven.ts";
import { agreedByAll, recordSaying } from "../cast/records.ts";
import { firstRevision } from "../cast/samiras-meeting.ts";
import { everyone, samira } from "../cast/seven-voices.ts";
import { readPdf, type PdfPaper } from "../exports/pdf-paper.ts";
import { launchLaptop, type Laptop } from "./chromium.ts";

let laptop: Laptop;
let folder: string;
let printed = 0;

beforeAll(async () => {
  laptop = await launchLaptop();
  folder = await mkdtemp(join(tmpdir(), "paper-"));
});

afterAll(async () => {
  await laptop.close();
  await rm(folder, { recursive: true });
});

/** Prints a record as the desktop shell does and finishes it as the program does, and reads it with programs that know nothing of us. */
async function print(record: ExportRecord, bundle: string | null = null): Promise<PdfPaper> {
  await laptop.page.setContent(renderHtml(record));
  const pdf = await laptop.page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true });
  const facts = { title: layOut(record).title, language: record.strings.language, bundle };
  const path = join(folder, `${String((printed += 1))}.pdf`);
  await writeFile(path, await finishPdf(pdf, facts));
  return readPdf(path);
}

/** The meeting with so much said that it takes several pages. */
const long: Revision = {
  ...firstRevision,
  utterances: Array.from({ length: 12 }, () => firstRevision.utterances).flat(),
};
const agreed = { standing: "agreed", reader: "network", proposed: agreedByAll, strings } as const;
const longDraft = { ...agreed, standing: "draft", proposed: { ...agreedByAll, revision: long } } as const;

const papers: readonly (readonly [string, ExportRecord, () => Promise<string | null>])[] = [
  ["an agreed record", agreed, () => Promise.resolve(null)],
  ["a draft", { ...agreed, standing: "draft" }, () => Promise.resolve(null)],
  ["a long draft", longDraft, () => Promise.resolve(null)],
  ["the GP’s copy with what proves it", { ...agreed, proposed: proven, reader: gp }, () => bundleFor(gp)],
  ["the room’s copy with what proves it", { ...agreed, proposed: proven }, () => bundleFor("network")],
  ["a record in large print", { ...agreed, large: true }, () => Promise.resolve(null)],
  ["a draft in large print", { ...longDraft, large: true }, () => Promise.resolve(null)],
];

describe.each(papers)("the paper of %s", (_what, record, proof) => {
  const sheet = layOut(record);
  let paper: PdfPaper;
  let bundle: string | null;
  beforeAll(async () => {
    bundle = await proof();
    paper = await print(record, bundle);
  });

  it("is tagged, on A4, with its title, its language and fonts of its own, and nothing in it acts", () => {
    expect(paper.facts.get("Tagged")).toBe("yes");
    expect(paper.facts.get("Suspects")).toBe("no");
    expect(paper.facts.get("Page size")).toContain("(A4)");
    expect(paper.facts.get("Title")).toBe("Samira’s meeting");
    expect(paper.facts.get("JavaScript")).toBe("no");
    expect(paper.language).toBe("en");
    expect(paper.foreignFonts).toEqual([]);
    expect(paper.actions).toEqual([]);
    expect(paper.attached.length).toBe(bundle === null ? 0 : 1);
  });

  it("has a bookmark for each of its parts", () => {
    expect(paper.outline[0]).toBe("Samira’s meeting");
    const headings = [
      strings.voicesHeading,
      ...(sheet.parts.has("summary") ? [strings.summaryHeading] : []),
      strings.decisionsHeading,
      ...(sheet.leftOpen.length > 0 ? [strings.leftOpenHeading] : []),
      strings.nextMeetingHeading,
      ...(sheet.parts.has("words") ? [strings.wordsHeading] : []),
      ...(sheet.agreed ? [strings.consentsHeading] : []),
    ];
    expect(paper.outline.filter((title) => headings.includes(title))).toEqual(headings);
  });

  it("is said by a screen reader in the order of the record: each name before its words, each answer after what it answers", () => {
    let from = 0;
    for (const piece of inOrder(record)) {
      const at = paper.told.replaceAll(" ", "").indexOf(piece, from);
      expect(at, piece).toBeGreaterThanOrEqual(0);
      from = at + piece.length;
    }
  });

  it("says on every page whether it is agreed", () => {
    const [mark, other] = sheet.agreed
      ? [strings.agreedMark, strings.draftMark]
      : [strings.draftMark, strings.agreedMark];
    for (const page of paper.pages) {
      expect(page).toContain(mark);
      expect(page).not.toContain(other);
      if (sheet.agreed) expect(page).toContain(sheet.digest.slice(0, 16));
    }
  });
});

/** What is to be read, piece by piece, without spaces. */
function inOrder(record: ExportRecord): readonly string[] {
  const sheet = layOut(record);
  const runs = (paragraphs: readonly SheetParagraph[]) => paragraphs.flatMap((one) => one.runs.map(({ text }) => text));
  const decided = ({ text, wordedBy, positions }: SheetDecision) => [
    ...[text, wordedBy.name],
    ...positions.flatMap(({ voice, words }) => [voice.name, words]),
  ];
  const pieces = [
    ...[sheet.title, sheet.agreed ? strings.agreedMark : strings.draftMark, sheet.digest],
    ...sheet.voices.flatMap(({ name, relation }) => [name, relation]),
    ...runs(sheet.summary),
    ...[...sheet.decisions, ...sheet.leftOpen].flatMap(decided),
    sheet.nextMeeting,
    ...sheet.stretches.flatMap(({ utterances }) =>
      utterances.flatMap(({ number, voice, answers, paragraphs }) => [
        ...[String(number), voice.name, answers === null ? "" : `answering${answers.voice.name}`],
        ...runs(paragraphs),
      ]),
    ),
    ...sheet.consents.flatMap(({ voice, givenAt, shortKey }) => [voice.name, strings.moment(givenAt), shortKey]),
  ];
  return (
    pieces
      .map((piece) => piece.normalize("NFKC").replace(/\s+/gu, ""))
      // poppler loses letters that are joined where it reads tags; those are looked for on the pages.
      .filter((piece) => piece !== "" && !/\p{Script=Arabic}/u.test(piece))
  );
}

describe("the paper", () => {
  it("has each consent with its date and key, the whole digest, and words in other scripts", async () => {
    const { pages } = await print(agreed);
    const text = pages.join(" ");
    const list = text.slice(text.lastIndexOf(strings.consentsHeading));
    for (const { id, profile } of everyone) {
      expect(list).toContain(`${profile.name} 26 November 2026 at 17:16 z6Mk...${id.slice(-8)}`);
    }
    expect(list.replaceAll(" ", "")).toContain(agreedByAll.digest);
    expect(text).toContain("بنتي تعبانة");
  });

  it("takes more pages in large print, and no fewer words", async () => {
    const [usual, large] = [await print(longDraft), await print({ ...longDraft, large: true })];
    expect(large.pages.length).toBeGreaterThan(usual.pages.length * 1.5);
    // Lines break elsewhere, and take their space with them.
    expect(large.told.replaceAll(" ", "")).toBe(usual.told.replaceAll(" ", ""));
  });

  it("still says that it is a draft when it is printed without margins", async () => {
    await laptop.page.setContent(renderHtml(longDraft));
    await laptop.page.addStyleTag({
      content: "@page { margin: 0 !important; @top-left { content: none !important; } }",
    });
    const path = join(folder, "bare.pdf");
    await laptop.page.pdf({
      ...{ path, preferCSSPageSize: false, format: "A4" },
      margin: { top: 0, bottom: 0, left: 0, right: 0 },
    });
    const { pages } = await readPdf(path);
    expect(pages.length).toBeGreaterThan(4);
    for (const page of pages) expect(page).toContain(strings.draftMark);
  });

  it("has nothing in it that acts, whatever people have said or are called", async () => {
    const [first] = firstRevision.utterances;
    if (first === undefined) throw new Error("somebody has spoken");
    const said = hostileWords.map((text) => ({
      ...first,
      paragraphs: [{ style: "heading" as const, runs: [{ voice: samira.id, text }] }],
    }));
    const everything = await print({
      ...agreed,
      standing: "draft",
      proposed: { ...agreedByAll, revision: { ...firstRevision, utterances: said } },
    });
    expect(everything.actions).toEqual([]);
    expect(everything.told).toContain("<script>alert(1)</script>");
    expect(everything.outline).toContain("<img src=x onerror=alert(1)>");
    const names = [
      "(x) Tj ET Q /URI (https://stranger.example/) endobj",
      "<a href='javascript:alert(1)'>read this</a>",
    ];
    for (const name of names) {
      const paper = await print(recordSaying(name, strings));
      expect(paper.facts.get("Title")).toBe(name);
      expect(paper.actions).toEqual([]);
    }
  });

  it("is seen to act as soon as it would", async () => {
    await laptop.page.setContent('<p>Go to <a href="https://stranger.example/">this place</a>.</p>');
    const path = join(folder, "link.pdf");
    await laptop.page.pdf({ path });
    expect((await readPdf(path)).actions).toContain("/URI");
  });
});
