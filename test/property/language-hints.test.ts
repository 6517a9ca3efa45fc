import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mayHaveHints } from "../../shared/meeting/language-hints.ts";
import { PARTS } from "../../shared/meeting/shapes.ts";
import { hintOf, RULES } from "../../renderer/language-hints/curated.ts";
import { hintsIn } from "../../renderer/language-hints/hints-in-words.ts";

const asked = fc.record({
  kind: fc.constantFrom(...PARTS),
  ownWords: fc.boolean(),
  wished: fc.boolean(),
  said: fc.boolean(),
});

describe("who may have language hints", () => {
  it("is never anyone but a professional, about their own words that are not said, where they were wished", () => {
    fc.assert(
      fc.property(asked, (wish) => {
        fc.pre(mayHaveHints(wish));
        expect(wish).toEqual({ kind: "professional", ownWords: true, wished: true, said: false });
      }),
    );
  });

  it("is such a professional, always", () => {
    expect(mayHaveHints({ kind: "professional", ownWords: true, wished: true, said: false })).toBe(true);
  });
});

const phrase = fc.constantFrom("addict", "mentally ill", "suffers from psychosis", "committed suicide", "bipolar");
const alternatives = fc.array(fc.constantFrom("vile", "rude", "person with it", "people with it", "died by suicide"));

describe("a hint", () => {
  const found = fc.record({
    rule: fc.oneof(fc.constantFrom(...RULES.keys()), fc.string()),
    said: fc.oneof(phrase, fc.string()),
    instead: alternatives,
    after: fc.string(),
  });

  it("is only ever given by a rule that was chosen for this room, with something else to say and nothing made up", () => {
    fc.assert(
      fc.property(found, (one) => {
        const hint = hintOf(one);
        if (hint === null) return;
        expect(RULES.has(one.rule)).toBe(true);
        expect(hint.said).toBe(one.said);
        expect(hint.instead.length).toBeGreaterThan(0);
        for (const words of hint.instead) expect(one.instead).toContain(words);
      }),
    );
  });

  it("that puts the person first names a person in every alternative", () => {
    fc.assert(
      fc.property(found, (one) => {
        const hint = hintOf(one);
        if (hint?.why !== "personFirst") return;
        for (const words of hint.instead) expect(words).toMatch(/person|people|someone/);
      }),
    );
  });
});

const anyWords = fc
  .array(
    fc.oneof(
      phrase,
      fc.constantFrom("she", "the", "mother", ".", "disorder", "“", "”", '"', "just", "of course", "\n", "بنتي", "ist"),
      fc.string({ unit: "grapheme", maxLength: 12 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(" "));

describe("looking at words", () => {
  it("never fails, and speaks only of what stands there, each once", () => {
    fc.assert(
      fc.property(anyWords, (words) => {
        const said = hintsIn(words).map((hint) => hint.said);
        for (const one of said) expect(words).toContain(one);
        expect(new Set(said.map((one) => one.toLowerCase())).size).toBe(said.length);
      }),
      { numRuns: 300 },
    );
  });

  it("leaves alone whatever stands in quotation marks", () => {
    fc.assert(
      fc.property(phrase, fc.constantFrom(["“", "”"], ['"', '"'], ["«", "»"]), (quoted, [opens, closes]) => {
        expect(hintsIn(`Layla said ${opens}my sister was ${quoted}, they told us${closes}.`)).toEqual([]);
      }),
    );
  });
});
