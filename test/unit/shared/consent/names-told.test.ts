import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { copyFor } from "../../../../shared/consent/copy.ts";
import { namesStillTold } from "../../../../shared/consent/names-told.ts";
import { PARTS_OF_COPY, type PartOfCopy, type Revision } from "../../../../shared/consent/statements.ts";
import type { Called } from "../../../../shared/meeting/called.ts";
import type { MeetingState } from "../../../../shared/meeting/state.ts";
import { readerOf } from "../../../cast/owned-ids.ts";
import { freeze, paragraph, state } from "../../../cast/samiras-meeting.ts";
import { asVoice, ellen, karim, layla, samira, type CastVoice } from "../../../cast/seven-voices.ts";

const gp = await readerOf(ellen, 1);
const BROTHER = { name: "Samira’s brother", relation: "" };

/** The meeting with the GP as a reader for whom these are called otherwise. */
function calledOtherwise(...called: readonly (readonly [CastVoice, Called])[]): MeetingState {
  const names = new Map(called.map(([{ id }, one]) => [id, one]));
  const reader = { id: gp, name: "the GP", by: ellen.id, at: 1, permitted: true, called: names };
  return { ...state, readers: new Map([[gp, reader]]) };
}

function told(
  wish: Parameters<typeof freeze>[0],
  parts: readonly PartOfCopy[] = PARTS_OF_COPY,
  change: (revision: Revision) => Revision = (revision) => revision,
) {
  const revision = change(freeze({ state: calledOtherwise([karim, BROTHER]), readers: [{ id: gp, parts }], ...wish }));
  return namesStillTold(copyFor(revision, gp), revision);
}
const says = (text: string) => ({ summary: [paragraph([ellen, text])] });

describe("names that a copy would still tell", () => {
  it("are found in the words of others, with whose words they are and what stands around them", () => {
    expect(told(says("We ring Karim when it is late."))).toEqual([
      { voice: karim.id, name: "Karim", where: "summary", by: ellen.id, words: "We ring Karim when it is late." },
    ]);
  });

  it("are none where nobody wished to be called otherwise, or where nobody is named", () => {
    const wish = { ...says("We ring Karim."), state: calledOtherwise() };
    expect(told(wish)).toEqual([]);
    expect(told(says("We ring her brother."))).toEqual([]);
  });

  it("are not told of the copy for everyone in the room", () => {
    const revision = freeze({
      ...says("We ring Karim."),
      state: calledOtherwise([karim, BROTHER]),
      readers: [{ id: gp, parts: PARTS_OF_COPY }],
    });
    expect(namesStillTold(copyFor(revision, "network"), revision)).toEqual([]);
  });

  it.each(["karim’s phone", "KARIM", "ring Karim, or his mother", "Karims phone", "(Karim)"])(
    "are found in “%s”",
    (text) => {
      expect(told(says(text))).toHaveLength(1);
    },
  );

  it.each(["Karima rang", "Hakarim", "a brother"])("are not found in “%s”", (text) => {
    expect(told(says(text))).toEqual([]);
  });

  it("are found by each of their parts, but for what is still in the name that was wished for", () => {
    const named = { ...karim, profile: { ...karim.profile, name: "Dr Karim Haddad" } };
    const others = calledOtherwise([karim, { name: "Mr Haddad", relation: "" }]);
    const wished = { ...others, voices: new Map([...others.voices, [karim.id, asVoice(named)]]) };
    expect(told({ ...says("Karim rang."), state: wished })).toHaveLength(1);
    expect(told({ ...says("Haddad rang."), state: wished })).toEqual([]);
    expect(told({ ...says("The doctor rang."), state: wished })).toEqual([]);
  });

  it("are found in what others are called there, and not in the name that was wished for", () => {
    const wish = { name: "S.", relation: "" };
    const both = calledOtherwise([samira, wish], [karim, BROTHER]);
    expect(told({ state: both }, ["next-meeting"]).filter(({ where }) => where === "names")).toEqual([
      { voice: samira.id, name: "Samira", where: "names", by: karim.id, words: "Samira’s brother" },
    ]);
    const kept = calledOtherwise([samira, { name: "Samira H.", relation: "" }]);
    expect(told({ state: kept }, ["next-meeting"])).toEqual([]);
  });

  it("are found by their parts where a name was typed without a capital, and small words are not", () => {
    const typed = (name: string, text: string) => {
      const named = { ...samira, profile: { ...samira.profile, name } };
      const others = calledOtherwise([samira, { name: "S.", relation: "" }]);
      const state = { ...others, voices: new Map([...others.voices, [samira.id, asVoice(named)]]) };
      return told({ ...says(text), state }, ["summary"])
        .filter(({ where }) => where === "summary")
        .map(({ name: found }) => found);
    };
    expect(typed("samira haddad", "Samira is frightened.")).toEqual(["Samira"]);
    expect(typed("samira haddad", "then samira rang")).toEqual(["samira"]);
    expect(typed("samira Haddad", "then samira rang")).toEqual(["samira"]);
    expect(typed("samira haddad", "Mrs Haddad is frightened.")).toEqual(["Haddad"]);
    expect(typed("a neighbour", "Ring Neighbour Haddad, no other neighbour.")).toEqual(["Neighbour"]);
    expect(typed("the girl from next door", "The door is open, and the one from the street comes next.")).toEqual([]);
    expect(typed("Jo from next door", "He comes from far, next week.")).toEqual([]);
  });

  it("are found where a name has grown together with another word", () => {
    const named = { ...karim, profile: { ...karim.profile, name: "كريم" } };
    const others = calledOtherwise([karim, BROTHER]);
    const arabic = { ...others, voices: new Map([...others.voices, [karim.id, asVoice(named)]]) };
    expect(told({ ...says("قلت لكريم أن يأتي."), state: arabic })).toHaveLength(1);
  });

  it("are told by whoever began the name, where several hands have written it", () => {
    const { id, text } = { id: layla.id, text: "rim rang." };
    const summary = [paragraph([ellen, "Today "], [samira, "Ka"]), paragraph([ellen, "Today "], [samira, "Ka"])];
    summary[0]?.runs.push({ voice: id, text });
    expect(told({ summary }).map(({ by }) => by)).toEqual([samira.id]);
  });

  it("are not looked for in parts that are not in the copy", () => {
    expect(told(says("We ring Karim."), ["decisions"])).toEqual([]);
  });

  it("are found in who somebody is to the others, and in the name of the meeting", () => {
    const others = calledOtherwise([karim, BROTHER]);
    const mother = { ...layla, profile: { ...layla.profile, relation: "Samira and Karim’s mother" } };
    const begun = state.begun === null ? null : { ...state.begun, name: "For Samira and Karim" };
    const named = { ...others, begun, voices: new Map([...others.voices, [layla.id, asVoice(mother)]]) };
    expect(told({ state: named }).map(({ where, by }) => [where, by])).toEqual([
      ["meeting-name", null],
      ["voices", layla.id],
    ]);
  });

  it("are found wherever anybody may have written something", () => {
    const places: readonly ((revision: Revision) => Revision)[] = [
      (one) => ({ ...one, nextMeeting: "With Karim" }),
      (one) => ({ ...one, readers: one.readers.map((each) => ({ ...each, name: "Karim’s doctor" })) }),
      (one) => ({ ...one, decisions: one.decisions.map((each) => ({ ...each, text: "Karim stays" })).slice(0, 1) }),
      (one) => ({
        ...one,
        decisions: one.decisions.map((each) => ({ ...each, review: "once Karim is here" })).slice(0, 1),
      }),
      (one) => ({ ...one, decisions: one.decisions.slice(1, 2).map((each) => positioned(each, "Karim may")) }),
      (one) => ({ ...one, utterances: one.utterances.slice(0, 1).map((each) => ({ ...each, imagines: "Karim" })) }),
      (one) => ({ ...one, utterances: one.utterances.slice(0, 1).map((each) => rendered(each, "Karim")) }),
    ];
    for (const place of places) expect(told({}, PARTS_OF_COPY, place)).toHaveLength(1);
  });

  it("are looked for whatever anybody is called and writes, and a name that stands alone is always found", () => {
    const words = fc.string({ unit: "grapheme", maxLength: 20 });
    const aName = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }).filter((name) => name.trim() !== "");
    fc.assert(
      fc.property(aName, words, words, (name, before, after) => {
        const named = { ...karim, profile: { ...karim.profile, name } };
        const others = calledOtherwise([karim, { name: "—", relation: "" }]);
        const strange = { ...others, voices: new Map([...others.voices, [karim.id, asVoice(named)]]) };
        const found = told({ ...says(`${before} · ${name} · ${after}`), state: strange }, ["summary"]);
        const isInWish = name.trim() === "—";
        expect(found.some(({ where }) => where === "summary")).toBe(!isInWish);
      }),
      { numRuns: 500 },
    );
  });
});

function positioned(decision: Revision["decisions"][number], words: string): Revision["decisions"][number] {
  return { ...decision, positions: decision.positions.map((one) => ({ ...one, words })) };
}

function rendered(utterance: Revision["utterances"][number], word: string): Revision["utterances"][number] {
  const notes = [{ word, says: "a name" }];
  return { ...utterance, renderings: [{ by: ellen.id, name: "Ellen", language: "en", text: "It is late.", notes }] };
}
