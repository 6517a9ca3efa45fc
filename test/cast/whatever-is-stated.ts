import fc from "fast-check";
import type { Statement } from "../../shared/consent/record.ts";
import type { Sayable } from "../../shared/consent/spoken.ts";
import type { DecisionId, Digest, FeedId, UtteranceId, VoiceId } from "../../shared/feed/ids.ts";
import { SUMMARY_DOC } from "../../shared/meeting/owned-id.ts";
import { PHASES, POSITIONS, VOICE_KINDS, type Heads } from "../../shared/meeting/shapes.ts";
import type { Stated } from "../../shared/meeting/stated.ts";
import { arrivingStatements } from "./arriving-statements.ts";
import { pageStatements } from "./page-statements.ts";
import { ABOUT_THE_ROOM, inTheRoomStatements } from "./in-the-room-statements.ts";
import { aboutDeciding } from "./deciding-statements.ts";
import { decisionOf, utteranceOf } from "./owned-ids.ts";
import { notYet, proposal, takenBack, yes, firstRevision } from "./samiras-meeting.ts";
import { ellen, everyone, jo, samira, stranger, type CastVoice } from "./seven-voices.ts";

/** Everybody who may state something: also somebody whom nobody lets in, unless Ellen or Samira does. */
const cast = [...everyone, stranger];
const SESSIONS = 3;

const owned = await Promise.all(
  cast.map(async (owner) => ({
    utterances: await Promise.all([1, 2].map((number) => utteranceOf(owner, number))),
    decision: await decisionOf(owner, 1),
  })),
);
const arriving = await arrivingStatements(cast);
const pagesOf = await pageStatements(cast);
const utterance = fc.constantFrom(...owned.flatMap(({ utterances }) => utterances));
const decision = fc.constantFrom(...owned.map(({ decision: one }) => one));
const voice = fc.constantFrom(...cast.map(({ id }) => id));
const session = fc.nat(SESSIONS - 1);
const place = fc.record({ voice, session, seq: fc.nat(12) }).map(({ voice: id, session: number, seq }) => ({
  feed: feedOf(id, number),
  seq,
}));
const heads: fc.Arbitrary<Heads> = fc.uniqueArray(fc.record({ session: session.map(sessionName), count: fc.nat(12) }), {
  maxLength: SESSIONS,
  selector: (one) => one.session,
});
const wording = fc.constantFrom("Five nights at home.", "Four nights at home.");

/** A draft for consent that quotes what two of the cast have said. */
const quoting = {
  ...firstRevision,
  utterances: firstRevision.utterances.slice(0, 2).map((one, index) => ({
    ...one,
    id: owned[index]?.utterances[0] ?? one.id,
    voice: cast[index]?.id ?? one.voice,
  })),
};
const proposed = await Promise.all([firstRevision, quoting].map((revision) => proposal(ellen, 1, revision)));
const digests = proposed.flatMap(({ body }) => (body.kind === "revision-proposed" ? [body.digest] : []));
const digest = fc.constantFrom(...digests);
const answers = [
  ...(await Promise.all(digests.map((one: Digest) => yes(samira, 2, one)))),
  ...digests.flatMap((one) => [notYet(samira, 3, one), takenBack(samira, 4, one)]),
];

/** What a voice says of its own words, or of a decision. */
const sayable: fc.Arbitrary<Sayable> = fc.oneof(
  fc
    .record({ kind: fc.constantFrom("words-confirmed" as const, "words-refused" as const), utterance })
    .map((body): Sayable => body),
  fc.record({ utterance, trace: fc.boolean() }).map((body): Sayable => ({ kind: "utterance-withdrawn", ...body })),
  fc.record({ utterance, may: fc.boolean() }).map((body): Sayable => ({ kind: "words-for-record", ...body })),
  fc
    .record({ decision, wording, position: fc.constantFrom(...POSITIONS) })
    .map((taken): Sayable => ({ kind: "position-taken", words: "", ...taken })),
  digest.map((one): Sayable => ({ kind: "consent-withheld", digest: one, words: "" })),
);

const BEGUN: Statement = {
  kind: "meeting-begun",
  name: "Samira’s meeting",
  personCalled: "Samira",
  language: "en",
  nonce: "A".repeat(43),
  seed: "",
};

/** Anything that can be stated, allowed to its voice or not, but for what is breach of a rule by itself. */
const anything: fc.Arbitrary<Statement> = fc.oneof(
  fc.constantFrom<Statement>({ kind: "voice-left" }, { kind: "paused" }),
  fc
    .record({ by: fc.constantFrom(...cast), kind: fc.constantFrom(...VOICE_KINDS) })
    .map(({ by, kind }): Statement => ({ kind: "voice-introduced", profile: { ...by.profile, kind } })),
  fc
    .record({ kind: fc.constantFrom("hosting-given" as const, "voice-admitted" as const), voice })
    .map((body): Statement => body),
  fc
    .record({ voice, by: fc.constantFrom(...cast) })
    .map(({ by, voice: id }): Statement => ({ kind: "voice-seated", voice: id, profile: by.profile })),
  sayable,
  sayable,
  fc.record({ voice, says: sayable }).map((body): Statement => ({ kind: "spoken", ...body })),
  fc.constant(jo.id).chain((id) => sayable.map((says): Statement => ({ kind: "spoken", voice: id, says }))),
  place.map((at): Statement => ({ kind: "witnessed", ...at })),
  place.map((at): Statement => ({ kind: "resumed", ...at })),
  fc.record({ voice, heads }).map((body): Statement => ({ kind: "removal-proposed", ...body })),
  place.map((at): Statement => ({ kind: "removal-seconded", ...at })),
  fc
    .record({ key: fc.constantFrom("k1", "k2"), to: fc.uniqueArray(voice, { maxLength: 4 }) })
    .map(({ key, to }): Statement => ({
      kind: "meeting-key-given",
      key,
      to: to.map((id) => ({ voice: id, sealed: "" })),
    })),
  fc
    .record({ key: fc.constantFrom("k1", "k2"), by: voice })
    .map((body): Statement => ({ kind: "meeting-key-refused", ...body })),
  fc.subarray(digests).map((revisions): Statement => ({ kind: "forgetting-asked", revisions })),
  fc
    .record({ others: heads, asked: fc.option(place) })
    .map((body): Statement => ({ kind: "words-condensed", doc: SUMMARY_DOC, update: "AAA", ...body })),
  fc.constantFrom("Thursday.", "Friday.").map((text): Statement => ({ kind: "next-meeting-set", text })),
  fc.constantFrom(...proposed.map(({ body }): Statement => body)),
  fc.constantFrom(...answers.map(({ body }): Statement => body)),
  arriving.anything,
  inTheRoomStatements(place, utterance),
);

/** What only the owner of an utterance or a decision can state of it. */
function ofOnesOwn(index: number): fc.Arbitrary<Statement> {
  const mine = fc.constantFrom<UtteranceId>(...(owned[index]?.utterances ?? []));
  const mineToDecide = fc.constantFrom<DecisionId>(...owned.slice(index, index + 1).map((one) => one.decision));
  const answered = { after: fc.option(utterance), answers: fc.option(utterance) };
  return fc.oneof(
    aboutDeciding(index),
    fc
      .record({
        utterance: mine,
        phase: fc.constantFrom(...PHASES),
        speaker: fc.option(voice, { freq: 1 }),
        corrects: fc.option(utterance, { freq: 1 }),
        part: fc.option(fc.constant({ from: 2, to: 9 }), { freq: 1 }),
        ...answered,
      })
      .map(({ speaker, corrects, part, ...begun }): Statement => ({
        kind: "utterance-begun",
        ...begun,
        ...(speaker === null ? {} : { speaker }),
        ...(corrects === null ? {} : { corrects }),
        ...(part === null ? {} : { part }),
      })),
    fc.record({ utterance: mine, others: heads }).map((body): Statement => ({ kind: "utterance-said", ...body })),
    fc
      .record({ utterance: mine, trace: fc.boolean() })
      .map((body): Statement => ({ kind: "utterance-withdrawn", ...body })),
    fc
      .record({
        kind: fc.constantFrom("utterance-discarded" as const, "utterance-said" as const, "words-refused" as const),
        utterance: mine,
      })
      .map((body): Statement => body),
    fc
      .record({
        kind: fc.constantFrom("decision-worded" as const, "left-open" as const),
        decision: mineToDecide,
        text: wording,
      })
      .map((body): Statement => body),
    arriving.ofOnesOwn(index),
    pagesOf(index),
  );
}

/** One line of a meeting: who states what in which session, how much later by its own clock. */
export interface StatedLine {
  readonly voice: CastVoice;
  readonly session: number;
  readonly later: number;
  readonly body: Statement;
}

export const line: fc.Arbitrary<StatedLine> = fc.nat(cast.length - 1).chain((index) =>
  fc.record({
    voice: fc.constantFrom(...cast.slice(index, index + 1)),
    session,
    later: fc.integer({ min: 1, max: 9 }),
    body: fc.oneof({ arbitrary: anything, weight: 3 }, { arbitrary: ofOnesOwn(index), weight: 2 }),
  }),
);

const first = (by: CastVoice, body: Statement): StatedLine => ({ voice: by, session: 0, later: 1, body });

/** Ellen begins the meeting and lets everyone in; Jo has no device. */
const arrived: readonly StatedLine[] = [
  first(ellen, BEGUN),
  ...everyone
    .filter((one) => one !== jo)
    .flatMap((one) => [
      first(one, { kind: "voice-introduced", profile: one.profile }),
      first(ellen, { kind: "voice-admitted", voice: one.id }),
    ]),
  first(ellen, { kind: "voice-seated", voice: jo.id, profile: jo.profile }),
];

/** Lines as entries of their feeds, each feed with a clock of its own that only moves forward. */
export function told(lines: readonly StatedLine[]): readonly Stated<Statement>[] {
  const ends = new Map<FeedId, { seq: number; at: number }>();
  return lines.map(({ voice: { id }, session: number, later, body }) => {
    const feed = feedOf(id, number);
    const { seq, at } = ends.get(feed) ?? { seq: 0, at: 0 };
    ends.set(feed, { seq: seq + 1, at: at + later });
    return { voice: id, feed, seq, at: at + later, body };
  });
}

/** A meeting of people who state anything at all. */
export const meetingOf = (
  most: number,
  anyLine: fc.Arbitrary<StatedLine> = line,
): fc.Arbitrary<readonly StatedLine[]> =>
  fc.array(anyLine, { maxLength: most, size: "max" }).map((lines) => toThePoint([...arrived, ...lines]));

/** What each kind that names a place is about. */
const ABOUT: ReadonlyMap<string, string> = new Map<string, string>([
  ...ABOUT_THE_ROOM,
  ["witnessed", "spoken"],
  ["removal-seconded", "removal-proposed"],
  ["resumed", "paused"],
]);

/** The same lines, but that two in three of those that name a place name one that they can be about. */
function toThePoint(lines: readonly StatedLine[]): readonly StatedLine[] {
  const places = told(lines);
  return lines.map((one) => {
    const { body } = one;
    if (!ABOUT.has(body.kind) || !("seq" in body)) return one;
    const meant = places.filter((place) => place.body.kind === ABOUT.get(body.kind));
    const named = body.seq % 3 === 0 ? undefined : meant[body.seq % meant.length];
    return named === undefined ? one : { ...one, body: { ...body, feed: named.feed, seq: named.seq } };
  });
}

function sessionName(number: number) {
  return String(number) as Heads[number]["session"]; // enough to tell sessions apart
}

function feedOf(id: VoiceId, number: number): FeedId {
  return `${id}/${String(number)}` as FeedId; // enough to tell feeds apart
}
