import { NOTHING_CONSIDERED, PLAINLY_SAID, nextTime } from "./plainest.ts";
import type { DecisionId, Digest, FeedId, MeetingId, UtteranceId } from "../../shared/feed/ids.ts";
import { foldMeeting } from "../../shared/meeting/fold.ts";
import type { Position } from "../../shared/meeting/decided.ts";
import type { MeetingState, Utterance } from "../../shared/meeting/state.ts";
import type { PositionKind } from "../../shared/meeting/shapes.ts";
import type { Stated } from "../../shared/meeting/stated.ts";
import { signConsent } from "../../shared/consent/proof.ts";
import { freezeRevision, type Freezing } from "../../shared/consent/revision.ts";
import { digestOf } from "../../shared/consent/root.ts";
import type { ConsentStatement, Paragraph, ReaderName, Revision } from "../../shared/consent/statements.ts";
import { asVoice, ellen, everyone, karim, layla, okafor, samira, tomas, type CastVoice } from "./seven-voices.ts";

// Branded ids have no other constructor than a cast. These have the shape their schemas ask for:
export const meeting = "samiras-meeting" as MeetingId; // any text
const utteranceId = (number: number) => `utterance${String(number).padStart(12, "0")}A` as UtteranceId; // 22 characters
const decisionId = (number: number) => `decision${String(number).padStart(13, "0")}A` as DecisionId; // 22 characters

export const thursday = Date.UTC(2026, 10, 26, 17, 0);

/** What is said, in the order of the scenario: who, what, in which phase, answering which. */
const SAID: readonly { by: CastVoice; words: string; phase?: "reflection"; answers?: number }[] = [
  { by: samira, words: "I want to sleep, and I don’t want to be talked about in the kitchen." },
  { by: layla, words: "بنتي تعبانة." },
  { by: samira, words: "It started when the flat was broken into. I’m not ill, I’m frightened." },
  { by: layla, words: "In my family we call this an illness. With my sister we waited too long." },
  { by: okafor, words: "I notice I want to act quickly.", phase: "reflection" },
  { by: tomas, words: "What if someone checked it with her?", phase: "reflection" },
  { by: samira, words: "‘Check it with me’ – write that.", answers: 5 },
];

const utterances = SAID.map(({ by, phase, answers }, index): Utterance => ({
  id: utteranceId(index),
  voice: by.id,
  after: index === 0 ? null : utteranceId(index - 1),
  answers: answers === undefined ? null : utteranceId(answers),
  phase: phase ?? "conversation",
  begunAt: 100 + index,
  said: true,
  scribe: null,
  confirmed: true,
  withdrawn: false,
  ...PLAINLY_SAID,
}));

export const chosen = SAID.map(({ by, words }, index) => ({
  id: utteranceId(index),
  paragraphs: [paragraph([by, words])],
}));

/** The meeting when the first revision is frozen: all seven admitted, seven things said, two decisions, one thing open. */
export const state: MeetingState = {
  ...foldMeeting([]),
  everBegunAs: new Set(["Samira’s meeting"]),
  begun: { by: ellen.id, name: "Samira’s meeting", personCalled: "Samira", language: "en", seed: "" },
  voices: new Map(everyone.map((voice) => [voice.id, asVoice(voice)])),
  utterances: new Map(utterances.map((utterance) => [utterance.id, utterance])),
  order: utterances.map(({ id }) => id),
  decisions: new Map(
    [
      decision(0, "Five nights at home. Someone from the team comes at 20:00.", false, [
        [layla, "with-reservation", "If I may ring at night and someone answers."],
        [samira, "agree", ""],
      ]),
      decision(1, "Sleep medicine for five nights; Samira decides each evening.", false, [
        [okafor, "with-reservation", "I would have preferred every night. I accept her choice."],
      ]),
      decision(2, "What to call this: we don’t know, and don’t need to by Thursday.", true, [
        [layla, "do-not-agree", "You may finish it with that written."],
      ]),
    ].map((one) => [one.id, one]),
  ),
  nextMeeting: nextTime("Thursday at five, here."),
};

export const summary: readonly Paragraph[] = [
  { style: "heading", runs: [{ voice: ellen.id, text: "How we see it" }] },
  paragraph(
    [samira, "Samira is frightened since the break-in and wants to sleep. "],
    [layla, "Her mother is afraid of waiting too long. "],
    [tomas, "Both of these stand."],
  ),
];

/** The text of the first round. */
export const firstRevision: Revision = freeze({});

/** Chance that is the same each time, another for each reader. */
export function saltOf(reader: ReaderName): string {
  return `${`${reader}${"x".repeat(42)}`.slice(0, 42)}A`;
}

/** The meeting frozen with what a test wants to be different. */
export function freeze(
  wish: Partial<Pick<Freezing, "frozenAtMs" | "readers" | "state" | "summary" | "supersedes">>,
): Revision {
  return freezeRevision({
    meeting,
    state: wish.state ?? state,
    summary: wish.summary ?? summary,
    utterances: chosen,
    frozenAtMs: wish.frozenAtMs ?? thursday,
    supersedes: wish.supersedes ?? null,
    readers: wish.readers ?? [],
    salt: saltOf,
  });
}

export function paragraph(...runs: readonly (readonly [CastVoice, string])[]): Paragraph {
  return { style: "paragraph", runs: runs.map(([voice, text]) => ({ voice: voice.id, text })) };
}

/** A statement by a voice at a moment, as the fold takes it. */
export function stated<Body>(voice: CastVoice, at: number, body: Body): Stated<Body> {
  // One feed for each voice; a branded id has no other constructor than a cast.
  return { voice: voice.id, feed: `${voice.id}/laptop` as FeedId, seq: at, at, body };
}

export async function proposal(voice: CastVoice, at: number, revision: Revision): Promise<Stated<ConsentStatement>> {
  return stated(voice, at, { kind: "revision-proposed", digest: await digestOf(revision), revision });
}

export async function yes(voice: CastVoice, at: number, digest: Digest): Promise<Stated<ConsentStatement>> {
  const document = await signConsent({
    meeting,
    voice: voice.id,
    digest,
    privateKey: voice.privateKey,
    givenAtMs: thursday + at * 1000,
  });
  return stated(voice, at, { kind: "consent-given", digest, document });
}

export function notYet(voice: CastVoice, at: number, digest: Digest, words = ""): Stated<ConsentStatement> {
  return stated(voice, at, { kind: "consent-withheld", digest, words });
}

export function takenBack(voice: CastVoice, at: number, digest: Digest): Stated<ConsentStatement> {
  return stated(voice, at, { kind: "consent-taken-back", digest });
}

/** Everyone but Karim, who is not ready in the first round. */
export const everyoneButKarim = everyone.filter((voice) => voice !== karim);

function decision(
  number: number,
  text: string,
  leftOpen: boolean,
  positions: readonly (readonly [CastVoice, PositionKind, string])[],
) {
  return {
    id: decisionId(number),
    text,
    leftOpen,
    wordedBy: leftOpen ? samira.id : ellen.id,
    wordedAt: 200 + number,
    ...NOTHING_CONSIDERED,
    positions: new Map(
      positions.map(([voice, position, words], index): [typeof voice.id, Position] => [
        voice.id,
        { position, words, at: 210 + index, mayStand: false },
      ]),
    ),
  };
}
