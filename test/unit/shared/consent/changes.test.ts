import { nextTime } from "../../../cast/plainest.ts";
import { describe, expect, it } from "vitest";
import type { Change } from "../../../../shared/consent/changed-words.ts";
import { whatChanged } from "../../../../shared/consent/changes.ts";
import { firstRevision, freeze, paragraph, state, summary } from "../../../cast/samiras-meeting.ts";
import { karim, layla, samira, tomas } from "../../../cast/seven-voices.ts";

/** A change as one would read it: [-struck out-] and {+marked+}. */
function read({ pieces }: Change): string {
  const marks = { same: ["", ""], removed: ["[-", "-]"], added: ["{+", "+}"] } as const;
  return pieces.map(({ kind, text }) => `${marks[kind][0]}${text}${marks[kind][1]}`).join("");
}

describe("what changed since one last read it", () => {
  it("is nothing when only the moment of freezing differs", () => {
    expect(whatChanged(firstRevision, freeze({ frozenAtMs: 1 }))).toEqual([]);
  });

  it("is the sentence that Layla added", () => {
    const after = freeze({ summary: [...summary, paragraph([layla, "Now my fear is in it too."])] });
    const [change, ...others] = whatChanged(firstRevision, after);
    expect(others).toEqual([]);
    expect(change).toEqual({
      part: { kind: "summary" },
      kind: "added",
      pieces: [{ kind: "added", voice: layla.id, text: "Now my fear is in it too." }],
    });
  });

  it("is shown word by word where a paragraph was changed", () => {
    const before = freeze({ summary: [paragraph([samira, "Samira is ill since the break-in."])] });
    const after = freeze({ summary: [paragraph([samira, "Samira is frightened since the break-in."])] });
    expect(whatChanged(before, after).map(read)).toEqual(["Samira is [-ill -]{+frightened +}since the break-in."]);
  });

  it("is also a sentence that another voice now stands for", () => {
    const before = freeze({ summary: [paragraph([samira, "Both of these stand."])] });
    const after = freeze({ summary: [paragraph([tomas, "Both of these stand."])] });
    expect(whatChanged(before, after).map(read)).toEqual(["[-Both of these stand.-]{+Both of these stand.+}"]);
  });

  it("is a position that was taken, with where the voice stood before", () => {
    const [id, decision] = [...state.decisions][0] ?? [];
    if (id === undefined || decision === undefined) throw new Error("something was decided");
    const positions = new Map(decision.positions)
      .set(karim.id, { position: "agree" as const, words: "Yes.", at: 300, mayStand: false })
      .set(samira.id, { position: "not-ready" as const, words: "", at: 301, mayStand: false });
    const decisions = new Map(state.decisions).set(id, { ...decision, positions });
    const changes = whatChanged(firstRevision, freeze({ state: { ...state, decisions } }));
    expect(changes.map(({ part, kind }) => [part, kind])).toEqual(
      [
        [{ kind: "position", decision: id, voice: karim.id, was: null, is: "agree" }, "added"],
        [{ kind: "position", decision: id, voice: samira.id, was: "agree", is: "not-ready" }, "changed"],
      ].sort(() => 0),
    );
  });

  it("is the name Karim wants to go by", () => {
    const brother = state.voices.get(karim.id);
    if (brother === undefined) throw new Error("Karim is here");
    const voices = new Map(state.voices).set(karim.id, { ...brother, profile: { ...karim.profile, name: "K." } });
    const changes = whatChanged(firstRevision, freeze({ state: { ...state, voices } }));
    expect(changes.map(read)).toEqual(["[-Karim, -]{+K., +}Samira’s brother"]);
  });

  it("is as what Karim is here", () => {
    const voices = firstRevision.voices.map((one) =>
      one.id === karim.id ? { ...one, profile: { ...one.profile, kind: "professional" as const } } : one,
    );
    expect(whatChanged(firstRevision, { ...firstRevision, voices })).toEqual([
      { part: { kind: "here-as", voice: karim.id, as: "professional" }, kind: "changed", pieces: [] },
    ]);
  });

  it("is how one who is imagined to speak is called, and the language words are said to be rendered in", () => {
    const [first, ...others] = firstRevision.utterances;
    if (first === undefined) throw new Error("something was said");
    const told = (imagines: string, language: string) => {
      const renderings = [{ by: layla.id, name: "Nadia", language, text: "I want to sleep.", notes: [] }];
      return { ...firstRevision, utterances: [{ ...first, imagines, renderings }, ...others] };
    };
    const before = told("Dad", "en");
    expect(whatChanged(before, told("Dad", "en"))).toEqual([]);
    expect(whatChanged(before, told("her father", "en")).map(read)).toEqual(["[-Dad-]{+her father+}"]);
    expect(whatChanged(before, told("", "en")).map(read)).toEqual(["[-Dad-]"]);
    const rendered = (language: string) => ({ kind: "rendering", utterance: first.id, language, by: "Nadia" });
    expect(whatChanged(before, told("Dad", "de")).map(({ part, kind }) => [part, kind])).toEqual([
      [rendered("en"), "removed"],
      [rendered("de"), "added"],
    ]);
  });

  it("is the next meeting, and an utterance that was taken in", () => {
    const after = freeze({ state: { ...state, nextMeeting: nextTime("Thursday at six, here.") } });
    const before = { ...firstRevision, utterances: firstRevision.utterances.slice(1) };
    expect(whatChanged(before, after).map((change) => [change.part.kind, change.kind])).toEqual([
      ["next-meeting", "changed"],
      ["utterance", "added"],
    ]);
  });
});
