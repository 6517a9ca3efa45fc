import { describe, expect, it } from "vitest";
import { renderHtml } from "../../../../shared/export/render-html.ts";
import { renderMarkdown } from "../../../../shared/export/render-markdown.ts";
import { exportStrings } from "../../../cast/export-strings.ts";
import { hostileWords } from "../../../cast/hostile-words.ts";
import { recordSaying } from "../../../cast/records.ts";

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

/** Harmless words in as many lines, and with a break where the hostile ones have one. */
function linesLike(words: string): string {
  return words
    .replace(/\r\n|[\r\u0085\u2028\u2029]/gu, "\n")
    .replace(/[^\n]*\S[^\n]*/gu, (line) => (line.replace(UNSEEN_ALL, "").trim() === "" ? "" : harmless));
}
const UNSEEN_ALL = /[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/gu;
