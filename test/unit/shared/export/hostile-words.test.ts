import { describe, expect, it } from "vitest";
import { makeBundle } from "../../../../shared/export/bundle.ts";
import { renderFhir } from "../../../../shared/export/render-fhir.ts";
import { renderHtml } from "../../../../shared/export/render-html.ts";
import { renderMarkdown } from "../../../../shared/export/render-markdown.ts";
import { renderText } from "../../../../shared/export/render-text.ts";
import { exported } from "../../../cast/any-copy.ts";
import { exportStrings } from "../../../cast/export-strings.ts";
import { hostileWords } from "../../../cast/hostile-words.ts";
import { recordSaying } from "../../../cast/records.ts";
import { firstRevision, thursday } from "../../../cast/samiras-meeting.ts";
import { ellen, samira } from "../../../cast/seven-voices.ts";
import { documentFaults, narratives } from "../../../exports/fhir-document.ts";

const harmless = "a harmless word";
const UNSEEN = /[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/u;

/** The tags of a page in their order, without what is in their attributes. */
function tagsOf(page: string): readonly string[] {
  return (page.match(/<[^>]*>/gu) ?? []).map((tag) => tag.replace(/"[^"]*"/gu, '""'));
}

/** The characters that are markup in Markdown where they stand. */
function marksOf(text: string): string {
  return (text.replace(/\\[^\n]|&(?:amp|lt|gt);/gu, "").match(/[`*_[\]|~$^#<>&]/gu) ?? []).join("");
}

function linesWithoutControls(text: string): string {
  return text.replaceAll("\n", "");
}

describe("the hostile words", () => {
  it("are more than a hundred, no two the same", () => {
    expect(new Set(hostileWords).size).toBe(hostileWords.length);
    expect(hostileWords.length).toBeGreaterThan(100);
  });
});

describe("a page on which a person said something that looks like markup", () => {
  const harmlessPage = renderHtml(recordSaying(harmless, exportStrings));

  it.each(hostileWords)("has the same tags as any other: %j", (words) => {
    const page = renderHtml(recordSaying(words, exportStrings));
    expect(tagsOf(page)).toEqual(tagsOf(harmlessPage));
    expect(linesWithoutControls(page)).not.toMatch(UNSEEN);
  });

  it("shows ordinary words letter for letter", () => {
    const page = renderHtml(recordSaying("I’m not ill & I’m not <paranoid>. بنتي تعبانة", exportStrings));
    expect(page).toContain("I’m not ill &amp; I’m not &lt;paranoid&gt;. بنتي تعبانة");
  });
});

describe("a text in which a person said something that looks like Markdown", () => {
  it.each(hostileWords)("has the same marks as any other: %j", (words) => {
    const text = renderMarkdown(recordSaying(words, exportStrings));
    const lines = renderMarkdown(recordSaying(linesLike(words), exportStrings));
    expect(marksOf(text)).toEqual(marksOf(lines));
    expect(linesWithoutControls(text)).not.toMatch(UNSEEN);
    // Nothing at the start of a line makes a list, a heading or a rule of it.
    const starts = (one: string) => one.split("\n").map((line) => /^(?:\s|>)*(?:[-+=]|\d+[.)])/u.test(line));
    expect(starts(text)).toEqual(starts(lines));
  });
});

describe("a plain text and a Markdown text in which a person said something that a spreadsheet would count", () => {
  it.each(hostileWords)("begin no line with it, and have no more cells: %j", (words) => {
    const record = recordSaying(words, exportStrings);
    for (const text of [renderText(record), renderMarkdown(record)]) {
      // A list, a rule and a line under a heading begin with what a formula begins with, and nothing follows that counts.
      const lines = text.split("\n").filter((line) => !/^(?:- |-+$|=+$)/u.test(line.trim()));
      expect(lines.filter((line) => /^[\s\u2066-\u2069]*[=+\-@]/u.test(line))).toEqual([]);
      expect(text).not.toMatch(/\t|\r/u);
    }
    const cells = (text: string) => text.split("\n").filter((line) => line.startsWith("|"));
    expect(cells(renderMarkdown(record))).toEqual([]);
  });
});

describe("a health record in which a person said something that looks like markup", () => {
  it.each(hostileWords)("is whole, and has the same elements as any other: %j", async (words) => {
    const json = await renderFhir(recordSaying(words, exportStrings));
    expect(documentFaults(json)).toEqual([]);
    const plain = await renderFhir(recordSaying(linesLike(words), exportStrings));
    expect(shapeOf(JSON.parse(json))).toEqual(shapeOf(JSON.parse(plain)));
    expect(narratives(JSON.parse(json)).map(tagsOf)).toEqual(narratives(JSON.parse(plain)).map(tagsOf));
  });
});

describe("a bundle in which people said all of it", () => {
  it("has each as a text of its own, letter for letter", async () => {
    const said = hostileWords.map((words) => words.replace(/\p{Surrogate}/gu, "\uFFFD"));
    const [first] = firstRevision.utterances;
    if (first === undefined) throw new Error("somebody has spoken");
    const utterances = said.map((text) => ({
      ...first,
      paragraphs: [{ style: "paragraph" as const, runs: [{ voice: samira.id, text }] }],
    }));
    const { proposed } = await exported({
      ...{ standing: "agreed", reader: "network" },
      revision: { ...firstRevision, summary: [], utterances },
    });
    const bundle = await makeBundle({
      ...{ proposed, reader: "network", supersededBy: null, madeBy: ellen, madeAtMs: thursday },
    });
    expect(bundle.ok && textsIn(JSON.parse(bundle.value))).toEqual(said);
  });
});

/** The fields of a JSON value, without what is in them. */
function shapeOf(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_key, one: unknown) => (typeof one === "string" ? "" : one)));
}

/** Everything under the name of `text`, in its order. */
function textsIn(value: unknown): readonly unknown[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    name === "text" && typeof one === "string" && "voice" in value ? [one] : textsIn(one),
  );
}

/** Harmless words in as many lines, and with a break where the hostile ones have one. */
function linesLike(words: string): string {
  return words
    .replace(/\r\n|[\r\u0085\u2028\u2029]/gu, "\n")
    .replace(/[^\n]*\S[^\n]*/gu, (line) => (line.replace(UNSEEN_ALL, "").trim() === "" ? "" : harmless));
}
const UNSEEN_ALL = /[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/gu;
