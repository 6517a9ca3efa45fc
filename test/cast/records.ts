import { isFinal } from "../../shared/consent/final.ts";
import { foldConsents } from "../../shared/consent/fold.ts";
import { digestOf } from "../../shared/consent/root.ts";
import type { ProposedRevision } from "../../shared/consent/state.ts";
import { PARTS_OF_COPY, type Revision } from "../../shared/consent/statements.ts";
import type { Digest, ReaderId, TaskId, WayId, WishId } from "../../shared/feed/ids.ts";
import type { ExportRecord } from "../../shared/export/record.ts";
import type { ExportStrings } from "../../shared/export/strings.ts";
import { WEIGHINGS } from "../../shared/meeting/deciding-statements.ts";
import { firstRevision, meeting, proposal, saltOf, state, yes } from "./samiras-meeting.ts";
import { ellen, everyone, layla, okafor, samira, tomas, type CastVoice } from "./seven-voices.ts";

/** A revision with the consents of some voices, through the fold; everyone has called themselves as they are called in it. */
export async function proposedWith(revision: Revision, consenting: readonly CastVoice[]): Promise<ProposedRevision> {
  const digest = await digestOf(revision);
  const consents = await Promise.all(consenting.map((voice, index) => yes(voice, 1001 + index, digest)));
  const voices = new Map(state.voices);
  for (const { id, profile } of revision.voices) {
    const voice = voices.get(id);
    if (voice !== undefined)
      voices.set(id, { ...voice, names: new Set([profile.name]), kinds: new Set([profile.kind]) });
  }
  const context = { meeting, state: { ...state, voices } };
  const folded = foldConsents([await proposal(ellen, 1000, revision), ...consents], context);
  const proposed = folded.get(digest);
  if (proposed === undefined) throw new Error("the proposal was refused");
  return proposed;
}

/** The text of the first round, agreed by all seven. */
export const agreedByAll = await proposedWith(firstRevision, everyone);
if (!isFinal(agreedByAll)) throw new Error("all seven have consented");

/** One outside the room who is given all of it. A branded id has no other constructor than a cast. */
const EVERYTHING = {
  id: "AAAAAAAAAAAAAAAAAAAAAQ" as ReaderId, // as above
  salt: saltOf("network"),
  parts: [...PARTS_OF_COPY],
  called: [],
};

/** A draft in which the same words stand everywhere a person's words can stand. */
export function recordSaying(words: string, strings: ExportStrings): ExportRecord {
  const paragraphs = (...voices: readonly CastVoice[]) => [
    { style: "heading" as const, runs: [{ voice: samira.id, text: words }] },
    ...voices.map(({ id }) => ({
      style: "paragraph" as const,
      runs: [
        { voice: id, text: words },
        { voice: id, text: words, bold: true },
        { voice: id, text: words, italic: true },
      ],
    })),
  ];
  // Any text will do as the name of what is only printed.
  const task = { id: "task" as TaskId, voice: ellen.id, what: words, until: words };
  const revision: Revision = {
    ...firstRevision,
    name: words,
    nextMeeting: words,
    voices: firstRevision.voices.map(({ id, profile }) => ({
      id,
      profile: { ...profile, name: words, relation: words },
    })),
    summary: paragraphs(samira, layla),
    readers: [...firstRevision.readers, { ...EVERYTHING, name: words }],
    utterances: firstRevision.utterances.map((utterance) => ({
      ...utterance,
      imagines: words,
      paragraphs: paragraphs(tomas, okafor),
      renderings: [{ by: layla.id, name: words, language: "ar", text: words, notes: [{ word: words, says: words }] }],
    })),
    decisions: firstRevision.decisions.map((decision) => ({
      ...decision,
      text: words,
      positions: decision.positions.map((position) => ({ ...position, words })),
      ways: [
        {
          id: "way" as WayId, // any text, as above
          voice: okafor.id,
          text: words,
          matters: [{ voice: samira.id, words }],
        },
      ],
      matters: [{ voice: layla.id, words }],
      tasks: [layla.id, tomas.id].map((because) => ({ ...task, because })),
      review: words,
    })),
    tasks: [task],
    wishes: [
      {
        id: "wish" as WishId, // any text will do for what is only printed
        voice: samira.id,
        text: words,
        weighed: WEIGHINGS.map((as) => ({ as, voice: layla.id, words })),
      },
    ],
  };
  // The digest does not matter to how a draft is laid out, and no schema lets through what some of these words hold.
  const digest = "0".repeat(64) as Digest;
  const proposed = { digest, revision, proposedBy: ellen.id, proposedAt: 1, answers: new Map() };
  return { standing: "draft", proposed, reader: EVERYTHING.id, strings };
}
