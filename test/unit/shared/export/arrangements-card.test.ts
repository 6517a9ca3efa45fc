import { describe, expect, it } from "vitest";
import {
  layOutCard,
  renderArrangementsCard,
  type Arranged,
  type CardStrings,
} from "../../../../shared/export/arrangements-card.ts";
import { hostileWords } from "../../../cast/hostile-words.ts";
import { pageFaults } from "../../../exports/html-page.ts";
import { state } from "../../../cast/samiras-meeting.ts";

const strings: CardStrings = {
  language: "en",
  direction: "ltr",
  title: "What we arranged",
  meaning: "This is no record, and nobody was asked to agree to it.",
  nextHeading: "Next time",
  when: "When",
  where: "Where",
  who: "Who might come",
  comesHeading: "Who comes when",
  ringHeading: "Whom to ring",
  nothing: "Not decided yet.",
};

/** A card on which the same words stand everywhere somebody can write. */
function cardSaying(words: string): Arranged {
  return {
    begun: {
      ...(state.begun ?? { by: null, personCalled: "", language: "en", seed: "" }),
      name: words,
    } as Arranged["begun"], // a voice is not on it
    nextMeeting: { when: words, where: words, who: words, text: words },
    arrangements: { comes: [{ who: words, when: words }], ring: [{ who: words, number: words }], by: null },
  };
}

const EMPTY: Arranged = {
  begun: null,
  nextMeeting: { when: "", where: "", who: "", text: "" },
  arrangements: { comes: [], ring: [], by: null },
};
const UNSEEN = /[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/u;
const tagsOf = (page: string) => (page.match(/<[^>]*>/gu) ?? []).map((tag) => tag.replace(/"[^"]*"/gu, '""'));

describe("the card of arrangements", () => {
  it("says when and where to meet again, who comes when and whom to ring", () => {
    const page = renderArrangementsCard(
      {
        ...EMPTY,
        nextMeeting: { when: "Thursday at five", where: "here", who: "", text: "Bring the dog." },
        arrangements: {
          comes: [{ who: "Tomas", when: "every evening at nine" }],
          ring: [{ who: "The night line", number: "01632 960 021" }],
          by: null,
        },
      },
      strings,
    );
    const shown = page.replace(/<style>.*<\/style>/su, "").replace(/<[^>]*>/gu, "");
    for (const words of [
      "When: Thursday at five",
      "Where: here",
      "Bring the dog.",
      "Tomas: every evening at nine",
      "The night line: 01632 960 021",
    ]) {
      expect(shown).toContain(words);
    }
    expect(shown).not.toContain("Who might come");
  });

  it("says on every card that it is no record, also on one with nothing else on it", () => {
    const page = renderArrangementsCard(EMPTY, strings);
    expect(page).toContain(strings.meaning);
    expect(page).toContain(strings.nothing);
    expect(page).not.toContain(strings.ringHeading);
  });

  it("has nobody’s words from the record on it", () => {
    const page = renderArrangementsCard({ ...state, begun: null }, strings);
    for (const { text } of state.decisions.values()) expect(page).not.toContain(text);
    for (const { profile } of state.voices.values()) expect(page).not.toContain(profile.name);
  });

  it("needs nothing beside it: no script, no picture, no address", () => {
    const page = renderArrangementsCard(cardSaying("words"), strings);
    expect(page).not.toMatch(/<script|<img|<link|src=|href=|url\(|@import/u);
    expect(page).toContain("default-src 'none'");
  });

  it("breaks no published rule for pages, empty or full", async () => {
    expect(await pageFaults(renderArrangementsCard(EMPTY, strings))).toEqual([]);
    expect(await pageFaults(renderArrangementsCard(cardSaying("<b>words</b>"), strings))).toEqual([]);
  });

  it.each(hostileWords)("has the same tags as any other, whatever is written on it: %j", (words) => {
    const page = renderArrangementsCard(cardSaying(words), strings);
    const lines = layOutCard(cardSaying(words), strings).parts.map((part) => part.lines.length);
    // Words of which nothing is left are no line, so they are compared with a card that has as many.
    const harmless = lines[0] === 4 ? renderArrangementsCard(cardSaying("harmless"), strings) : null;
    if (harmless !== null) expect(tagsOf(page)).toEqual(tagsOf(harmless));
    expect(page.replaceAll("\n", "")).not.toMatch(UNSEEN);
  });
});
