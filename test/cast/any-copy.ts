import fc from "fast-check";
import { wellFormed } from "../../shared/consent/canonical.ts";
import { signConsent, signWitness } from "../../shared/consent/proof.ts";
import { digestOf } from "../../shared/consent/root.ts";
import type { Answer } from "../../shared/consent/state.ts";
import { PARTS_OF_COPY, type Revision } from "../../shared/consent/statements.ts";
import type { ExportRecord } from "../../shared/export/record.ts";
import type { Digest, ReaderId, TaskId, VoiceId, WayId, WishId } from "../../shared/feed/ids.ts";
import { WEIGHINGS } from "../../shared/meeting/deciding-statements.ts";
import { PARTS, PHASES, POSITIONS } from "../../shared/meeting/shapes.ts";
import { exportStrings } from "./export-strings.ts";
import { hostileWords } from "./hostile-words.ts";
import { firstRevision, meeting, saltOf, thursday } from "./samiras-meeting.ts";
import { everyone, samira, type CastVoice } from "./seven-voices.ts";

/** One reader's copy of any text at all, before anyone has signed. */
export interface AnyCopy {
  readonly standing: ExportRecord["standing"];
  readonly revision: Revision;
  readonly reader: ExportRecord["reader"];
}

const GP = "AAAAAAAAAAAAAAAAAAAAAQ" as ReaderId; // a branded id has no other constructor than a cast

/** What people say, and what they might. */
const words = fc
  .oneof(
    { weight: 3, arbitrary: fc.constantFrom("I want to sleep.", "بنتي تعبانة.", "one\ntwo", "") },
    { weight: 2, arbitrary: fc.constantFrom(...hostileWords) },
    { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 40 }) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  )
  .map(wellFormed);

/** A copy with anything in it, of voices of which at least two can sign for themselves. */
export const anyCopy: fc.Arbitrary<AnyCopy> = fc
  .subarray([...everyone], { minLength: 2 })
  .chain((cast) => copyOf(cast));

function copyOf(cast: readonly CastVoice[]): fc.Arbitrary<AnyCopy> {
  const voice = fc.constantFrom(...cast.map(({ id }) => id));
  const profile = fc.record({
    name: words,
    kind: fc.constantFrom(...PARTS),
    relation: words,
    colour: fc.constantFrom(...everyone.map((one) => one.profile.colour)),
  });
  const said = fc.array(fc.record({ voice, words }), { maxLength: 2 });
  const runs = fc.array(fc.record({ voice, text: words, bold: fc.boolean(), italic: fc.boolean() }), { maxLength: 3 });
  const paragraphs = fc.array(fc.record({ style: fc.constantFrom("heading", "paragraph"), runs }), { maxLength: 2 });
  // Any text will do as the name of what is only printed; so below.
  const task = fc.record({ id: fc.constant("task" as TaskId), voice, because: voice, what: words, until: words });
  const position = fc.record({ voice, position: fc.constantFrom(...POSITIONS), words });
  const wayId = "way" as WayId; // any text, as above
  const way = fc.record({ id: fc.constant(wayId), voice, text: words, matters: said });
  const note = fc.record({ word: words, says: words });
  const rendering = fc.record({
    by: voice,
    name: words,
    language: fc.constantFrom("en", "ar", "de-CH"),
    text: words,
    notes: fc.array(note, { maxLength: 1 }),
  });
  const decisions = firstRevision.decisions.map((decision) =>
    fc.record({
      id: fc.constant(decision.id),
      text: words,
      wordedBy: voice,
      leftOpen: fc.boolean(),
      positions: fc.array(position, { maxLength: 2 }),
      ways: fc.array(way, { maxLength: 1 }),
      matters: said,
      tasks: fc.array(task, { maxLength: 2 }),
      review: words,
    }),
  );
  const utterances = firstRevision.utterances.map((utterance) =>
    fc
      .record({
        voice,
        scribe: fc.option(voice),
        imagines: fc.option(words),
        phase: fc.constantFrom(...PHASES),
        paragraphs,
        renderings: fc.array(rendering, { maxLength: 1 }),
      })
      .map(({ scribe, imagines, paragraphs: written, ...rest }) => ({
        ...{ id: utterance.id, answers: utterance.answers },
        ...rest,
        // An utterance has one owner: freezing gives it every letter.
        paragraphs: written.map(({ style, runs: parts }) => ({
          style,
          runs: parts.map((run) => ({ ...run, voice: rest.voice })),
        })),
        ...(scribe !== null && { scribe }),
        ...(imagines !== null && { imagines }),
      })),
  );
  const wishId = "wish" as WishId; // any text, as above
  const wish = fc.record({
    id: fc.constant(wishId),
    voice,
    text: words,
    weighed: fc.array(fc.record({ as: fc.constantFrom(...WEIGHINGS), voice, words }), { maxLength: 2 }),
  });
  return fc.record({
    standing: fc.constantFrom<AnyCopy["standing"]>("agreed", "draft"),
    reader: fc.constantFrom<AnyCopy["reader"]>("network", GP),
    revision: fc
      .record({
        name: words,
        language: fc.constantFrom("en", "ar", "", "no language at all"),
        supersedes: fc.option(fc.constant("5".repeat(64) as Digest)), // as above
        voices: fc.tuple(...cast.map(() => fc.record({ profile, aloud: fc.boolean() }))),
        gp: fc.record({
          name: words.filter((name) => name.trim() !== ""),
          parts: fc.subarray([...PARTS_OF_COPY]),
          name2: words,
          relation: words,
        }),
        summary: paragraphs,
        utterances: fc.tuple(...utterances),
        decisions: fc.tuple(...decisions),
        tasks: fc.array(task, { maxLength: 1 }),
        wishes: fc.array(wish, { maxLength: 1 }),
        nextMeeting: words,
      })
      .map(({ voices, gp, ...rest }): Revision => ({
        ...{ format: "polyphony/revision/2", meeting, frozenAt: firstRevision.frozenAt },
        ...rest,
        voices: cast.map(({ id, profile: own }, index) => ({
          id,
          ...(index > 1 && voices[index]?.aloud === true && { aloud: true as const }),
          profile: voices[index]?.profile ?? own,
        })),
        readers: [
          { id: "network", name: "", salt: saltOf("network"), parts: [...PARTS_OF_COPY], called: [] },
          {
            ...{ id: GP, name: gp.name, salt: saltOf(GP), parts: gp.parts },
            called: cast.slice(0, 1).map(({ id }) => ({ voice: id, name: gp.name2, relation: gp.relation })),
          },
        ],
      })),
  });
}

/** The same to be exported: where it is agreed, with the yes of each voice, signed; aloud where it has no device. */
export async function exported({ standing, revision, reader }: AnyCopy): Promise<ExportRecord> {
  const digest = await digestOf(revision);
  const answers =
    standing === "agreed" ? await Promise.all(revision.voices.map((voice) => yesOf(voice, digest, revision))) : [];
  const proposed = { digest, revision, proposedBy: samira.id, proposedAt: 1 };
  return { standing, reader, strings: exportStrings, proposed: { ...proposed, answers: new Map(answers) } };
}

/** The first two voices have devices: one writes down and signs, the other has heard it. */
async function yesOf(
  { id, aloud }: Revision["voices"][number],
  digest: Digest,
  { voices }: Revision,
): Promise<readonly [VoiceId, Answer]> {
  const [scribe, witness] = voices.map((one) => personOf(one.id));
  if (scribe === undefined || witness === undefined) throw new Error("two voices can sign for themselves");
  const { privateKey } = aloud === true ? scribe : personOf(id);
  const document = await signConsent({
    ...{ meeting, voice: id, digest, privateKey, givenAtMs: thursday + 1000 },
    ...(aloud === true && { scribe: scribe.id }),
  });
  const heard = { consent: document, scribe: scribe.id, witness, witnessedAtMs: thursday + 2000 };
  return [id, { answer: "yes", at: 1, document, witness: aloud === true ? await signWitness(heard) : null }];
}

function personOf(id: VoiceId): CastVoice {
  const person = everyone.find((one) => one.id === id);
  if (person === undefined) throw new Error("the cast is everyone there is");
  return person;
}
