import { describe, expect, it } from "vitest";
import { readLines } from "../../../../shared/text/lines.ts";
import { indexBehind, itemOf, offsetOf, positionAt } from "../../../../shared/text/position.ts";
import { crossOut, emptyDoc, typeAt, typeAtEnd } from "../../../cast/typing.ts";

const whereIs = (doc: ReturnType<typeof emptyDoc>, place: ReturnType<typeof positionAt>) =>
  offsetOf(doc, readLines(doc), place);

describe("a place in a text", () => {
  it("is found again wherever it is, also behind a wide letter", () => {
    const doc = emptyDoc(11);
    typeAtEnd(doc, "a😴b\n\nc");
    const lines = readLines(doc);
    for (const [line, at] of [
      [0, 0],
      [0, 1],
      [0, 3],
      [0, 4],
      [1, 0],
      [2, 0],
      [2, 1],
    ] as const) {
      expect(offsetOf(doc, lines, positionAt(lines, { line, at }))).toEqual({ line, at });
    }
  });

  it("is behind the same letter when others have written before it", () => {
    const doc = emptyDoc(11);
    typeAtEnd(doc, "sleep");
    const place = positionAt(readLines(doc), { line: 0, at: 2 });
    doc.clientID = 12;
    typeAt(doc, 0, 0, "I want to\n");
    expect(whereIs(doc, place)).toEqual({ line: 1, at: 2 });
  });

  it("is where its letter stood when that is gone, or crossed out with those before it", () => {
    const doc = emptyDoc(11);
    typeAtEnd(doc, "I want to sleep");
    const place = positionAt(readLines(doc), { line: 0, at: 9 });
    crossOut(doc, "to ");
    expect(whereIs(doc, place)).toEqual({ line: 0, at: 7 });
    doc.clientID = 12;
    crossOut(doc, "want ");
    expect(whereIs(doc, place)).toEqual({ line: 0, at: 2 });
  });

  it("is the beginning where nobody knows it", () => {
    const doc = emptyDoc(11);
    typeAtEnd(doc, "sleep");
    for (const place of [null, { client: 99, clock: 0 }, { client: 11, clock: 2 ** 52 }]) {
      expect(whereIs(doc, place)).toEqual({ line: 0, at: 0 });
      expect(indexBehind(doc, place)).toBe(0);
    }
    expect(itemOf(doc, { client: 99, clock: 0 })).toBeNull();
  });
});
