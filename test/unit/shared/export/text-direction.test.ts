import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { directionOfWords, isolated, piecesByDirection } from "../../../../shared/export/text-direction.ts";

const letters = [
  "a",
  "b",
  "é",
  "ת",
  "ע",
  "ب",
  "\u200F",
  "\u061C",
  "\u0301",
  "\u064B",
  " ",
  ",",
  ".",
  "(",
  "7",
  "٣",
  "👩",
  "\ud83d",
];
const words = fc.string({ unit: fc.constantFrom(...letters) });
const direction = fc.constantFrom("ltr" as const, "rtl" as const);

describe("the direction of words", () => {
  it.each([
    ["I am here", "ltr"],
    ["بنتي تعبانة", "rtl"],
    ["20:00 – בבית", "rtl"],
    ["(1) then ثم", "ltr"],
    ["漢字", "ltr"],
    ["\u061C…", "rtl"],
    ["7 – …", null],
    ["", null],
  ] as const)("is that of their first letter: %j", (said, expected) => {
    expect(directionOfWords(said)).toBe(expected);
  });
});

describe("words taken apart by direction", () => {
  it("are the same words when they are put together, and no two neighbours run the same way", () => {
    fc.assert(
      fc.property(words, direction, (said, base) => {
        const pieces = piecesByDirection(said, base);
        expect(pieces.map(({ text }) => text).join("")).toBe(said);
        const runs = pieces.map((piece) => piece.direction);
        for (const [index, run] of runs.entries()) if (index > 0) expect(run).not.toBe(runs[index - 1]);
      }),
    );
  });

  it("hold letters of one direction each", () => {
    fc.assert(
      fc.property(words, direction, (said, base) => {
        for (const piece of piecesByDirection(said, base)) {
          for (const letter of piece.text) expect([null, piece.direction]).toContain(directionOfWords(letter));
        }
      }),
    );
  });

  it("leave a vowel sign with its letter, and a number between letters with them", () => {
    expect(piecesByDirection("say حبًّا, or أيام 5 هنا!", "ltr").map(({ text }) => text)).toEqual([
      "say ",
      "حبًّا",
      ", or ",
      "أيام 5 هنا",
      "!",
    ]);
  });
});

describe("words kept apart", () => {
  it("are marked only where they run against what is around them", () => {
    expect(isolated("ليلى", "ltr")).toBe("\u2068ليلى\u2069");
    expect(isolated("ليلى", "rtl")).toBe("ليلى");
    expect(isolated("Layla", "rtl")).toBe("\u2068Layla\u2069");
    expect(isolated("Layla (7)", "ltr")).toBe("Layla (7)");
  });
});
