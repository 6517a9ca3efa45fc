import * as v from "valibot";
import type { VoiceId } from "../feed/ids.ts";
import { authorityOf, stands } from "../meeting/authority.ts";
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

/** Something that was said aloud, by its place, as long as nobody has witnessed it. */
export interface Unwitnessed extends Place {
  readonly voice: VoiceId;
  readonly scribe: VoiceId;
  readonly says: Sayable;
}

/** A statement as made by the voice whose it is; a yes said aloud comes with those who have signed that they heard it. */
export type Heard<Body> = Stated<Body> & { readonly witnesses?: readonly WitnessDocument[] };

type Said = Heard<ConsentStatement | MeetingStatement>;

/**
 * Every statement as made by the voice whose it is: what was said aloud and witnessed stands as if its voice had stated
 * it, at the place where it was written down. What nobody has witnessed yet is given apart and counts for nothing.
 */
export function heard(statements: readonly Stated<ConsentStatement | MeetingStatement | SpokenStatement>[]): {
  readonly stated: readonly Said[];
  readonly unwitnessed: readonly Unwitnessed[];
} {
  const stated: Said[] = [];
  const spoken: Stated<Extract<SpokenStatement, { readonly kind: "spoken" }>>[] = [];
  const witnesses = new Map<string, Map<VoiceId, WitnessDocument | undefined>>();
  const { admitted, kinds, seated, removed } = authorityOf(
    statements.filter((one): one is Stated<MeetingStatement> => isAboutMeeting(one.body)),
  );
  for (const one of statements) {
    const { body } = one;
    // Whoever signs as a voice without a device is somebody else, who may have kept its key.
    if (seated.has(one.voice)) continue;
    if (body.kind !== "spoken" && body.kind !== "witnessed") {
      stated.push({ ...one, body });
    } else if (admitted.has(one.voice) && stands(removed, one)) {
      if (body.kind === "spoken") spoken.push({ ...one, body });
      // A witness is a voice that everyone sees: who is there for others' words vouches for none.
      else if (kinds.has(one.voice) && isVoice(kinds, one.voice))
        witnesses.set(placeName(body), withWitness(witnesses.get(placeName(body)), one.voice, body.document));
    }
  }
  const unwitnessed: Unwitnessed[] = [];
  for (const { voice: scribe, feed, seq, at, body } of spoken) {
    const { voice, says } = body;
    // Whoever has a device says it there.
    if (!seated.has(voice)) continue;
    const others = [...(witnesses.get(placeName({ feed, seq })) ?? [])].filter(
      ([one, document]) => one !== scribe && one !== voice && hasHeard(document, scribe, says),
    );
    const signed = others.flatMap(([, document]) => (document === undefined ? [] : [document]));
    if (others.length > 0) stated.push({ voice, feed, seq, at, body: says, witnesses: signed });
    else unwitnessed.push({ feed, seq, voice, scribe, says });
  }
  return { stated, unwitnessed };
}

/** A witness may say anew what it has heard, and sign it: what it has signed once stays. */
function withWitness(
  before: ReadonlyMap<VoiceId, WitnessDocument | undefined> | undefined,
  witness: VoiceId,
  document: WitnessDocument | undefined,
): Map<VoiceId, WitnessDocument | undefined> {
  return new Map(before).set(witness, before?.get(witness) ?? document);
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
