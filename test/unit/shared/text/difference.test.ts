import { describe, expect, it } from "vitest";
import { differenceOf, type Hint } from "../../../../shared/text/difference.ts";

/** The splices as `what was there → what is there`. */
function changes(before: string, after: string, hint: Hint | null = null): readonly string[] {
  const splices = differenceOf(before, after, hint);
  let made = "";
  let at = 0;
  for (const { from, to, text } of splices) {
    made += before.slice(at, from) + text;
    at = to;
  }
  expect(made + before.slice(at)).toBe(after);
  return splices.map(({ from, to, text }) => `${before.slice(from, to)}→${text}`);
}

/** A caret that was at one place and is at another. */
const caret = (from: number, to: number): Hint => ({ before: { from, to: from }, after: { from: to, to } });

describe("how one text becomes another", () => {
  it("is by no change where both are the same, and by what was typed or taken away where they are not", () => {
    expect(changes("sleep", "sleep")).toEqual([]);
    expect(changes("I sleep", "I want to sleep")).toEqual(["→want to "]);
    expect(changes("I want to sleep", "I sleep")).toEqual(["want to →"]);
  });

  it.each([
    ["a flag is another flag", "in 🇫🇮 now", "in 🇫🇷 now", "🇫🇮→🇫🇷"],
    ["a face is another face, not another half of it", "so 😀 am I", "so 😭 am I", "😀→😭"],
    ["a hand has another skin", "👍🏻!", "👍🏿!", "👍🏻→👍🏿"],
    ["a family has another child", "👩‍👩‍👧‍👦", "👩‍👩‍👧‍👧", "👩‍👩‍👧‍👦→👩‍👩‍👧‍👧"],
    ["a syllable goes on being composed", "나는 하", "나는 한", "하→한"],
    ["a Thai letter has another vowel", "กี", "กู", "กี→กู"],
    ["a letter has another accent", "e\u0301", "e\u0300", "e\u0301→e\u0300"],
  ])("replaces a character as one where %s", (_what, before, after, change) => {
    expect(changes(before, after)).toEqual([change]);
  });

  it.each([
    ["an accent comes over a letter", "cafe", "cafe\u0301", "→\u0301"],
    ["a hand gets a skin", "👍!", "👍🏿!", "→🏿"],
    ["a Thai letter gets a tone", "นา", "น้า", "→้"],
    ["a syllable gets its end", "\u1112\u1161", "\u1112\u1161\u11ab", "→\u11ab"],
    ["an accent is taken off", "e\u0301", "e", "\u0301→"],
  ])("leaves the letter whose it is where %s", (_what, before, after, change) => {
    expect(changes(before, after)).toEqual([change]);
  });

  it("leaves the letter whose it is where a line begins between it and its accent", () => {
    const hint = { before: { from: 1, to: 2 }, after: { from: 2, to: 2 } };
    expect(changes("e\u0301", "e\n", hint)).toEqual(["\u0301→\n"]);
    expect(changes("ke\u0301x", "ke\nx", { before: { from: 2, to: 3 }, after: { from: 3, to: 3 } })).toEqual([
      "\u0301→\n",
    ]);
  });

  it("is where the caret is, among letters that are alike", () => {
    expect(differenceOf("aaaa", "aaaaa", caret(1, 2))).toEqual([{ from: 1, to: 1, text: "a" }]);
    expect(differenceOf("aaaa", "aaaaa", caret(4, 5))).toEqual([{ from: 4, to: 4, text: "a" }]);
    expect(differenceOf("aaaa", "aaa", caret(2, 1))).toEqual([{ from: 1, to: 2, text: "" }]);
    expect(differenceOf("aaaa", "aaa", caret(2, 2))).toEqual([{ from: 2, to: 3, text: "" }]);
    expect(differenceOf("🇫🇮🇫🇮", "🇫🇮🇫🇮🇫🇮", caret(4, 8))).toEqual([{ from: 4, to: 4, text: "🇫🇮" }]);
  });

  it("is all of what was selected, also where some of it is typed again", () => {
    const hint = { before: { from: 2, to: 6 }, after: { from: 6, to: 6 } };
    expect(changes("I want it", "I wish it", hint)).toEqual(["want→wish"]);
  });

  it("is found where several things changed", () => {
    expect(changes("one two three", "1 two 3")).toEqual(["one→1", "three→3"]);
  });

  it("tears no flag apart in a long row of them", () => {
    const row = "🇫🇮".repeat(40);
    expect(changes(`${row}🇫🇮`, `${row}🇫🇷`)).toEqual(["🇫🇮→🇫🇷"]);
    expect(changes(`a${row}🇫🇮`, `a${row}🇫🇷`)).toEqual(["🇫🇮→🇫🇷"]);
  });
});
