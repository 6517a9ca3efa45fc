import { beforeEach, describe, expect, it } from "vitest";
import type { MeetingSession } from "../../../../renderer/session/meeting-session.ts";
import type { DecisionId, VoiceId } from "../../../../shared/feed/ids.ts";
import type { Profile } from "../../../../shared/meeting/shapes.ts";
import { comeIn, granted, laptopIn } from "../../../cast/laptops.ts";
import { soon } from "../../../cast/soon.ts";
import { MemoryRoom } from "../../../twins/memory-carrier.ts";

const ELLEN: Profile = { name: "Ellen", kind: "professional", relation: "nurse", colour: "teal" };
const LAYLA: Profile = { name: "Layla", kind: "network", relation: "Samira’s mother", colour: "plum" };
const JO: Profile = { name: "Jo", kind: "network", relation: "Samira’s housemate", colour: "olive" };
const NADIA: Profile = { name: "Nadia", kind: "interpreter", relation: "", colour: "slate" };

let ellen: MeetingSession;
let layla: MeetingSession;
let ellenId: VoiceId;
let laylaId: VoiceId;
let jo: VoiceId;
let nights: DecisionId;

beforeEach(async () => {
  const room = new MemoryRoom();
  const [a, b] = [await laptopIn(room), await laptopIn(room)];
  const wish = { name: "Samira’s meeting", personCalled: "Samira", language: "en", profile: ELLEN };
  ellen = granted(await a.meetings.begin(wish));
  ellenId = ellen.view().localVoices[0] ?? nobody();
  layla = await comeIn(b, ellen);
  laylaId = granted(await layla.introduce(LAYLA));
  await soon(() => {
    expect(ellen.view().state.voices.has(laylaId)).toBe(true);
  });
  granted(await ellen.admit(laylaId));
  jo = granted(await ellen.seat(JO));
  nights = granted(await ellen.wordDecision("Five nights at home.", false));
  await soon(() => {
    expect(layla.view().state.decisions.has(nights)).toBe(true);
    expect(layla.view().state.voices.get(jo)?.seated).toBe(true);
  });
});

const RING = { position: "with-reservation", words: "If I may ring at night.", mayStand: false } as const;

describe("a decision", () => {
  it("is reworded by whoever worded it, and then nobody stands anywhere", async () => {
    granted(await layla.takePosition(laylaId, nights, RING));
    await soon(() => {
      expect(ellen.view().state.decisions.get(nights)?.positions.size).toBe(1);
    });
    expect(await layla.rewordDecision(nights, "Four nights.")).toEqual({ ok: false, reason: "not-yours" });
    granted(await ellen.rewordDecision(nights, "Four nights at home."));
    const reworded = ellen.view().state.decisions.get(nights);
    expect(reworded).toMatchObject({ text: "Four nights at home.", leftOpen: false });
    expect(reworded?.positions.size).toBe(0);
  });

  it("is stood to by each voice alone, and what one has said can be taken back", async () => {
    expect(await ellen.takePosition(laylaId, nights, RING)).toEqual({ ok: false, reason: "not-yours" });
    granted(await layla.takePosition(laylaId, nights, { position: "do-not-agree", words: "", mayStand: true }));
    expect(layla.view().state.decisions.get(nights)?.positions.get(laylaId)).toMatchObject({ mayStand: true });
    granted(await layla.takeBackPosition(laylaId, nights));
    expect(layla.view().state.decisions.get(nights)?.positions.size).toBe(0);
  });

  it("holds the ways that were considered, what matters, and when it is looked at again", async () => {
    const ward = granted(await ellen.considerWay(nights, " The ward. "));
    granted(await ellen.tellMatter(ellenId, nights, ward, "It is far from her friends."));
    granted(await ellen.setReview(nights, "Thursday"));
    const decision = ellen.view().state.decisions.get(nights);
    expect(decision).toMatchObject({ review: "Thursday", ways: [{ id: ward, text: "The ward.", by: ellenId }] });
    expect([...(decision?.ways[0]?.matters ?? [])]).toEqual([[ellenId, "It is far from her friends."]]);
    expect(await layla.rewordWay(nights, ward, "")).toEqual({ ok: false, reason: "not-yours" });
    granted(await ellen.rewordWay(nights, ward, ""));
    expect(ellen.view().state.decisions.get(nights)?.ways).toEqual([]);
  });

  it("is worded by nobody while the meeting pauses, nor by an interpreter", async () => {
    granted(await layla.pause());
    await soon(() => {
      expect(ellen.view().state.pause).not.toBeNull();
    });
    expect(await ellen.rewordDecision(nights, "Four.")).toEqual({ ok: false, reason: "paused" });
    expect(await ellen.takePosition(jo, nights, RING)).toEqual({ ok: false, reason: "paused" });
    granted(await ellen.resume());
    const nadia = granted(await ellen.introduce(NADIA));
    granted(await ellen.admit(nadia));
    ellen.speakAs(nadia);
    expect(await ellen.wordDecision("Four.", false)).toEqual({ ok: false, reason: "no-words-of-ones-own" });
    // What Jo says she may write down like anyone else.
    granted(await ellen.takePosition(jo, nights, RING));
  });
});

describe("a task", () => {
  it("is taken on in one’s own name because of what another asks, changed, and let go of", async () => {
    const task = granted(
      await ellen.takeOn(ellenId, { decision: nights, because: laylaId, what: "", until: "Thursday" }),
    );
    expect(ellen.view().state.tasks.get(task)).toMatchObject({ voice: ellenId, because: laylaId, until: "Thursday" });
    granted(await ellen.changeTask(task, { what: "I answer.", until: "" }));
    expect(ellen.view().state.tasks.get(task)).toMatchObject({ what: "I answer.", until: "" });
    await soon(() => {
      expect(layla.view().state.tasks.has(task)).toBe(true);
    });
    expect(await layla.letGoOfTask(task)).toEqual({ ok: false, reason: "not-yours" });
    granted(await ellen.letGoOfTask(task));
    expect(ellen.view().state.tasks.size).toBe(0);
  });

  it("that is about nothing has to say what it is", async () => {
    const nothing = { decision: null, because: null, what: " ", until: "Thursday" };
    expect(await ellen.takeOn(ellenId, nothing)).toEqual({ ok: false, reason: "nothing-written" });
    expect(await ellen.takeOn(laylaId, { ...nothing, what: "Ring." })).toEqual({ ok: false, reason: "not-yours" });
  });
});

describe("what Jo says aloud", () => {
  it("counts once somebody else has heard it, and can be changed by whoever writes that down", async () => {
    const door = granted(await ellen.takeOn(jo, { decision: nights, because: null, what: "The door.", until: "" }));
    expect(ellen.view().state.tasks.size).toBe(0);
    await heardBy(layla, 1);
    expect(layla.view().state.tasks.get(door)).toMatchObject({ voice: jo, what: "The door." });
    // Layla writes down what Jo says now; what Ellen had written down is let go of with it.
    granted(await layla.changeTask(door, { what: "The door, once.", until: "Thursday" }));
    await heardBy(ellen, 2);
    expect([...ellen.view().state.tasks.values()]).toMatchObject([{ voice: jo, what: "The door, once." }]);
    expect(ellen.view().quarantines).toEqual([]);
  });

  it("stands with a wish: what makes it safer, in Jo’s words", async () => {
    const canal = granted(await layla.wordWish(laylaId, "That she is not alone at the canal."));
    await soon(() => {
      expect(ellen.view().state.wishes.has(canal)).toBe(true);
    });
    granted(await ellen.weighWish(jo, canal, "makes-safer", "Text me when you go."));
    await heardBy(layla, 1);
    const said = layla.view().state.wishes.get(canal)?.weighed.get("makes-safer");
    expect([...(said ?? [])]).toEqual([[jo, "Text me when you go."]]);
  });

  it("is reworded by whoever wrote it down, and taken back by anyone who writes that", async () => {
    const wish = granted(await ellen.wordWish(jo, "I want to sleep too."));
    await heardBy(layla, 1);
    expect(await layla.rewordWish(wish, "I want quiet.")).toEqual({ ok: false, reason: "written-by-another" });
    granted(await layla.rewordWish(wish, ""));
    await heardBy(ellen, 1);
    expect(ellen.view().state.wishes.size).toBe(0);
    expect(ellen.view().quarantines).toEqual([]);
  });
});

it("when we meet again is set in four parts, none of which has to be there", async () => {
  granted(await layla.setNextMeeting({ when: "Thursday at five ", where: "", who: "", text: "" }));
  await soon(() => {
    expect(ellen.view().state.nextMeeting).toEqual({ when: "Thursday at five", where: "", who: "", text: "" });
  });
});

/** Witnesses all that waits, once so much does, and waits until it counts on both laptops. */
async function heardBy(witness: MeetingSession, count: number): Promise<void> {
  await soon(() => {
    expect(witness.view().unwitnessed).toHaveLength(count);
  });
  for (const place of witness.view().unwitnessed) granted(await witness.witness(place));
  await soon(() => {
    for (const session of [ellen, layla]) expect(session.view().unwitnessed).toEqual([]);
  });
}

function nobody(): never {
  throw new Error("Ellen has begun the meeting here");
}
