import * as v from "valibot";
import { DecisionsSchema, TasksSchema, WishesSchema } from "./decided-shapes.ts";
import { text, WELL_FORMED } from "./texts.ts";
import {
  DigestSchema,
  LanguageSchema,
  PHASES,
  ProfileSchema,
  UtteranceIdSchema,
  VoiceIdSchema,
} from "../meeting/shapes.ts";

/** ISO 8601 in the one spelling that JavaScript writes, so that every program reads the same moment from it. */
const MomentSchema = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.check((moment) => {
    const ms = Date.parse(moment);
    return !Number.isNaN(ms) && new Date(ms).toISOString() === moment;
  }),
);

/** How a voice was known in the room when the text was frozen. */
const FrozenProfileSchema = v.pipe(
  v.pick(ProfileSchema, ["name", "kind", "relation", "colour"]),
  v.check(({ name, relation }) => WELL_FORMED.test(name) && WELL_FORMED.test(relation)),
);

/** A run of text with the voice that wrote it; `null` only for text of the seed, which has no letters. */
const RunSchema = v.object({
  voice: v.nullable(VoiceIdSchema),
  text: text(100_000),
  bold: v.optional(v.boolean()),
  italic: v.optional(v.boolean()),
});
const ParagraphSchema = v.object({
  style: v.picklist(["paragraph", "heading"]),
  runs: v.array(RunSchema),
});

/** A frozen text as it is proposed for consent. Its RFC 8785 form is what is hashed, signed and read. */
export const RevisionSchema = v.object({
  format: v.literal("polyphony/revision/1"),
  meeting: text(64),
  name: text(120),
  language: text(35),
  /** ISO 8601, as the proposer's laptop claims it. */
  frozenAt: MomentSchema,
  supersedes: v.nullable(DigestSchema),
  /** Every voice whose consent this revision needs. */
  voices: v.array(v.object({ id: VoiceIdSchema, profile: FrozenProfileSchema })),
  readers: v.array(v.object({ id: v.literal("network"), name: text(120) })),
  summary: v.array(ParagraphSchema),
  utterances: v.array(
    v.object({
      id: UtteranceIdSchema,
      voice: VoiceIdSchema,
      /** Who wrote it down, where that was not its own voice. */
      scribe: v.optional(VoiceIdSchema),
      /** Who that is missing its voice imagines to be speaking: as they are called here, or empty for one who is not named. */
      imagines: v.optional(text(120)),
      answers: v.nullable(UtteranceIdSchema),
      phase: v.picklist(PHASES),
      paragraphs: v.array(ParagraphSchema),
      /** The same in other languages, by interpreters, beside what was said and never instead of it. */
      renderings: v.optional(
        v.array(
          v.object({
            by: VoiceIdSchema,
            /** The interpreter as they were called when the text was frozen. */
            name: text(80),
            language: LanguageSchema,
            text: text(8000),
            notes: v.pipe(v.array(v.object({ word: text(120), says: text(500) })), v.maxLength(16)),
          }),
        ),
      ),
    }),
  ),
  decisions: DecisionsSchema,
  /** What was taken on apart from any decision. */
  tasks: v.optional(TasksSchema),
  wishes: v.optional(WishesSchema),
  nextMeeting: text(2000),
});

/**
 * The JSON-LD context of every consent. One string, because the proof has to repeat it and libraries compare it by
 * identity; it defines the terms of the proof, the other terms are this program's own.
 */
export const CONSENT_CONTEXT = "https://w3id.org/security/data-integrity/v2";
const ContextSchema = v.strictTuple([v.literal(CONSENT_CONTEXT)]);

/** A W3C Data Integrity proof, cryptosuite `eddsa-jcs-2022`. */
const ProofSchema = v.strictObject({
  "@context": ContextSchema,
  type: v.literal("DataIntegrityProof"),
  cryptosuite: v.literal("eddsa-jcs-2022"),
  created: MomentSchema,
  verificationMethod: text(256),
  proofPurpose: v.literal("assertionMethod"),
  proofValue: v.pipe(v.string(), v.regex(/^z[1-9A-HJ-NP-Za-km-z]{60,100}$/)),
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

/** What one voice may answer to a revision. */
export const ANSWER_SCHEMAS = [
  v.object({ kind: v.literal("consent-given"), digest: DigestSchema, document: ConsentDocumentSchema }),
  /** "Not yet", with or without words. */
  v.object({ kind: v.literal("consent-withheld"), digest: DigestSchema, words: text(2000) }),
  v.object({ kind: v.literal("consent-taken-back"), digest: DigestSchema }),
] as const;

/** Every fact that an entry may state about revisions and consent. */
export const ConsentStatementSchema = v.variant("kind", [
  v.object({ kind: v.literal("revision-proposed"), digest: DigestSchema, revision: RevisionSchema }),
  ...ANSWER_SCHEMAS,
]);

export type Revision = v.InferOutput<typeof RevisionSchema>;
export type Paragraph = v.InferOutput<typeof ParagraphSchema>;
export type Run = v.InferOutput<typeof RunSchema>;
export type ConsentDocument = v.InferOutput<typeof ConsentDocumentSchema>;
export type ConsentStatement = v.InferOutput<typeof ConsentStatementSchema>;
