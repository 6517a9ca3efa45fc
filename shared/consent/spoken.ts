import * as v from "valibot";
import type { ClaimedAt } from "../feed/clock.ts";
import type { VoiceId } from "../feed/ids.ts";
import { authorityOf, countsAnywhere, stands } from "../meeting/authority.ts";
import { isVoice } from "../meeting/kinds.ts";
import { FeedIdSchema, VoiceIdSchema } from "../meeting/shapes.ts";
import { SAYABLE_SCHEMAS } from "../meeting/statements.ts";
import type { Place } from "../meeting/shapes.ts";
import type { MeetingStatement } from "../meeting/statements.ts";
import { placeName, type Stated } from "../meeting/stated.ts";
import { WitnessDocumentSchema, type WitnessDocument } from "./signed-documents.ts";
import { ANSWER_SCHEMAS, type ConsentStatement } from "./statements.ts";

/**
 * What is said aloud by a voice that has no device. One voice writes it down; it counts once another, who heard it too,
 * has witnessed it.
 */
export const SpokenStatementSchema = v.variant("kind", [
  v.object({
    kind: v.literal("spoken"),
    voice: VoiceIdSchema,
    says: v.variant("kind", [...SAYABLE_SCHEMAS, ...ANSWER_SCHEMAS]),
  }),
  v.object({
    kind: v.literal("witnessed"),
    feed: FeedIdSchema,
    seq: v.pipe(v.number(), v.integer(), v.minValue(0)),
    /** Of a yes, signed so that a stranger can check that it was heard: without it a yes is not witnessed. */
    document: v.optional(WitnessDocumentSchema),
  }),
]);

export type SpokenStatement = v.InferOutput<typeof SpokenStatementSchema>;
export type Sayable = Extract<SpokenStatement, { readonly kind: "spoken" }>["says"];

/** Something that was said aloud, by its place, as long as nobody who may has witnessed it. */
export interface Unwitnessed extends Place {
  readonly voice: VoiceId;
  readonly scribe: VoiceId;
  readonly says: Sayable;
}

/** A statement as made by the voice whose it is; what was said aloud comes with those who have signed that they heard it. */
export type Heard<Body> = Stated<Body> & {
  readonly witnesses?: readonly WitnessDocument[];
  /** From when on it counts for others: when it was written down and witnessed too. */
  readonly countsFrom?: ClaimedAt;
};

/** Something that was said aloud, and who has heard it: nobody yet, where `isHeard` is false. */
export interface SaidAloud {
  readonly said: Unwitnessed;
  readonly isHeard: boolean;
  /** What they have signed; only of a yes there is something to sign. */
  readonly witnesses: readonly WitnessDocument[];
}

type Anything = ConsentStatement | MeetingStatement | SpokenStatement;
type Said = Heard<ConsentStatement | MeetingStatement>;
type Spoken = Stated<Extract<SpokenStatement, { readonly kind: "spoken" }>>;

/** That somebody has heard what was said aloud, and when they said so. */
interface Witnessing {
  readonly at: ClaimedAt;
  readonly document: WitnessDocument | undefined;
  /** False if it was stated beyond what counts of a removed voice. */
  readonly counts: boolean;
}

/**
 * Every statement as made by the voice whose it is: what was said aloud and witnessed stands as if its voice had stated
 * it, where it was written down; what nobody has witnessed yet counts for nothing. All that was said aloud, witnessed or not,
 * is also given apart, in its order.
 */
export function heard(statements: readonly Stated<Anything>[]): {
  readonly stated: readonly Said[];
  readonly aloud: readonly SaidAloud[];
} {
  const stated: Said[] = [];
  const spoken: (Spoken & { readonly counts: boolean })[] = [];
  const witnesses = new Map<string, Map<VoiceId, Witnessing>>();
  const { admitted, kinds, seated, removed } = authorityOf(
    statements.filter((one): one is Stated<MeetingStatement> => isAboutMeeting(one.body)),
  );
  for (const one of statements) {
    const { body } = one;
    // Whoever signs as a voice without a device is somebody else, who may have kept its key.
    if (seated.has(one.voice)) continue;
    if (body.kind !== "spoken" && body.kind !== "witnessed") {
      stated.push({ ...one, body });
    } else if (admitted.has(one.voice)) {
      const counts = stands(removed, one);
      if (body.kind === "spoken") {
        if (counts || takesBack(body.says)) spoken.push({ ...one, body, counts });
      }
      // A witness is a voice that everyone sees: who is there for others' words vouches for none.
      else if (kinds.has(one.voice) && isVoice(kinds, one.voice)) {
        const before = witnesses.get(placeName(body));
        const witnessing = { at: one.at, document: body.document, counts };
        witnesses.set(placeName(body), withWitness(before, one.voice, witnessing));
      }
    }
  }
  const aloud: SaidAloud[] = [];
  for (const { voice: scribe, feed, seq, at, body, counts: isAsked } of spoken) {
    const { voice, says } = body;
    // Whoever has a device says it there.
    if (!seated.has(voice)) continue;
    const heardIt = [...(witnesses.get(placeName({ feed, seq })) ?? [])].filter(
      ([one, { document, counts }]) =>
        one !== scribe && one !== voice && (counts || takesBack(says)) && hasHeard(document, scribe, says),
    );
    const isHeard = heardIt.length > 0;
    const signed = heardIt.flatMap(([, { document }]) => (document === undefined ? [] : [document]));
    // Nobody is asked to have heard what a removed voice writes down from then on.
    if (isAsked) aloud.push({ said: { feed, seq, voice, scribe, says }, isHeard, witnesses: signed });
    if (!isHeard) continue;
    const heardAt = heardIt.map(([, witnessing]) => witnessing.at);
    const countsFrom = Math.max(at, Math.min(...heardAt));
    stated.push({ voice, feed, seq, at: saidAt(says, at, heardAt), body: says, witnesses: signed, countsFrom });
  }
  return { stated, aloud };
}

/**
 * Whether it takes back what its voice has said, or says no to a text: that counts wherever it stands, also beyond the heads of
 * a removed voice. Else two could remove a third, or who wrote it down, and leave the yes standing that was taken back.
 */
export function takesBack(body: Anything): boolean {
  switch (body.kind) {
    case "consent-withheld":
    case "consent-taken-back":
    case "consent-withdrawn":
      return true;
    case "spoken":
      return takesBack(body.says);
    default:
      return countsAnywhere(body);
  }
}

/**
 * When an answer to a text was given aloud. Neither who writes down nor who witnesses decides alone by their clock what the last
 * word is: a yes is no later, and a no no earlier, than the two of them say.
 */
function saidAt(says: Sayable, writtenAt: ClaimedAt, heardAt: readonly ClaimedAt[]): ClaimedAt {
  switch (says.kind) {
    case "consent-given":
      return Math.min(writtenAt, Math.max(...heardAt));
    case "consent-withheld":
    case "consent-taken-back":
    case "consent-withdrawn":
      return Math.max(writtenAt, Math.min(...heardAt));
    default:
      return writtenAt;
  }
}

/** A witness may say anew what it has heard, and sign it: what it has signed once stays. */
function withWitness(
  before: ReadonlyMap<VoiceId, Witnessing> | undefined,
  witness: VoiceId,
  now: Witnessing,
): Map<VoiceId, Witnessing> {
  const known = before?.get(witness);
  const stays = known !== undefined && (known.document !== undefined || now.document === undefined || !now.counts);
  return new Map(before).set(witness, stays ? known : now);
}

/** Whether a witness has signed for just this yes. What else is said aloud needs no document. */
function hasHeard(document: WitnessDocument | undefined, scribe: VoiceId, says: Sayable): boolean {
  if (says.kind !== "consent-given") return true;
  const { meeting, voice, revision, proof } = says.document;
  return (
    document?.consent === proof.proofValue &&
    document.meeting === meeting &&
    document.voice === voice &&
    document.scribe === scribe &&
    document.revision === revision
  );
}

function isAboutMeeting(body: { readonly kind: string }): boolean {
  return body.kind !== "spoken" && body.kind !== "witnessed";
}
