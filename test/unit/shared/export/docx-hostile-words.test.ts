import { describe, expect, it } from "vitest";
import { renderDocx } from "../../../../shared/export/render-docx.ts";
import { exportStrings as strings } from "../../../cast/export-strings.ts";
import { hostileWords } from "../../../cast/hostile-words.ts";
import { recordSaying } from "../../../cast/records.ts";
import { openDocx, type OpenedDocx } from "../../../exports/docx-opened.ts";

const harmless = await saying("a harmless word");
const UNSEEN = /[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]/gu;

/** What the library behind it takes for more than text: places in a list, page numbers. */
const placesOfTheLibrary = [
  ...["{list-0}", "{{list-0}}", "{default-bullet-numbering-0}", "{ {list-0} }", "{"],
  ...["CURRENT", "TOTAL_PAGES", "SECTION", "_x0041_", "<w:t>{list-0}</w:t>", "\uFFFE\uFFFF"],
];

async function saying(words: string): Promise<OpenedDocx> {
  return openDocx(await renderDocx(recordSaying(words, strings)));
}

/** The elements of a document in their order, without those that only break a line or turn a direction. */
function shapeOf({ parts }: OpenedDocx): readonly string[] {
  const document = parts.get("word/document.xml") ?? "";
  const paragraphs = document.match(/<w:p>.*?<\/w:p>/gsu) ?? [];
  return paragraphs.map((paragraph) =>
    (/<w:pPr>.*?<\/w:pPr>/su.exec(paragraph)?.[0] ?? "").replace("<w:bidi/>", "").replaceAll("FromRight", ""),
  );
}

function elementsOf({ parts }: OpenedDocx): ReadonlySet<string> {
  return new Set((parts.get("word/document.xml") ?? "").match(/<[\w:]+/gu));
}

function relationsOf({ parts }: OpenedDocx): readonly (readonly [string, string])[] {
  return [...parts].filter(([path]) => path.endsWith(".rels"));
}

/** The words as they are to be read: line by line, without what nobody sees. */
function read(words: string): string {
  return words
    .replace(/\r\n|[\r\u0085\u2028\u2029]/gu, "\n")
    .replaceAll("\t", " ")
    .replace(UNSEEN, (one) => (one === "\n" ? one : one === "\uFFFE" || one === "\uFFFF" ? "\uFFFD" : ""))
    .replace(/\p{Cs}/gu, "\uFFFD");
}

describe("a document in which a person said something that looks like more than words", () => {
  it.each([...hostileWords, ...placesOfTheLibrary])(
    "has the same parts as any other, and says just that: %j",
    async (words) => {
      const hostile = await saying(words);
      expect([...hostile.parts.keys()]).toEqual([...harmless.parts.keys()]);
      expect(relationsOf(hostile)).toEqual(relationsOf(harmless));
      expect(shapeOf(hostile)).toEqual(shapeOf(harmless));
      const news = [...elementsOf(hostile)].filter((element) => !elementsOf(harmless).has(element));
      expect(["<w:br", "<w:rtl", "<w:bidi"]).toEqual(expect.arrayContaining(news));
      const said = hostile.paragraphs.filter(({ style }) => /^(?:Said|Decided)/u.test(style) && style !== "Said");
      expect(said.length).toBeGreaterThan(30);
      for (const { style, text } of said) {
        const times = /^Said(?!Within)/u.test(style) ? 3 : 1;
        expect(text).toBe(read(words).repeat(times));
      }
    },
  );
});
