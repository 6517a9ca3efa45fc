import { describe, expect, it } from "vitest";
import { foldMeeting } from "../../../../shared/meeting/fold.ts";
import type { MeetingState } from "../../../../shared/meeting/state.ts";
import { compareStated, type Stated } from "../../../../shared/meeting/stated.ts";
import type { MeetingStatement } from "../../../../shared/meeting/statements.ts";
import { absentOneOf, readerOf, utteranceOf } from "../../../cast/owned-ids.ts";
import { stated } from "../../../cast/samiras-meeting.ts";
import { ellen, karim, layla, samira, stranger as nadia } from "../../../cast/seven-voices.ts";

type Said = Stated<MeetingStatement>;
const here = [ellen, samira, karim, layla];
const interprets = { ...nadia.profile, name: "Nadia", kind: "interpreter" as const };

/** Ellen has begun the meeting and let in Samira, Karim and Layla, and Nadia to interpret. */
const ARRIVED: readonly Said[] = [
  stated(ellen, 1, {
    kind: "meeting-begun",
    name: "Samira’s meeting",
    personCalled: "Samira",
    language: "en",
    nonce: "A".repeat(43),
    seed: "AAA",
  }),
  ...here.map((voice, index) =>
    stated(voice, 10 + index, { kind: "voice-introduced" as const, profile: voice.profile }),
  ),
  stated(nadia, 20, { kind: "voice-introduced", profile: interprets }),
  ...[...here, nadia].map((voice, index) =>
    stated(ellen, 30 + index, { kind: "voice-admitted" as const, voice: voice.id }),
  ),
];
const [absent, gp, hers] = [await absentOneOf(karim, 1), await readerOf(ellen, 1), await utteranceOf(nadia, 1)];

function fold(...said: readonly Said[]): MeetingState {
  return foldMeeting([...ARRIVED, ...said].toSorted(compareStated));
}

const noted = (called: string) => stated(karim, 50, { kind: "absent-noted" as const, absent, called });

describe("someone who is missing", () => {
  it("has no name from anyone but the person at the centre", () => {
    const called = stated(layla, 51, { kind: "absent-called" as const, absent, called: "Rima" });
    expect(fold(noted("Aunt Rima"), called).absent.get(absent)).toMatchObject({ called: "", notedBy: karim.id });
  });

  it("has the name that the person at the centre gave last, also where a clock puts the name before the note", () => {
    const early = stated(samira, 45, { kind: "absent-called" as const, absent, called: "My aunt" });
    expect(fold(noted(""), early).absent.get(absent)?.called).toBe("My aunt");
    const later = stated(samira, 60, { kind: "absent-called" as const, absent, called: "Her" });
    expect(fold(noted(""), early, later).absent.get(absent)?.called).toBe("Her");
  });

  it("has no name from someone who only calls themselves the person later", () => {
    const rises = stated(karim, 40, {
      kind: "voice-introduced" as const,
      profile: { ...karim.profile, kind: "person" as const },
    });
    expect(fold(rises, noted("Aunt Rima")).absent.get(absent)?.called).toBe("");
  });

  it("is let go of by whoever noted them, or if the person does not wish it, and by nobody else", () => {
    const wish = { kind: "absent-not-wished" as const, absent };
    expect(fold(noted(""), stated(karim, 60, { kind: "absent-let-go", absent })).absent.size).toBe(0);
    expect(fold(noted(""), stated(samira, 60, wish)).absent.size).toBe(0);
    expect(fold(noted(""), stated(layla, 60, wish)).absent.size).toBe(1);
  });

  it("is imagined to speak only in words of whoever imagines it", () => {
    const began = { kind: "utterance-begun" as const, after: null, answers: null, phase: "conversation" as const };
    return utteranceOf(layla, 1).then((utterance) => {
      const state = fold(noted(""), stated(layla, 60, { ...began, utterance, imagines: absent }));
      expect(state.utterances.get(utterance)).toMatchObject({ voice: layla.id, imagines: absent });
    });
  });
});

describe("who interprets", () => {
  it("says nothing of their own, writes nothing down as another’s, notes nobody and names no reader", async () => {
    const began = { kind: "utterance-begun" as const, after: null, answers: null, phase: "conversation" as const };
    const state = fold(
      stated(nadia, 60, { ...began, utterance: hers }),
      stated(nadia, 61, { ...began, utterance: hers, speaker: layla.id }),
      stated(nadia, 62, { kind: "absent-noted", absent: await absentOneOf(nadia, 1), called: "" }),
      stated(nadia, 63, { kind: "reader-named", reader: await readerOf(nadia, 1), name: "the GP" }),
    );
    expect([state.utterances.size, state.absent.size, state.readers.size]).toEqual([0, 0, 0]);
  });
});

describe("who will read it", () => {
  it("is named, named anew and taken back by the same voice", () => {
    const named = (at: number, name: string) => stated(ellen, at, { kind: "reader-named" as const, reader: gp, name });
    expect(fold(named(50, "GP"), named(51, " the GP ")).readers.get(gp)?.name).toBe("the GP");
    expect(fold(named(50, "the GP"), named(51, " ")).readers.size).toBe(0);
  });

  it("may have a copy only by the yes of the person at the centre, whoever named them", () => {
    const named = stated(ellen, 50, { kind: "reader-named" as const, reader: gp, name: "the GP" });
    const yes = (voice: typeof ellen, at: number, may = true, name = "the GP") =>
      stated(voice, at, { kind: "reader-permitted" as const, reader: gp, name, may });
    const isPermitted = (...said: readonly Said[]) => fold(named, ...said).readers.get(gp)?.permitted;
    expect(isPermitted()).toBe(false);
    expect(isPermitted(yes(ellen, 51), yes(karim, 52), yes(layla, 53))).toBe(false);
    expect(isPermitted(yes(samira, 51))).toBe(true);
    // It may come before the reader is heard of.
    expect(isPermitted(yes(samira, 45))).toBe(true);
    expect(isPermitted(yes(samira, 51), yes(samira, 52, false))).toBe(false);
    expect(isPermitted(yes(samira, 51), yes(samira, 52, false), yes(samira, 53))).toBe(true);
    expect(isPermitted(yes(samira, 51), yes(ellen, 52, false))).toBe(true);
  });

  it("is not let in by the person’s naming them: that is a word of its own", async () => {
    const school = await readerOf(samira, 1);
    const named = stated(samira, 50, { kind: "reader-named" as const, reader: school, name: "the school" });
    expect(fold(named).readers.get(school)?.permitted).toBe(false);
  });

  it("is asked about anew under another name: a yes to the GP is none to whoever stands there later", () => {
    const named = (at: number, name: string) => stated(ellen, at, { kind: "reader-named" as const, reader: gp, name });
    const yes = stated(samira, 51, { kind: "reader-permitted" as const, reader: gp, name: "the GP", may: true });
    expect(fold(named(50, "the GP"), yes, named(52, "the police")).readers.get(gp)?.permitted).toBe(false);
    expect(fold(named(50, "the GP"), yes, named(52, " the GP")).readers.get(gp)?.permitted).toBe(true);
  });

  it("is let in by nobody who has called themselves the person as well", () => {
    const rises = stated(karim, 40, {
      kind: "voice-introduced" as const,
      profile: { ...karim.profile, kind: "person" as const },
    });
    const named = stated(ellen, 50, { kind: "reader-named" as const, reader: gp, name: "the GP" });
    const yes = stated(karim, 51, { kind: "reader-permitted" as const, reader: gp, name: "the GP", may: true });
    expect(fold(rises, named, yes).readers.get(gp)?.permitted).toBe(false);
  });

  it("reads each voice under the name it wished for last; no name is as in the room", () => {
    const named = stated(ellen, 50, { kind: "reader-named" as const, reader: gp, name: "the GP" });
    const wish = (at: number, name: string) =>
      stated(karim, at, { kind: "naming-wished" as const, reader: gp, name, relation: "" });
    // A wish may come before the reader is heard of.
    expect(fold(named, wish(45, "Samira’s brother")).readers.get(gp)?.called.get(karim.id)?.name).toBe(
      "Samira’s brother",
    );
    expect(fold(named, wish(51, "K."), wish(52, "")).readers.get(gp)?.called.size).toBe(0);
  });
});
