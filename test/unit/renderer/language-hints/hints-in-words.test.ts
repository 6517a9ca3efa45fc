import { describe, expect, it } from "vitest";
import { hintsIn } from "../../../../renderer/language-hints/hints-in-words.ts";

describe("language hints", () => {
  it("offer for “the mentally ill patient” words in which the person comes first, and none of the harsh ones", () => {
    expect(hintsIn("I was called because the mentally ill patient could not sleep.")).toEqual([
      {
        said: "mentally ill",
        instead: ["person with mental illness", "person with a mental disorder"],
        why: "personFirst",
      },
    ]);
  });

  it("have nothing to say of “Samira is frightened”", () => {
    expect(hintsIn("Samira is frightened since the break-in. She checks the door four, five times.")).toEqual([]);
  });

  it.each([
    ["They told me she is psychotic.", "psychotic", "personFirst", "person with psychosis"],
    ["He suffers from psychosis.", "suffers from psychosis", "lived", "person with psychosis"],
    ["A schizophrenic, it said in the letter.", "schizophrenic", "personFirst", "person with schizophrenia"],
    ["Her uncle committed suicide.", "committed suicide", "suicide", "died by suicide"],
    ["It was a failed suicide.", "failed suicide", "suicide", "suicide attempt"],
    ["Two addicts live downstairs.", "addicts", "personFirst", "people with a drug addiction"],
    ["She is wheelchair-bound.", "wheelchair-bound", "usesIt", "uses a wheelchair"],
    ["I was insanely tired.", "insanely", "everyday", "incredibly"],
  ])("%s", (words, said, why, first) => {
    const [hint, ...others] = hintsIn(words);
    expect(others).toEqual([]);
    expect(hint).toMatchObject({ said, why });
    expect(hint?.instead[0]).toBe(first);
  });

  it.each([
    "Her mother, her brother and the woman next door were here; he and she spoke with the nurse, the policeman came.",
    "Of course it is simple: just ring, obviously.",
    "The mental health team comes at eight.",
    "She has had a manic week, and I know it sounds crazy.",
    "He was delirious in hospital after the operation.",
    "Bipolar disorder is what the letter calls it; there was one psychotic episode, and an alcoholic drink before.",
    "After a failed attempt to ring we asked for asylum.",
    "I am depressed, Tomas said, and I had a panic attack; insomnia too. Layla is disabled.",
    "A special evening, in the rehab at the canal.",
    "بنتي تعبانة.",
    "Das ist mental sehr schwer, ein Invalide, total psychotisch.",
  ])("leave alone what makes no sense to speak of in this room: %s", (words) => {
    expect(hintsIn(words)).toEqual([]);
  });

  it("leave alone what someone else is quoted with", () => {
    expect(hintsIn("Karim said “she is psychotic” twice.")).toEqual([]);
    expect(hintsIn("Karim said “she is tired”. I thought she is psychotic.").map(({ said }) => said)).toEqual([
      "psychotic",
    ]);
  });

  it("speak once of words that come twice, in the order of the words", () => {
    const words = "Alcoholic and addict, that is what they say: addict.\nAlcoholic.";
    expect(hintsIn(words).map(({ said }) => said)).toEqual(["Alcoholic", "addict"]);
  });
});
