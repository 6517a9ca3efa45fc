import { nextMeetingInWords } from "../../../../shared/meeting/deciding.ts";
import { beforeAll, describe, expect, it } from "vitest";
import type { DecisionId, UtteranceId } from "../../../../shared/feed/ids.ts";
import { foldMeeting } from "../../../../shared/meeting/fold.ts";
import type { MeetingState } from "../../../../shared/meeting/state.ts";
import { compareStated, type Stated } from "../../../../shared/meeting/stated.ts";
import type { MeetingStatement } from "../../../../shared/meeting/statements.ts";
import { decisionOf, utteranceOf } from "../../../cast/owned-ids.ts";
import { stated } from "../../../cast/samiras-meeting.ts";
import {
  ellen,
  everyone,
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
  name: "Samira’s meeting",
  personCalled: "Samira",
  language: "en",
  nonce: "A".repeat(43),
  seed: "AAA",
};

/** Ellen has begun the meeting, everyone has introduced themselves and was let in. */
const ARRIVED: readonly Said[] = [
  stated(ellen, 1, BEGUN),
  ...everyone.map((voice, index): Said =>
    stated(voice, 10 + index, { kind: "voice-introduced", profile: voice.profile }),
  ),
  ...everyone.map((voice, index): Said => stated(ellen, 30 + index, { kind: "voice-admitted", voice: voice.id })),
  stated(stranger, 40, { kind: "voice-introduced", profile: stranger.profile }),
];

let hers: UtteranceId;
let mothers: UtteranceId;
let decision: DecisionId;

beforeAll(async () => {
  [hers, mothers, decision] = [await utteranceOf(samira, 1), await utteranceOf(layla, 1), await decisionOf(ellen, 1)];
});

function fold(...said: readonly Said[]): MeetingState {
  return foldMeeting([...ARRIVED, ...said].toSorted(compareStated));
}

function begins(
  voice: CastVoice,
  at: number,
  utterance: UtteranceId,
  more: { answers?: UtteranceId; phase?: "reflection" } = {},
): Said {
  const { answers = null, phase = "conversation" } = more;
  return stated(voice, at, { kind: "utterance-begun", utterance, after: null, answers, phase });
}

describe("the meeting", () => {
  it("is what its founder called it, and begins once", () => {
    const again = stated(ellen, 90, { ...BEGUN, name: "Another name" });
    expect(fold(again).begun).toEqual({
      by: ellen.id,
      name: "Samira’s meeting",
      personCalled: "Samira",
      language: "en",
      seed: "AAA",
    });
  });

  it("is nothing yet for someone who has heard of no beginning", () => {
    const state = foldMeeting([begins(samira, 1, hers), stated(samira, 2, { kind: "paused" })]);
    expect(state).toMatchObject({ begun: null, order: [], pause: null });
    expect(nextMeetingInWords(state.nextMeeting)).toBe("");
    expect(state.utterances.size + state.voices.size + state.decisions.size).toBe(0);
  });

  it("knows who is there, who waits and who has left, in the order they came", () => {
    const { voices } = fold(stated(karim, 80, { kind: "voice-left" }));
    expect([...voices.values()].map(({ profile, standing }) => [profile.name, standing])).toEqual([
      ...everyone.map((voice) => [voice.profile.name, voice === karim ? "left" : "admitted"]),
      ["Someone", "waiting"],
    ]);
    expect([...voices.values()].filter((voice) => voice.hosting).map(({ id }) => id)).toEqual([ellen.id]);
  });

  it("shows a voice as it last introduced itself", () => {
    const profile = { ...karim.profile, name: "K.", colour: "slate" as const };
    expect(fold(stated(karim, 80, { kind: "voice-introduced", profile })).voices.get(karim.id)?.profile).toEqual(
      profile,
    );
  });
});

describe("an utterance", () => {
  it("stands while it is being written, and is said when its voice says so", () => {
    expect(fold(begins(samira, 50, hers)).utterances.get(hers)).toMatchObject({
      voice: samira.id,
      said: false,
      begunAt: 50,
    });
    const said = fold(begins(samira, 50, hers), stated(samira, 51, { kind: "utterance-said", utterance: hers }));
    expect(said.utterances.get(hers)?.said).toBe(true);
    expect(said.order).toEqual([hers]);
  });

  it("is gone when its voice discards it, unless it was said", () => {
    const [begun, discarded, said] = [
      begins(samira, 50, hers),
      stated(samira, 60, { kind: "utterance-discarded", utterance: hers } as const),
      stated(samira, 55, { kind: "utterance-said", utterance: hers } as const),
    ];
    expect(fold(begun, discarded).order).toEqual([]);
    expect(fold(begun, said, discarded).order).toEqual([hers]);
  });

  it("can be an answer to another", () => {
    expect(
      fold(begins(samira, 50, hers), begins(layla, 51, mothers, { answers: hers })).utterances.get(mothers)?.answers,
    ).toBe(hers);
  });

  it("keeps its beginning, whatever is said about it again", () => {
    const state = fold(begins(samira, 50, hers), begins(samira, 70, hers, { answers: mothers }));
    expect(state.utterances.get(hers)).toMatchObject({ begunAt: 50, answers: null });
  });

  it("is a reflection only among those who came to help", async () => {
    const [reflection, peers] = [await utteranceOf(okafor, 1), await utteranceOf(tomas, 1)];
    const state = fold(
      begins(okafor, 50, reflection, { phase: "reflection" }),
      begins(tomas, 51, peers, { phase: "reflection" }),
      begins(samira, 52, hers, { phase: "reflection" }),
      begins(layla, 53, mothers, { phase: "reflection" }),
    );
    expect(state.order).toEqual([reflection, peers]);
  });

  it("is let go of by its voice whatever that voice says of itself afterwards", async () => {
    const reflection = await utteranceOf(okafor, 1);
    const withdrawn = fold(
      begins(okafor, 50, reflection, { phase: "reflection" }),
      stated(okafor, 51, { kind: "utterance-withdrawn", utterance: reflection, trace: true }),
      stated(okafor, 52, { kind: "voice-introduced", profile: { ...okafor.profile, kind: "network" } }),
    );
    expect(withdrawn.erased.has(reflection)).toBe(true);
    expect(withdrawn.order).toEqual([]);
  });

  it("stays thrown away, whatever its writer says of themselves afterwards; what was said is not", async () => {
    const [unsaid, said] = [await utteranceOf(okafor, 1), await utteranceOf(okafor, 2)];
    const { erased } = fold(
      begins(okafor, 50, unsaid, { phase: "reflection" }),
      begins(okafor, 51, said, { phase: "reflection" }),
      stated(okafor, 52, { kind: "utterance-said", utterance: said }),
      ...[unsaid, said].map((utterance) =>
        stated<MeetingStatement>(okafor, 53, { kind: "utterance-discarded", utterance }),
      ),
      stated(okafor, 54, { kind: "voice-introduced", profile: { ...okafor.profile, kind: "network" } }),
    );
    expect([...erased]).toEqual([unsaid]);
  });

  it("of someone who waits is not in the record", async () => {
    const theirs = await utteranceOf(stranger, 1);
    expect(fold(begins(stranger, 50, theirs)).order).toEqual([]);
    expect(
      fold(begins(stranger, 50, theirs), stated(ellen, 60, { kind: "voice-admitted", voice: stranger.id })).order,
    ).toEqual([theirs]);
  });
});

describe("a decision", () => {
  const worded = (at: number, text: string): Said => stated(ellen, at, { kind: "decision-worded", decision, text });
  const taken = (voice: CastVoice, at: number, wording: string, position: "agree" | "with-reservation"): Said =>
    stated(voice, at, { kind: "position-taken", decision, wording, position, words: "If I may ring at night." });

  it("holds each voice's last position on the words that stand", () => {
    const state = fold(
      worded(50, "Five nights."),
      taken(layla, 51, "Five nights.", "agree"),
      taken(layla, 52, "Five nights.", "with-reservation"),
    );
    expect([...(state.decisions.get(decision)?.positions ?? [])]).toEqual([
      [layla.id, { position: "with-reservation", words: "If I may ring at night.", at: 52, mayStand: false }],
    ]);
  });

  it("keeps nobody to words that were changed afterwards", () => {
    const [before, after] = [taken(layla, 51, "Five nights.", "agree"), taken(okafor, 53, "Four nights.", "agree")];
    const state = fold(worded(50, "Five nights."), before, worded(52, "Four nights."), after);
    expect([...(state.decisions.get(decision)?.positions.keys() ?? [])]).toEqual([okafor.id]);
    expect(state.decisions.get(decision)).toMatchObject({ text: "Four nights.", wordedAt: 50 });
  });

  it("can be a thing left open instead", () => {
    const open = stated(ellen, 60, { kind: "left-open", decision, text: "What to call this." } as const);
    expect(fold(worded(50, "Five nights."), open).decisions.get(decision)).toMatchObject({
      leftOpen: true,
      text: "What to call this.",
    });
  });

  it("counts no position of someone who waits", () => {
    expect(
      fold(worded(50, "Five nights."), taken(stranger, 51, "Five nights.", "agree")).decisions.get(decision)?.positions
        .size,
    ).toBe(0);
  });
});

describe("a pause", () => {
  const paused = stated(samira, 50, { kind: "paused" } as const);
  const resumed = (voice: CastVoice, at: number): Said =>
    stated(voice, at, { kind: "resumed", feed: paused.feed, seq: paused.seq });

  it("is on from when anyone asks for it until anyone ends it", () => {
    expect(fold(paused).pause).toEqual({ by: samira.id, feed: paused.feed, seq: paused.seq });
    expect(fold(paused, resumed(ellen, 60)).pause).toBeNull();
  });

  it("ends by being named, also by someone whose clock is behind", () => {
    expect(fold(paused, resumed(layla, 2)).pause).toBeNull();
  });

  it("goes on while another is not ended", () => {
    const second = stated(layla, 55, { kind: "paused" } as const);
    expect(fold(paused, second, resumed(ellen, 60)).pause).toMatchObject({ by: layla.id });
  });

  it("is ended with all that its voice had begun before in the same feed, and none that is begun after", () => {
    const [again, later] = [51, 70].map((at) => stated(samira, at, { kind: "paused" } as const));
    if (again === undefined || later === undefined) throw new Error("she paused");
    const ended = stated(ellen, 60, { kind: "resumed", feed: again.feed, seq: again.seq } as const);
    expect(fold(paused, again).pause?.seq).toBe(again.seq);
    expect(fold(paused, again, ended).pause).toBeNull();
    expect(fold(paused, again, ended, later).pause?.seq).toBe(later.seq);
  });

  it("is neither begun nor ended by someone who waits", () => {
    expect(fold(stated(stranger, 50, { kind: "paused" })).pause).toBeNull();
    expect(fold(paused, resumed(stranger, 60)).pause).not.toBeNull();
  });
});

it("the next meeting is what was last said about it", () => {
  const set = (voice: CastVoice, at: number, text: string): Said =>
    stated(voice, at, { kind: "next-meeting-set", text });
  const { nextMeeting } = fold(
    set(ellen, 50, "Thursday."),
    set(samira, 51, "Thursday at five, here."),
    set(stranger, 52, "Never."),
  );
  expect(nextMeetingInWords(nextMeeting)).toBe("Thursday at five, here.");
});
