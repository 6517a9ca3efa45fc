import { describe, expect, it } from "vitest";
import { foldRecord, type Statement } from "../../../../shared/consent/record.ts";
import { compareStated, type Stated } from "../../../../shared/meeting/stated.ts";
import { utteranceOf } from "../../../cast/owned-ids.ts";
import { meeting, stated } from "../../../cast/samiras-meeting.ts";
import { ellen, jo, karim, samira, tomas } from "../../../cast/seven-voices.ts";

type Said = Stated<Statement>;
const here = [ellen, samira, karim, tomas];
const [dad, again, door] = [await utteranceOf(karim, 1), await utteranceOf(karim, 2), await utteranceOf(ellen, 1)];
const plainly = { after: null, answers: null, phase: "conversation" as const };

/** Karim has said something, and Ellen has written down something for Jo, who has no device and stands by it. */
const SAID: readonly Said[] = [
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
  ...here.map((voice, index) => stated(ellen, 30 + index, { kind: "voice-admitted" as const, voice: voice.id })),
  stated(ellen, 40, { kind: "voice-seated", voice: jo.id, profile: jo.profile }),
  stated(karim, 50, { kind: "utterance-begun", utterance: dad, ...plainly }),
  stated(karim, 51, { kind: "utterance-said", utterance: dad }),
  stated(ellen, 52, { kind: "utterance-begun", utterance: door, speaker: jo.id, ...plainly }),
  stated(ellen, 53, { kind: "utterance-said", utterance: door }),
];

const fold = (...said: readonly Said[]) => foldRecord(meeting, [...SAID, ...said].toSorted(compareStated)).meeting;
const wish = (utterance: typeof dad, may: boolean) => ({ kind: "words-for-record" as const, utterance, may });

describe("words of one’s own", () => {
  it("may go into the record until their voice says otherwise, and again once it says so", () => {
    const isFor = (...said: readonly Said[]) => fold(...said).utterances.get(dad)?.forRecord;
    expect(isFor()).toBe(true);
    expect(isFor(stated(karim, 60, wish(dad, false)))).toBe(false);
    expect(isFor(stated(karim, 60, wish(dad, false)), stated(karim, 61, wish(dad, true)))).toBe(true);
  });

  it("stay in the record whatever another voice says, the person at the centre and whoever wrote them down included", () => {
    const others = [samira, ellen, tomas].map((voice) => stated(voice, 60, wish(dad, false)));
    expect(fold(...others).utterances.get(dad)?.forRecord).toBe(true);
    expect(fold(stated(ellen, 60, wish(door, false))).utterances.get(door)?.forRecord).toBe(true);
  });

  it("stand where everyone here may read them though they are kept out of the record", () => {
    const { order, erased } = fold(stated(karim, 60, wish(dad, false)));
    expect(order).toContain(dad);
    expect(erased.size).toBe(0);
  });

  it("are kept out aloud by a voice without a device, once another voice has heard it", () => {
    const spoken = stated(ellen, 60, { kind: "spoken" as const, voice: jo.id, says: wish(door, false) });
    expect(fold(spoken).utterances.get(door)?.forRecord).toBe(true);
    const witnessed = stated(tomas, 61, { kind: "witnessed" as const, feed: spoken.feed, seq: spoken.seq });
    expect(fold(spoken, witnessed).utterances.get(door)?.forRecord).toBe(false);
  });

  it("are kept out as well where their voice puts differently what it keeps out, until it says that these may go in", () => {
    const differently: readonly Said[] = [
      stated(karim, 70, { kind: "utterance-begun", utterance: again, ...plainly, after: dad, corrects: dad }),
      stated(karim, 71, { kind: "utterance-said", utterance: again }),
    ];
    const out = stated(karim, 60, wish(dad, false));
    expect(fold(...differently).utterances.get(again)?.forRecord).toBe(true);
    expect(fold(out, ...differently).utterances.get(again)?.forRecord).toBe(false);
    expect(fold(out, ...differently, stated(karim, 72, wish(again, true))).utterances.get(again)?.forRecord).toBe(true);
  });
});
