import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { foldRecord, type Statement } from "../../shared/consent/record.ts";
import { freezeRevision } from "../../shared/consent/revision.ts";
import { digestOf } from "../../shared/consent/root.ts";
import type { DecisionId, Digest, FeedId, UtteranceId, VoiceId } from "../../shared/feed/ids.ts";
import { PHASES, POSITIONS, VOICE_KINDS } from "../../shared/meeting/shapes.ts";
import type { Stated } from "../../shared/meeting/stated.ts";
import { decisionOf, utteranceOf } from "../cast/owned-ids.ts";
import { meeting, notYet, paragraph, proposal, takenBack, thursday, yes, saltOf } from "../cast/samiras-meeting.ts";
import { ellen, everyone, samira, stranger, type CastVoice } from "../cast/seven-voices.ts";

const cast = [...everyone, stranger];

let utterances: readonly { readonly id: UtteranceId; readonly owner: CastVoice }[];
let decisions: readonly { readonly id: DecisionId; readonly owner: CastVoice }[];
const consenting: Statement[] = [];

beforeAll(async () => {
  const owners = cast.flatMap((owner) => [1, 2].map((number) => ({ owner, number })));
  utterances = await Promise.all(
    owners.map(async ({ owner, number }) => ({ owner, id: await utteranceOf(owner, number) })),
  );
  decisions = await Promise.all(
    owners.map(async ({ owner, number }) => ({ owner, id: await decisionOf(owner, number) })),
  );
  const first = freeze(null);
  const second = freeze(await digestOf(first));
  for (const revision of [first, second]) {
    const digest = await digestOf(revision);
    const agreed = await Promise.all(everyone.map((one) => yes(one, 2, digest)));
    const proposed = await proposal(ellen, 1, revision);
    const answers = [...agreed, notYet(samira, 3, digest), takenBack(samira, 4, digest)];
    // As often proposed as answered: an answer counts only after a proposal.
    consenting.push(...[...answers, ...answers.map(() => proposed)].map(({ body }) => body));
  }
});

const utterance = fc.nat(15).map((index) => utterances[index]?.id ?? ("" as UtteranceId)); // there are sixteen
const decision = fc.nat(15).map((index) => decisions[index]?.id ?? ("" as DecisionId)); // there are sixteen
const voice = fc.constantFrom(...cast).map(({ id }) => id);
const wording = fc.constantFrom("Five nights at home.", "Four nights at home.");

const BEGUN: Statement = {
  kind: "meeting-begun",
  name: "Samira’s meeting",
  personCalled: "Samira",
  language: "en",
  nonce: "A".repeat(43),
  seed: "",
};

/** Something a voice may state, allowed to it or not. */
const statement: fc.Arbitrary<Statement> = fc.oneof(
  fc.constantFrom<Statement>({ kind: "voice-left" }, { kind: "paused" }, BEGUN, { ...BEGUN, name: "Another" }),
  fc
    .record({ by: fc.constantFrom(...cast), kind: fc.constantFrom(...VOICE_KINDS) })
    .map(({ by, kind }): Statement => ({ kind: "voice-introduced", profile: { ...by.profile, kind } })),
  fc
    .record({ kind: fc.constantFrom("hosting-given" as const, "voice-admitted" as const), voice })
    .map((body): Statement => body),
  fc
    .record({
      utterance,
      after: fc.option(utterance),
      answers: fc.option(utterance),
      phase: fc.constantFrom(...PHASES),
    })
    .map((begun): Statement => ({ kind: "utterance-begun", ...begun })),
  fc
    .record({ kind: fc.constantFrom("utterance-discarded" as const, "utterance-said" as const), utterance })
    .map((body): Statement => body),
  fc
    .record({ kind: fc.constantFrom("decision-worded" as const, "left-open" as const), decision, text: wording })
    .map((body): Statement => body),
  fc
    .record({ decision, wording, position: fc.constantFrom(...POSITIONS) })
    .map((taken): Statement => ({ kind: "position-taken", words: "", ...taken })),
  fc.constantFrom("Thursday.", "Friday.").map((text): Statement => ({ kind: "next-meeting-set", text })),
  fc
    .record({ voice, session: fc.nat(1), seq: fc.nat(20) })
    .map((named): Statement => ({ kind: "resumed", feed: feedOf(named.voice, named.session), seq: named.seq })),
  fc.nat(1000).map((index) => consenting[index % consenting.length] ?? BEGUN),
);

interface Line {
  readonly voice: CastVoice;
  readonly session: number;
  readonly later: number;
  readonly body: Statement;
}

/** Ellen begins the meeting and lets everyone in. */
const arrived: readonly Line[] = [
  { voice: ellen, session: 0, later: 1, body: BEGUN },
  ...everyone.map((one): Line => ({
    voice: one,
    session: 0,
    later: 1,
    body: { kind: "voice-introduced", profile: one.profile },
  })),
  ...everyone.map((one): Line => ({
    voice: ellen,
    session: 0,
    later: 1,
    body: { kind: "voice-admitted", voice: one.id },
  })),
];

/** A text that everyone is asked about, frozen when all have arrived. */
function freeze(supersedes: Digest | null) {
  const state = foldRecord(meeting, told(arrived)).meeting;
  const summary = [paragraph([samira, "I want to sleep."])];
  return freezeRevision({
    meeting,
    state,
    summary,
    utterances: [],
    frozenAtMs: thursday,
    supersedes,
    readers: [],
    salt: saltOf,
  });
}

/** Statements of several voices in several sessions, each feed with a clock of its own that only moves forward. */
const history: fc.Arbitrary<readonly Stated<Statement>[]> = fc
  .record({
    begins: fc.boolean(),
    lines: fc.array(
      fc.record({
        voice: fc.constantFrom(...cast),
        session: fc.nat(1),
        later: fc.integer({ min: 1, max: 9 }),
        body: statement,
      }),
      { maxLength: 80, size: "max" },
    ),
  })
  .map(({ begins, lines }) => told([...(begins ? arrived : []), ...lines]));

/** Lines as entries of their feeds. */
function told(lines: readonly Line[]): readonly Stated<Statement>[] {
  const ends = new Map<FeedId, { seq: number; at: number }>();
  return lines.map(({ voice: { id }, session, later, body }) => {
    const feed = feedOf(id, session);
    const { seq, at } = ends.get(feed) ?? { seq: 0, at: 0 };
    ends.set(feed, { seq: seq + 1, at: at + later });
    return { voice: id, feed, seq, at: at + later, body };
  });
}

function feedOf(id: VoiceId, session: number): FeedId {
  return `${id}/${session}` as FeedId; // enough to tell feeds apart
}

describe("whatever is stated, by whomever", () => {
  it("every laptop comes to the same state, for any order of arrival and any repetition", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(
        history.chain((statements) =>
          fc.tuple(
            fc.constant(statements),
            fc.shuffledSubarray([...statements, ...statements], { minLength: statements.length * 2 }),
          ),
        ),
        ([once, again]) => {
          const record = foldRecord(meeting, once);
          expect(foldRecord(meeting, again)).toEqual(record);
          if (record.meeting.order.length > 2) seen.add("words");
          if (record.meeting.pause !== null) seen.add("a pause");
          for (const { answers } of record.revisions.values()) if (answers.size > 0) seen.add("an answer");
          if ([...record.meeting.decisions.values()].some(({ positions }) => positions.size > 0))
            seen.add("a position");
        },
      ),
      { numRuns: 300 },
    );
    expect(seen).toEqual(new Set(["words", "a pause", "an answer", "a position"]));
  });

  it("what someone states whom nobody let in changes nothing but who waits", () => {
    fc.assert(
      fc.property(history, (statements) => {
        const record = foldRecord(meeting, statements);
        const isIn = ({ voice: id }: Stated<Statement>) =>
          (record.meeting.voices.get(id)?.standing ?? "in") !== "waiting";
        const silenced = statements.filter((one) => isIn(one) || one.body.kind === "voice-introduced");
        expect(foldRecord(meeting, silenced)).toEqual(record);
      }),
      { numRuns: 300 },
    );
  });

  it("nothing at all is true of a meeting that nobody has begun", () => {
    fc.assert(
      fc.property(history, (statements) => {
        const before = statements.filter(({ body }) => body.kind !== "meeting-begun");
        const { meeting: state, revisions } = foldRecord(meeting, before);
        expect([state.begun, state.order, state.pause, state.decisions.size, revisions.size]).toEqual([
          null,
          [],
          null,
          0,
          0,
        ]);
      }),
      { numRuns: 100 },
    );
  });

  it("the order holds each utterance exactly once", () => {
    fc.assert(
      fc.property(history, (statements) => {
        const { order, utterances: said } = foldRecord(meeting, statements).meeting;
        expect([...order].toSorted()).toEqual([...said.keys()].toSorted());
      }),
      { numRuns: 200 },
    );
  });
});
