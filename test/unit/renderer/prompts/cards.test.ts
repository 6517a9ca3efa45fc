import { describe, expect, it } from "vitest";
import { english } from "../../../../renderer/i18n/english/english.ts";
import { CARDS, OPENING } from "../../../../renderer/prompts/cards.ts";

const { ask, themes } = english.prompts;

describe("questions to ask", () => {
  it("begin with the two that open the meeting in Samira’s flat", () => {
    expect(OPENING.ask.map((question) => ask[question])).toEqual([
      "What would you like to use this time for?",
      "How did the idea of meeting come up, and who should be here and isn’t?",
    ]);
  });

  it("stand each on one card, and few on each", () => {
    const asked = [OPENING, ...CARDS].flatMap((card): readonly string[] => card.ask);
    expect([...asked].sort()).toEqual(Object.keys(ask).sort());
    expect(new Set([OPENING, ...CARDS].map(({ theme }) => theme))).toEqual(new Set(Object.keys(themes)));
    for (const card of CARDS) expect(card.ask.length).toBeLessThanOrEqual(3);
  });

  it("are questions, and ask nobody for a grade", () => {
    for (const words of Object.values(ask)) {
      expect(words).toMatch(/^[A-Z].*\?$/);
      expect(words).not.toMatch(/how (much|often|satisfied|likely)|scale|rate|\d/i);
    }
  });
});
