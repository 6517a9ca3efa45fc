import { describe, expect, it } from "vitest";
import { foldRecord, type Statement } from "../../../../shared/consent/record.ts";
import { removedIn } from "../../../../shared/consent/removed.ts";
import { voicesIn, type Freezing } from "../../../../shared/consent/revision.ts";
import type { Digest } from "../../../../shared/feed/ids.ts";
import type { Stated } from "../../../../shared/meeting/stated.ts";
import { aloudYesOf, heads, sitDown, Table, textOf, withDevice, witnessOf, yesOf } from "../../../cast/at-the-table.ts";
import { decisionOf, taskOf, utteranceOf, wayOf, wishOf } from "../../../cast/owned-ids.ts";
import { freeze, meeting, paragraph, state } from "../../../cast/samiras-meeting.ts";
import { asVoice, ellen, everyone, layla, samira, tomas, type CastVoice } from "../../../cast/seven-voices.ts";

const [said, answer] = [await utteranceOf(tomas, 1), await utteranceOf(samira, 1)];
const [nights, his] = [await decisionOf(ellen, 1), await decisionOf(tomas, 1)];
const [hers, hisWay] = [await wayOf(samira, 1), await wayOf(tomas, 1)];
const [canal, hisWish] = [await wishOf(samira, 1), await wishOf(tomas, 1)];
const [aunt, hisTask] = [await taskOf(samira, 1), await taskOf(tomas, 1)];

const chosen: Freezing["utterances"] = [
  { id: said, paragraphs: [paragraph([tomas, "What if someone checked it with her?"])] },
  { id: answer, paragraphs: [paragraph([samira, "Check it with me."])] },
];
/** Only a blank of Tomas's was left between the others' words. */
const summary = [paragraph([samira, "I want to sleep."], [tomas, " "], [layla, "I am afraid at night."])];

/** An evening in which Tomas has a part in everything, and is removed at its end. */
const table = new Table();
const evening: Stated<Statement>[] = [...(await sitDown(table))];
const agree = { kind: "position-taken", position: "agree", words: "" } as const;
const told: readonly (readonly [CastVoice, Statement])[] = [
  [tomas, { kind: "utterance-begun", utterance: said, after: null, answers: null, phase: "conversation" }],
  [tomas, { kind: "utterance-said", utterance: said }],
  [samira, { kind: "utterance-begun", utterance: answer, after: said, answers: said, phase: "conversation" }],
  [samira, { kind: "utterance-said", utterance: answer }],
  [ellen, { kind: "decision-worded", decision: nights, text: "Five nights at home." }],
  [tomas, { kind: "decision-worded", decision: his, text: "Someone checks the door." }],
  ...[samira, tomas].map((one) => [one, { ...agree, decision: nights, wording: "Five nights at home." }] as const),
  [layla, { ...agree, decision: his, wording: "Someone checks the door." }],
  [samira, { kind: "way-considered", decision: nights, way: hers, text: "At my aunt’s." }],
  [tomas, { kind: "way-considered", decision: nights, way: hisWay, text: "The crisis house." }],
  ...[layla, tomas].flatMap((one) =>
    [null, hers].map(
      (way) => [one, { kind: "matter-told", decision: nights, way, words: "That it is quiet." }] as const,
    ),
  ),
  [samira, { kind: "task-taken-on", task: aunt, decision: his, because: tomas.id, what: "I ring my aunt.", until: "" }],
  [tomas, { kind: "task-taken-on", task: hisTask, decision: nights, because: null, what: "I come at ten.", until: "" }],
  [samira, { kind: "wish-worded", wish: canal, text: "I want to keep walking to the canal." }],
  [tomas, { kind: "wish-worded", wish: hisWish, text: "I want to hear how it goes on." }],
  ...[layla, tomas].map(
    (one) => [one, { kind: "wish-weighed", wish: canal, as: "makes-safer", words: "Text me." }] as const,
  ),
];
for (const [index, [voice, body]] of told.entries()) evening.push(table.tell(voice, 100 + index, body));
const before = await textOf(evening, { utterances: chosen, summary, readers: [] });
const entries = evening.filter(({ voice }) => voice === tomas.id).length;
evening.push(table.tell(tomas, 200, { kind: "removal-proposed", voice: tomas.id, heads: heads(entries) }));
const after = await textOf(evening, { utterances: chosen, summary, readers: [] });
const { meeting: removed } = foldRecord(meeting, evening);

/** Everyone's yes, also Tomas's, who may give none any more; what Jo says aloud is heard by Samira. */
async function everyYes(digest: Digest): Promise<readonly Stated<Statement>[]> {
  const aloud = table.tell(ellen, 500, await aloudYesOf(ellen, digest));
  const yeses = [aloud, table.tell(samira, 501, await witnessOf(samira, aloud))];
  for (const one of withDevice) yeses.push(table.tell(one, 502, await yesOf(one, digest)));
  return yeses;
}

describe("a text that is frozen after a voice was removed", () => {
  it("had something of theirs everywhere before, and has nothing of theirs now", () => {
    expect(removed.voices.get(tomas.id)?.standing).toBe("removed");
    expect(JSON.stringify(before.revision).split(tomas.id).length).toBeGreaterThan(10);
    expect(JSON.stringify(after.revision)).not.toContain(tomas.id);
    expect(removedIn(after.revision, removed)).toEqual([]);
  });

  it("keeps all that is the others’", () => {
    const { revision } = after;
    expect(revision.utterances).toMatchObject([{ id: answer, answers: said }]);
    expect(revision.decisions).toMatchObject([
      {
        id: nights,
        positions: [{ voice: samira.id }],
        ways: [{ id: hers, matters: [{ voice: layla.id }] }],
        matters: [{ voice: layla.id }],
      },
    ]);
    // Taken on for what Tomas had worded: it stands by itself now, and answers nobody by name.
    expect(revision.tasks).toEqual([{ id: aunt, voice: samira.id, what: "I ring my aunt.", until: "" }]);
    expect(revision.wishes).toMatchObject([{ id: canal, weighed: [{ voice: layla.id }] }]);
    expect(revision.summary[0]?.runs.map(({ voice, text }) => [voice, text])).toEqual([
      [samira.id, "I want to sleep."],
      [null, " "],
      [layla.id, "I am afraid at night."],
    ]);
  });

  it("stands by everyone’s rules, and becomes agreed by everyone who is left", async () => {
    const proposed = [...evening, table.tell(ellen, 300, after.body)];
    expect([...foldRecord(meeting, proposed).revisions.keys()]).toEqual([after.digest]);
    expect(foldRecord(meeting, [...proposed, ...(await everyYes(after.digest))]).agreed).toBe(after.digest);
  });

  it("names them as long as letters of theirs stand in the shared text, and is not agreed without them", async () => {
    const theirs = [paragraph([samira, "I want to sleep. "], [tomas, "Both of these stand."])];
    const { revision, digest, body } = await textOf(evening, { utterances: chosen, summary: theirs, readers: [] });
    expect(removedIn(revision, removed).map(({ profile }) => profile.name)).toEqual(["Tomas"]);
    const told = foldRecord(meeting, [...evening, table.tell(ellen, 400, body), ...(await everyYes(digest))]);
    expect(told.revisions.get(digest)?.answers.size).toBe(everyone.length - 1);
    expect(told.agreed).toBeNull();
  });

  it("has no words either that they wrote down for another", () => {
    const voices = new Map(state.voices).set(tomas.id, asVoice(tomas, "removed"));
    const [first] = state.order;
    const utterances = new Map(
      [...state.utterances].map(([id, one]) => [id, id === first ? { ...one, scribe: tomas.id } : one]),
    );
    const revision = freeze({ state: { ...state, voices, utterances }, summary: [] });
    expect(revision.utterances.map(({ id }) => id)).toEqual(
      state.order.filter((id) => id !== first && state.utterances.get(id)?.voice !== tomas.id),
    );
    expect(voicesIn(revision).has(tomas.id)).toBe(false);
    expect(revision.voices).toHaveLength(everyone.length - 1);
  });
});
