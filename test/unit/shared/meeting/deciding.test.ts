import { describe, expect, it } from "vitest";
import { foldRecord, type Statement } from "../../../../shared/consent/record.ts";
import { checkMeetingStatement, checkOwner } from "../../../../shared/meeting/check.ts";
import { nextMeetingWished } from "../../../../shared/meeting/deciding.ts";
import type { MeetingStatement } from "../../../../shared/meeting/statements.ts";
import type { Stated } from "../../../../shared/meeting/stated.ts";
import { decisionOf, taskOf, wayOf, wishOf } from "../../../cast/owned-ids.ts";
import { meeting, stated } from "../../../cast/samiras-meeting.ts";
import { ellen, everyone, jo, layla, okafor, samira, tomas, type CastVoice } from "../../../cast/seven-voices.ts";

const nights = await decisionOf(ellen, 1);
const ward = await wayOf(okafor, 1);
const ring = await taskOf(ellen, 1);
const canal = await wishOf(samira, 1);
const josTask = await taskOf(ellen, 2);
const josWish = await wishOf(ellen, 1);

const BEGUN: Statement = {
  kind: "meeting-begun",
  name: "Samira’s meeting",
  personCalled: "Samira",
  language: "en",
  nonce: "A".repeat(43),
  seed: "AAA",
};
/** Ellen has begun the meeting and let everyone in; Jo has no device. */
const ARRIVED: readonly Stated<Statement>[] = [
  stated(ellen, 1, BEGUN),
  ...everyone
    .filter((one) => one !== jo)
    .flatMap((voice, index): Stated<Statement>[] => [
      stated(voice, 10 + index, { kind: "voice-introduced", profile: voice.profile }),
      stated(ellen, 30 + index, { kind: "voice-admitted", voice: voice.id }),
    ]),
  stated(ellen, 45, { kind: "voice-seated", voice: jo.id, profile: jo.profile }),
  stated(ellen, 50, { kind: "decision-worded", decision: nights, text: "Five nights at home." }),
];
const fold = (...more: readonly Stated<Statement>[]) => foldRecord(meeting, [...ARRIVED, ...more]).meeting;

describe("a way that was considered", () => {
  const considered = (by: CastVoice, at: number, text: string) =>
    stated(by, at, { kind: "way-considered", decision: nights, way: ward, text } as const);
  const told = (by: CastVoice, at: number, words: string) =>
    stated(by, at, { kind: "matter-told", decision: nights, way: ward, words } as const);

  it("stands under the name of whoever thought of it, with what matters to whom", () => {
    const [way] =
      fold(considered(okafor, 60, "The ward."), told(samira, 61, "Nobody there knows me at night.")).decisions.get(
        nights,
      )?.ways ?? [];
    expect(way).toMatchObject({ text: "The ward.", by: okafor.id });
    expect([...(way?.matters ?? [])]).toEqual([[samira.id, "Nobody there knows me at night."]]);
  });

  it("is taken back by saying no words, and so is what mattered", () => {
    expect(fold(considered(okafor, 60, "The ward."), considered(okafor, 61, " ")).decisions.get(nights)?.ways).toEqual(
      [],
    );
    const [way] =
      fold(considered(okafor, 60, "The ward."), told(samira, 61, "No."), told(samira, 62, "")).decisions.get(nights)
        ?.ways ?? [];
    expect(way?.matters.size).toBe(0);
  });
});

describe("a position", () => {
  const took = (
    at: number,
    wording: string,
    more: Partial<Extract<MeetingStatement, { kind: "position-taken" }>> = {},
  ) =>
    stated(layla, at, {
      kind: "position-taken",
      decision: nights,
      wording,
      position: "do-not-agree",
      words: "",
      ...more,
    } as const);

  it("of one who does not agree may let the decision stand with that written in it", () => {
    const { positions } = fold(took(60, "Five nights at home.", { mayStand: true })).decisions.get(nights) ?? {};
    expect(positions?.get(layla.id)).toMatchObject({ position: "do-not-agree", mayStand: true });
  });

  it("is taken back by one on no wording", () => {
    const { positions } = fold(took(60, "Five nights at home."), took(61, "")).decisions.get(nights) ?? {};
    expect(positions?.size).toBe(0);
  });
});

describe("a decision", () => {
  it("is taken back by saying no words; what was taken on for it stands all the same", () => {
    const state = fold(
      stated(ellen, 60, {
        kind: "task-taken-on",
        task: ring,
        decision: nights,
        because: null,
        what: "I answer.",
        until: "",
      }),
      stated(ellen, 61, { kind: "decision-worded", decision: nights, text: " " }),
    );
    expect(state.decisions.size).toBe(0);
    expect(state.tasks.get(ring)?.what).toBe("I answer.");
  });
});

describe("a task", () => {
  const taken = stated(ellen, 60, {
    kind: "task-taken-on",
    task: ring,
    decision: nights,
    because: layla.id,
    what: "",
    until: " Thursday ",
  } as const);

  it("is its voice’s own: nobody else lets go of it", () => {
    const state = fold(taken, stated(layla, 61, { kind: "task-let-go", task: ring }));
    expect(state.tasks.get(ring)).toMatchObject({ voice: ellen.id, because: layla.id, until: "Thursday" });
    expect(fold(taken, stated(ellen, 61, { kind: "task-let-go", task: ring })).tasks.size).toBe(0);
  });

  it("that Ellen wrote down for Jo can be let go of aloud, whoever writes that down", async () => {
    const says = {
      kind: "task-taken-on",
      task: josTask,
      decision: nights,
      because: null,
      what: "",
      until: "",
    } as const;
    const wroteDown = stated(ellen, 60, { kind: "spoken", voice: jo.id, says } as const);
    const letGo = { kind: "task-let-go", task: josTask } as const;
    const both = [
      wroteDown,
      stated(samira, 61, { kind: "witnessed", feed: wroteDown.feed, seq: wroteDown.seq } as const),
    ];
    expect(fold(...both).tasks.get(josTask)?.voice).toBe(jo.id);
    const spoken = stated(tomas, 62, { kind: "spoken", voice: jo.id, says: letGo } as const);
    const heard = stated(samira, 63, { kind: "witnessed", feed: spoken.feed, seq: spoken.seq } as const);
    expect(fold(...both, spoken, heard).tasks.size).toBe(0);
    expect(await checkOwner(tomas.id, letGo)).toEqual({ ok: true, value: null });
  });

  it("is taken on under a name of whoever writes it down: another’s is a breach", async () => {
    const { body } = taken;
    expect(await checkMeetingStatement(meeting, ellen.id, body)).toEqual({ ok: true, value: null });
    expect(await checkMeetingStatement(meeting, layla.id, body)).toEqual({ ok: false, reason: "not-the-owner" });
  });
});

describe("a wish", () => {
  const walk = stated(samira, 60, { kind: "wish-worded", wish: canal, text: "I want to keep walking." } as const);
  const weighed = (by: CastVoice, at: number, words: string) =>
    stated(by, at, { kind: "wish-weighed", wish: canal, as: "could-go-wrong", words } as const);

  it("holds what each voice feels could go wrong, in its own words", () => {
    const said = fold(walk, weighed(layla, 61, "She is alone there."), weighed(okafor, 62, "Nothing, at six."))
      .wishes.get(canal)
      ?.weighed.get("could-go-wrong");
    expect([...(said ?? [])]).toEqual([
      [layla.id, "She is alone there."],
      [okafor.id, "Nothing, at six."],
    ]);
  });

  it("is taken back by its voice alone", () => {
    const empty = (by: CastVoice) => stated(by, 61, { kind: "wish-worded", wish: canal, text: "" } as const);
    expect(fold(walk, empty(layla)).wishes.size).toBe(1);
    expect(fold(walk, empty(samira)).wishes.size).toBe(0);
    // Taking back what is not known yet makes it nobody's who did.
    expect(fold(stated(layla, 59, empty(layla).body), walk).wishes.get(canal)?.voice).toBe(samira.id);
  });

  it("that Ellen wrote down for Jo can be taken back aloud, whoever writes that down", async () => {
    const empty = { kind: "wish-worded", wish: josWish, text: " " } as const;
    expect(await checkOwner(tomas.id, empty)).toEqual({ ok: true, value: null });
    expect(await checkOwner(tomas.id, { ...empty, text: "Something else." })).toEqual({
      ok: false,
      reason: "not-the-owner",
    });
  });
});

describe("the next meeting", () => {
  it("is as it was last set, each part of it on its own", () => {
    const { nextMeeting } = fold(
      stated(ellen, 60, { kind: "next-meeting-set", text: "Thursday at five, here." }),
      stated(layla, 61, { kind: "next-meeting-set", when: " Thursday at six ", where: "here", text: "" }),
    );
    expect(nextMeeting).toEqual({ when: "Thursday at six", where: "here", who: "", text: "" });
  });

  it("keeps what another set while somebody was writing, unless they wrote that part themselves", () => {
    const opened = { when: "Thursday", where: "here", who: "", text: "" };
    const now = { when: "Friday", where: "here", who: "Layla", text: "" };
    expect(nextMeetingWished({ ...opened, where: "there" }, opened, now)).toEqual({ ...now, where: "there" });
    expect(nextMeetingWished({ ...opened, when: "Monday" }, opened, now)).toEqual({ ...now, when: "Monday" });
    expect(nextMeetingWished({ ...opened, when: "" }, opened, now).when).toBe("");
  });
});
