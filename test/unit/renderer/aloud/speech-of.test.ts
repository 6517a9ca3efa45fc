import { describe, expect, it } from "vitest";
import { speechOf } from "../../../../renderer/aloud/speech-of.ts";
import { partsToRead } from "../../../../shared/consent/parts-to-read.ts";
import { firstRevision } from "../../../cast/samiras-meeting.ts";
import { ellen } from "../../../cast/seven-voices.ts";

describe("what is spoken of a part", () => {
  const layla = partsToRead(firstRevision, () => null).find(({ kind }) => kind === "words");
  if (layla === undefined) throw new Error("somebody has said something");
  const part = {
    ...layla,
    renderings: [
      {
        by: ellen.id,
        name: "Nadia",
        language: "de",
        text: "Eins. Zwei.",
        notes: [],
      },
    ],
  };
  const tell = () => ({ before: "Layla", words: "One. Two!", after: "" });

  it("is the title, who says it, and the words a sentence at a time, each in its language", () => {
    expect(speechOf(part, { title: "In our own words", tell, screen: "en", wished: null })).toEqual([
      { text: "In our own words", language: "en", passage: null },
      { text: "Layla", language: "en", passage: 0 },
      { text: "One.", language: "en", passage: 0 },
      { text: "Two!", language: "en", passage: 0 },
    ]);
  });

  it("is the rendering where that language is wished for, and the words where it was not rendered in it", () => {
    const inGerman = speechOf(part, { title: "", tell, screen: "en", wished: "de" });
    expect(inGerman.map(({ text, language }) => [text, language])).toEqual([
      ["Layla", "en"],
      ["Eins.", "de"],
      ["Zwei.", "de"],
    ]);
    const inArabic = speechOf(part, { title: "", tell, screen: "en", wished: "ar" });
    expect(inArabic.map(({ text }) => text)).toEqual(["Layla", "One.", "Two!"]);
  });
});
