import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { lettersOf, LINE_BREAK, NOBODY } from "../../../../shared/text/letters.ts";
import { readsAlike, lineText, readLines, walkLines } from "../../../../shared/text/lines.ts";
import { MarkIndex } from "../../../../shared/text/mark-index.ts";
import { markLetters } from "../../../../shared/text/write.ts";
import { crossOut, emptyDoc, lettersThatRead, typeAt, typeAtEnd, typeHeading } from "../../../cast/typing.ts";

const SAMIRA = 11;
const LAYLA = 12;

describe("the lines of a text", () => {
  it("are read with the writer of each letter", () => {
    const doc = emptyDoc(SAMIRA);
    typeAtEnd(doc, "I’m frightened.");
    doc.clientID = LAYLA;
    typeAt(doc, 0, 4, "so ");
    const [line] = readLines(doc);
    expect(line?.pieces.map(({ client, clock, text }) => [client, clock, text])).toEqual([
      [SAMIRA, 0, "I’m "],
      [LAYLA, 0, "so "],
      [SAMIRA, 4, "frightened."],
    ]);
    expect(line?.start).toEqual({ client: NOBODY, clock: 0 });
  });

  it("begin where a line's start stands, which says whether it is a heading", () => {
    const doc = emptyDoc(SAMIRA);
    typeAtEnd(doc, `one${LINE_BREAK}two`);
    typeHeading(doc, "How we see it");
    expect(readLines(doc).map((line) => [lineText(line), line.heading])).toEqual([
      ["How we see it", true],
      [`one${LINE_BREAK}two`, false],
    ]);
  });

  it("leave out what is deleted or crossed out, and count its places", () => {
    const doc = emptyDoc(SAMIRA);
    typeAtEnd(doc, "Dad left us");
    crossOut(doc, " us");
    doc.clientID = LAYLA;
    crossOut(doc, "Dad ");
    const [line] = readLines(doc);
    expect(line).toMatchObject({ span: 9, pieces: [{ client: SAMIRA, clock: 4, letters: 4, text: "left" }] });
  });

  it("are one where the start between them is crossed out", () => {
    const doc = emptyDoc(SAMIRA);
    typeAtEnd(doc, "one\ntwo");
    doc.clientID = LAYLA;
    const start = readLines(doc)[1]?.start;
    doc.transact(() => markLetters(doc, "crossed-out", true, start ? [{ ...start, length: 1 }] : []));
    expect(readLines(doc).map(lineText)).toEqual(["onetwo"]);
  });

  it("show half a letter, and what breaks lines elsewhere, as what can be read", () => {
    const doc = emptyDoc(SAMIRA);
    lettersOf(doc).insert(1, "a\ud83db\rc\u2029d");
    expect(readLines(doc).map(lineText)).toEqual([`a\ufffdb${LINE_BREAK}c${LINE_BREAK}d`]);
  });

  it("pass over what stands before the first line's start, and count its places beside the lines", () => {
    const doc = emptyDoc(SAMIRA);
    typeAtEnd(doc, "one");
    lettersOf(doc).insert(0, "before");
    expect(readLines(doc)).toMatchObject([{ start: { client: NOBODY, clock: 0 }, pieces: [{ text: "one" }], span: 4 }]);
    const item = lettersOf(doc)._start;
    expect(walkLines({ item, offset: 0 }, Infinity, new MarkIndex([])).lead).toBe(6);
  });

  it("are one more where a line's start stands before the first", () => {
    const doc = emptyDoc(SAMIRA);
    lettersOf(doc).insert(0, "not read\nread");
    expect(readLines(doc).map(lineText)).toEqual(["read", ""]);
  });

  it("pass over what is no letter", () => {
    const doc = emptyDoc(SAMIRA);
    lettersOf(doc).insertEmbed(1, { image: "x" });
    lettersOf(doc).insertEmbed(1, new Y.Text("inside"));
    expect(readLines(doc)).toMatchObject([{ pieces: [], span: 3 }]);
  });

  it("can be read from any place on", () => {
    const doc = emptyDoc(SAMIRA);
    typeAtEnd(doc, "one\ntwo\nthree");
    const item = lettersOf(doc)._start?.right ?? null;
    const { lead, lines } = walkLines({ item, offset: 2 }, 5, new MarkIndex([]));
    expect([lead, lines.map(lineText)]).toEqual([1, ["two"]]);
  });
});

it("takes two lines for the same as long as every letter, its look and its writer are", () => {
  const doc = emptyDoc(SAMIRA);
  typeAtEnd(doc, "sleep");
  const [before, again] = [readLines(doc)[0], readLines(doc)[0]];
  if (before === undefined || again === undefined) throw new Error("there is a line");
  expect(readsAlike(before, again)).toBe(true);
  doc.transact(() => markLetters(doc, "bold", true, lettersThatRead(doc, "ee")));
  const [bold] = readLines(doc);
  expect(bold && readsAlike(before, bold)).toBe(false);
});
