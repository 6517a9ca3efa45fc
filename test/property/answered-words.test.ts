import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answeredWords, wordsIn } from "../../shared/meeting/answered-words.ts";
import { plainText, type Paragraph } from "../../shared/meeting/document.ts";

const words = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom("What if someone checked it with her?", "في عيلتنا", "taʿbāna 😴"),
);
const paragraphs: fc.Arbitrary<readonly Paragraph[]> = fc.array(
  words.map((text): Paragraph => ({ style: "paragraph", runs: [{ voice: null, text }] })),
  { maxLength: 4 },
);
const stretch = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 40 }))
  .map(([from, length]) => ({ from, to: from + length }));

describe("the words that are answered", () => {
  it("stand in what is answered, letter by letter, or are none", () => {
    fc.assert(
      fc.property(paragraphs, stretch, (text, part) => {
        const quote = answeredWords(text, part);
        if (quote === null) return;
        expect(plainText(text)).toContain(quote);
        expect(quote.isWellFormed()).toBe(true);
        expect(quote.trim()).toBe(quote);
        expect(part.to).toBeLessThanOrEqual(plainText(text).length);
      }),
    );
  });

  it("are whole words, wherever the place that is asked for begins and ends", () => {
    fc.assert(
      fc.property(paragraphs, stretch, (text, part) => {
        const whole = plainText(text).split(/\s+/);
        for (const word of answeredWords(text, part)?.split(/\s+/) ?? []) expect(whole).toContain(word);
      }),
    );
  });

  it("are none where the words were withdrawn", () => {
    fc.assert(
      fc.property(stretch, (part) => {
        expect(answeredWords([], part)).toBeNull();
      }),
    );
  });

  it("can each be chosen, and are quoted as they were chosen", () => {
    fc.assert(
      fc.property(paragraphs, (text) => {
        for (const { from, to, text: word } of wordsIn(text))
          expect(answeredWords(text, { from, to })).toBe(word.trim());
      }),
    );
  });
});
