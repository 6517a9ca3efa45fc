import { describe, expect, it } from "vitest";
import {
  appendRange,
  embedWide,
  letterGroups,
  wideLetterIn,
  type LetterRange,
} from "../../../../shared/text/letters.ts";

describe("a letter beyond the basic plane", () => {
  it("is one letter, embedded alone", () => {
    expect(wideLetterIn(embedWide("😔"))).toBe("😔");
    expect(letterGroups("so 😔😴 am I")).toEqual([
      { text: "so ", wide: false },
      { text: "😔", wide: true },
      { text: "😴", wide: true },
      { text: " am I", wide: false },
    ]);
  });

  it("is read out of nothing else that is embedded", () => {
    const others = [
      null,
      5,
      "😔",
      "words",
      [],
      ["a"],
      ["ab"],
      ["😔", "😔"],
      ["\ud83d"],
      ["\ude14\ud83d"],
      [["😔"]],
      { 0: "😔" },
    ];
    for (const other of others) expect(wideLetterIn(other)).toBeNull();
  });
});

it("leaves out half a letter that is to be inserted", () => {
  expect(letterGroups("a\ud83db\ude14")).toEqual([{ text: "ab", wide: false }]);
  expect(letterGroups("")).toEqual([]);
});

it("names letters that follow each other as one range", () => {
  const ranges: LetterRange[] = [];
  for (const clock of [4, 5, 6, 9]) appendRange(ranges, { client: 11, clock, length: 1 });
  appendRange(ranges, { client: 12, clock: 10, length: 1 });
  expect(ranges).toEqual([
    { client: 11, clock: 4, length: 3 },
    { client: 11, clock: 9, length: 1 },
    { client: 12, clock: 10, length: 1 },
  ]);
});
