import { describe, expect, it } from "vitest";
import type { FeedId } from "../../../../shared/feed/ids.ts";
import { authorityOf } from "../../../../shared/meeting/authority.ts";
import { foldMeeting } from "../../../../shared/meeting/fold.ts";
import type { Heads } from "../../../../shared/meeting/shapes.ts";
import type { MeetingStatement } from "../../../../shared/meeting/statements.ts";
import { compareStated, type Stated } from "../../../../shared/meeting/stated.ts";
import { utteranceOf } from "../../../cast/owned-ids.ts";
import { stated } from "../../../cast/samiras-meeting.ts";
import {
  ellen,
  jo,
  karim,
  layla,
  okafor,
  samira,
  stranger,
  tomas,
  type CastVoice,
} from "../../../cast/seven-voices.ts";

type Said = Stated<MeetingStatement>;

const BEGUN: MeetingStatement = {
  kind: "meeting-begun",
  name: "",
  personCalled: "Samira",
  language: "en",
  nonce: "A".repeat(43),
  seed: "",
};

const introduced = (voice: CastVoice, at = 1): Said =>
  stated(voice, at, { kind: "voice-introduced", profile: voice.profile });
const admits = (host: CastVoice, at: number, { id: voice }: CastVoice): Said =>
  stated(host, at, { kind: "voice-admitted", voice });
/** With so many entries of its one feed still counting. */
const proposes = (by: CastVoice, at: number, { id: voice }: CastVoice, count: number): Said => {
  const session = "laptop" as Heads[number]["session"]; // the one session that `stated` gives everyone
  return stated(by, at, { kind: "removal-proposed", voice, heads: [{ session, count }] });
};
const seconds = (by: CastVoice, at: number, { feed, seq }: Said): Said =>
  stated(by, at, { kind: "removal-seconded", feed, seq });

/** Ellen begins and lets in Samira, Okafor, Tomas and Karim. */
const ARRIVED: readonly Said[] = [
  stated(ellen, 0, BEGUN),
  ...[ellen, samira, okafor, tomas, karim].map((voice) => introduced(voice)),
  ...[samira, okafor, tomas, karim].map((voice, index) => admits(ellen, 2 + index, voice)),
];

const after = (...said: readonly Said[]) => authorityOf([...ARRIVED, ...said].toSorted(compareStated));

describe("removing a voice", () => {
  it("takes two others, of whom one has never called themselves a professional", () => {
    const wish = proposes(ellen, 20, karim, 5);
    expect(after(wish).removed.has(karim.id)).toBe(false);
    expect(after(wish, seconds(ellen, 21, wish)).removed.has(karim.id)).toBe(false);
    expect(after(wish, seconds(karim, 21, wish)).removed.has(karim.id)).toBe(false);
    expect(after(wish, seconds(okafor, 21, wish)).removed.has(karim.id)).toBe(false);
    expect(after(wish, seconds(tomas, 21, wish)).removed.has(karim.id)).toBe(true);
  });

  it("is one's own to do for oneself", () => {
    expect(after(proposes(karim, 20, karim, 5)).removed.get(karim.id)).toEqual(
      new Map([[`${karim.id}/laptop` as FeedId, 5]]), // the name of the one feed that `stated` gives him
    );
  });

  it("is done by nobody whom nobody sees: let in, but never introduced", () => {
    const wish = proposes(samira, 20, karim, 5);
    const hidden = [admits(samira, 19, stranger), wish, seconds(stranger, 21, wish)];
    expect(after(...hidden).removed.has(karim.id)).toBe(false);
    expect(after(...hidden, introduced(stranger)).removed.has(karim.id)).toBe(true);
  });

  it("is not for a seat: whoever signs as it has kept a key that is nobody's", () => {
    const seat = stated(ellen, 15, { kind: "voice-seated", voice: jo.id, profile: jo.profile } as const);
    const wish = proposes(samira, 20, karim, 5);
    const authority = after(seat, wish, seconds(jo, 21, wish), proposes(jo, 22, jo, 0));
    expect([...authority.seated]).toEqual([jo.id]);
    expect([...authority.removed.keys()]).toEqual([]);
  });

  it("holds by the shorter heads where there are two of one voice", () => {
    const [long, short] = [proposes(samira, 20, karim, 9), proposes(tomas, 20, karim, 4)];
    const { removed } = after(long, seconds(tomas, 21, long), short, seconds(samira, 21, short));
    expect([...(removed.get(karim.id)?.values() ?? [])]).toEqual([4]);
  });

  it("is not undone through a voice that was let in beyond the heads, further from the one who began", () => {
    const wish = proposes(ellen, 20, samira, 10);
    const friend = [admits(samira, 30, stranger), admits(samira, 31, layla), introduced(stranger), introduced(layla)];
    const revenge = proposes(stranger, 40, tomas, 0);
    const { removed, admitted } = after(
      ...[wish, seconds(tomas, 21, wish)],
      ...[...friend, revenge, seconds(layla, 41, revenge)],
    );
    expect([...removed.keys()]).toEqual([samira.id]);
    expect(admitted.has(stranger.id)).toBe(false);
  });
});

it("what a voice has taken back does not come back because those who removed it had not heard of that", async () => {
  const utterance = await utteranceOf(karim, 1);
  const wish = proposes(ellen, 50, karim, 12);
  const said = [
    stated(karim, 10, {
      kind: "utterance-begun",
      utterance,
      after: null,
      answers: null,
      phase: "conversation",
    } as const),
    stated(karim, 11, { kind: "utterance-said", utterance } as const),
    stated(karim, 40, { kind: "utterance-withdrawn", utterance, trace: false } as const),
    wish,
    seconds(tomas, 51, wish),
  ];
  const { erased, utterances, voices } = foldMeeting([...ARRIVED, ...said].toSorted(compareStated));
  expect(voices.get(karim.id)?.standing).toBe("removed");
  expect([erased.has(utterance), utterances.has(utterance)]).toEqual([true, false]);
});

describe("a seat", () => {
  it("stays one though somebody nearer lets its voice in as well", () => {
    const hosts = stated(ellen, 15, { kind: "hosting-given", voice: tomas.id } as const);
    const seat = stated(tomas, 16, { kind: "voice-seated", voice: jo.id, profile: jo.profile } as const);
    expect(after(hosts, seat, admits(ellen, 17, jo)).seated.has(jo.id)).toBe(true);
  });

  it("is not for a voice that has introduced itself", () => {
    const seat = stated(ellen, 15, { kind: "voice-seated", voice: karim.id, profile: jo.profile } as const);
    expect(after(seat).seated.size).toBe(0);
  });

  it("lets nobody in, even if it was given hosting", () => {
    const seat = stated(ellen, 15, { kind: "voice-seated", voice: jo.id, profile: jo.profile } as const);
    const hosts = stated(ellen, 16, { kind: "hosting-given", voice: jo.id } as const);
    expect(after(seat, hosts, admits(jo, 17, stranger)).admitted.has(stranger.id)).toBe(false);
  });
});
