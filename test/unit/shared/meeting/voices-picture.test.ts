import { describe, expect, it } from "vitest";
import type { UtteranceId } from "../../../../shared/feed/ids.ts";
import type { MeetingState, Utterance, Voice } from "../../../../shared/meeting/state.ts";
import { voicesPicture } from "../../../../shared/meeting/voices-picture.ts";
import { tellVoices } from "../../../../shared/meeting/voices-told.ts";
import { PLAINLY_SAID } from "../../../cast/plainest.ts";
import {
  asVoice,
  ellen,
  everyone,
  jo,
  karim,
  layla,
  okafor,
  samira,
  stranger,
  tomas,
  type CastVoice,
} from "../../../cast/seven-voices.ts";

const MINUTE = 60_000 * 1024;
const id = (name: string) => name as UtteranceId; // a name is enough here

type Said = Partial<Omit<Utterance, "id" | "voice">> & { readonly by: CastVoice; readonly name?: string };

function meetingOf(
  said: readonly Said[],
  voices: readonly Voice[] = everyone.map((one) => asVoice(one)),
): MeetingState {
  const utterances = said.map(({ by, name, ...rest }, index): Utterance => ({
    id: id(name ?? String(index)),
    voice: by.id,
    scribe: null,
    confirmed: true,
    after: null,
    answers: null,
    phase: "conversation",
    begunAt: index * 1024,
    said: true,
    withdrawn: false,
    ...PLAINLY_SAID,
    ...rest,
  }));
  const known = new Map(voices.map((voice) => [voice.id, voice]));
  // The picture is drawn from these four alone.
  return {
    order: utterances.map((one) => one.id),
    utterances: new Map(utterances.map((one) => [one.id, one])),
    erased: new Set<UtteranceId>(),
    voices: known,
  } as unknown as MeetingState;
}

const nameOf = new Map([...everyone, stranger].map((one) => [one.id, one.profile.name]));

describe("the picture of the voices", () => {
  it("has the person at the centre first, and everyone else where they were, whoever speaks first", () => {
    const { lines } = voicesPicture(meetingOf([{ by: okafor }, { by: layla }]));
    expect(lines.map(({ voice, heard }) => [nameOf.get(voice), heard])).toEqual([
      ["Samira", false],
      ["Layla", true],
      ["Karim", false],
      ["Jo", false],
      ["Ellen", false],
      ["Dr Okafor", true],
      ["Tomas", false],
    ]);
  });

  it("has no line for someone at the door, and keeps that of someone who left", () => {
    const voices = [asVoice(samira), asVoice(karim, "left"), asVoice(tomas, "left"), asVoice(stranger, "waiting")];
    const { lines } = voicesPicture(meetingOf([{ by: karim }], voices));
    expect(lines.map(({ voice }) => nameOf.get(voice))).toEqual(["Samira", "Karim"]);
  });

  it("has no line for an interpreter, who is not a voice", () => {
    const nadia = asVoice(stranger);
    const voices: readonly Voice[] = [asVoice(layla), { ...nadia, profile: { ...nadia.profile, kind: "interpreter" } }];
    expect(voicesPicture(meetingOf([], voices)).lines.map(({ voice }) => nameOf.get(voice))).toEqual(["Layla"]);
  });

  it("leaves a place free where for a while nobody began to speak, however long that was", () => {
    const said = [
      { by: ellen, begunAt: 0 },
      { by: samira, begunAt: MINUTE },
      { by: layla, begunAt: 20 * MINUTE },
      { by: jo, begunAt: 3 * 24 * 60 * MINUTE },
    ];
    const { marks, quiet } = voicesPicture(meetingOf(said));
    expect(marks.map(({ at }) => at)).toEqual([0, 1, 3, 5]);
    expect(quiet).toEqual([2, 4]);
  });

  it("keeps the places of the record where a laptop’s clock is years behind", () => {
    const said = [
      { by: ellen, begunAt: 1000 * MINUTE },
      { by: samira, begunAt: 0 },
      { by: layla, begunAt: 1001 * MINUTE },
    ];
    const { marks, quiet } = voicesPicture(meetingOf(said));
    expect(marks.map(({ voice, at }) => [nameOf.get(voice), at])).toEqual([
      ["Ellen", 0],
      ["Samira", 1],
      ["Layla", 2],
    ]);
    expect(quiet).toEqual([]);
  });

  it("leaves nothing of words that were taken back, not even a place or an answer to them", () => {
    const said: readonly Said[] = [
      { by: ellen },
      { by: karim, name: "Dad left", withdrawn: true },
      { by: samira, answers: id("Dad left") },
      { by: layla, said: false },
    ];
    const { marks } = voicesPicture(meetingOf(said));
    expect(marks.map(({ voice, at, answers }) => [nameOf.get(voice), at, answers])).toEqual([
      ["Ellen", 0, null],
      ["Samira", 1, null],
    ]);
  });

  it("has one mark for words that their voice has corrected, and an answer goes to them as they stand", () => {
    const { marks } = voicesPicture(
      meetingOf([
        { by: layla, name: "ill", correctedBy: id("tired") },
        { by: layla, name: "tired", corrects: id("ill") },
        { by: samira, answers: id("ill") },
      ]),
    );
    expect(marks.map(({ voice, answers }) => [nameOf.get(voice), answers])).toEqual([
      ["Layla", null],
      ["Samira", id("tired")],
    ]);
  });

  it("does not take Jo for heard by what Ellen wrote down and Jo has not confirmed", () => {
    const { lines, marks } = voicesPicture(meetingOf([{ by: jo, scribe: ellen.id, confirmed: false }]));
    expect(lines.find(({ voice }) => voice === jo.id)?.heard).toBe(false);
    expect(marks.map(({ scribe, confirmed }) => [scribe, confirmed])).toEqual([[ellen.id, false]]);
  });
});

describe("the picture told in words", () => {
  const tell = (said: readonly Said[]) => tellVoices(voicesPicture(meetingOf(said)));

  it("is complete when nothing has been said", () => {
    expect(tell([])).toEqual({ passages: [], notHeard: everyone.map((one) => one.id) });
  });

  it("goes from one to the next while that can be read", () => {
    const { passages, notHeard } = tell([
      { by: samira, name: "first" },
      { by: layla },
      { by: layla },
      { by: ellen, answers: id("first") },
      { by: tomas, phase: "reflection", begunAt: 30 * MINUTE },
      { by: jo, scribe: ellen.id, confirmed: false, begunAt: 31 * MINUTE },
    ]);
    expect(passages).toEqual([
      [
        { kind: "spoke", voices: [samira.id] },
        { kind: "spoke", voices: [layla.id] },
        { kind: "answered", voice: ellen.id, whom: [samira.id] },
        { kind: "quiet" },
        { kind: "reflected", voices: [tomas.id] },
        { kind: "written-down", voice: jo.id, scribe: ellen.id },
      ],
    ]);
    expect(notHeard).toEqual([karim.id, jo.id, okafor.id]);
  });

  it("is no longer to read after three thousand utterances than after three hundred", () => {
    const evening = (count: number): readonly Said[] =>
      Array.from({ length: count }, (_, index): Said => {
        const by = everyone[(index * 3) % everyone.length] ?? samira;
        const wish = index % 5 === 4 ? { answers: id(String(index - 2)) } : {};
        return index % 9 === 8 ? { by, ...wish, phase: "reflection" } : { by, ...wish };
      });
    const lengthOf = (count: number) => tell(evening(count)).passages.flat().length;
    expect(tell(evening(3000)).passages).toHaveLength(10);
    expect(lengthOf(3000)).toBeLessThanOrEqual(10 * (2 + everyone.length));
    expect(lengthOf(3000)).toBeLessThan(lengthOf(300) * 2);
  });
});
