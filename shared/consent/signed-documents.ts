import * as v from "valibot";
import { DigestSchema, VoiceIdSchema } from "../meeting/shapes.ts";
import { text } from "./texts.ts";

/**
 * What voices sign with a proof of its own, so that a stranger can check it without this program: a yes, that a yes was
 * heard, and that a yes no longer holds. Each is a JSON document with a W3C Data Integrity proof (`proof.ts`).
 */

/** ISO 8601 in the one spelling that JavaScript writes, so that every program reads the same moment from it. */
export const MomentSchema = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.check((moment) => {
    const ms = Date.parse(moment);
    return !Number.isNaN(ms) && new Date(ms).toISOString() === moment;
  }),
);

/** SHA-256, in lower-case hex. */
export const HashSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/**
 * The JSON-LD context of every signed document. One string, because the proof has to repeat it and libraries compare it
 * by identity; it defines the terms of the proof, the other terms are this program's own.
 */
export const CONSENT_CONTEXT = "https://w3id.org/security/data-integrity/v2";
export const ContextSchema = v.strictTuple([v.literal(CONSENT_CONTEXT)]);

const ProofValueSchema = v.pipe(v.string(), v.regex(/^z[1-9A-HJ-NP-Za-km-z]{60,100}$/));

/** A W3C Data Integrity proof, cryptosuite `eddsa-jcs-2022`. */
export const ProofSchema = v.strictObject({
  "@context": ContextSchema,
  type: v.literal("DataIntegrityProof"),
  cryptosuite: v.literal("eddsa-jcs-2022"),
  created: MomentSchema,
  verificationMethod: text(256),
  proofPurpose: v.literal("assertionMethod"),
  proofValue: ProofValueSchema,
});

/** What a voice signs when it says yes: that it consents to this digest. */
export const ConsentDocumentSchema = v.strictObject({
  "@context": ContextSchema,
  type: v.literal("PolyphonyConsent"),
  meeting: text(64),
  voice: VoiceIdSchema,
  /** Who wrote the yes down and signs for having heard it, where the voice has no key of its own. */
  scribe: v.optional(VoiceIdSchema),
  revision: DigestSchema,
  answer: v.literal("yes"),
  givenAt: MomentSchema,
  proof: ProofSchema,
});

/** What a witness signs: to have heard the yes that a scribe has written down. */
export const WitnessDocumentSchema = v.strictObject({
  "@context": ContextSchema,
  type: v.literal("PolyphonyWitness"),
  meeting: text(64),
  /** Who has heard it, and signs. */
  witness: VoiceIdSchema,
  /** Whose yes it is. */
  voice: VoiceIdSchema,
  scribe: VoiceIdSchema,
  revision: DigestSchema,
  /** The proof value of the consent that the scribe has signed: that one, and no other. */
  consent: ProofValueSchema,
  witnessedAt: MomentSchema,
  proof: ProofSchema,
});

/** What a voice signs when its yes to an agreed record holds no longer. */
export const WithdrawalDocumentSchema = v.strictObject({
  "@context": ContextSchema,
  type: v.literal("PolyphonyWithdrawal"),
  meeting: text(64),
  voice: VoiceIdSchema,
  scribe: v.optional(VoiceIdSchema),
  revision: DigestSchema,
  withdrawnAt: MomentSchema,
  proof: ProofSchema,
});

export type Proof = v.InferOutput<typeof ProofSchema>;
export type ConsentDocument = v.InferOutput<typeof ConsentDocumentSchema>;
export type WitnessDocument = v.InferOutput<typeof WitnessDocumentSchema>;
export type WithdrawalDocument = v.InferOutput<typeof WithdrawalDocumentSchema>;
