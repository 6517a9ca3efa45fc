import * as v from "valibot";
import { DecisionsSchema, TasksSchema, WishesSchema } from "./decided-shapes.ts";
import { ConsentDocumentSchema, MomentSchema, WithdrawalDocumentSchema } from "./signed-documents.ts";
import { text, WELL_FORMED } from "./texts.ts";
import {
  DigestSchema,
  LanguageSchema,
  PHASES,
  ProfileSchema,
  ReaderIdSchema,
  UtteranceIdSchema,
  VoiceIdSchema,
} from "../meeting/shapes.ts";

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

/** 32 bytes of chance, in base64url. */
const SaltSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/));

/** An utterance as it is frozen. */
const FrozenUtteranceSchema = v.object({
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
});

/** What is said in a record, part by part. */
const CONTENT_SCHEMAS = {
  summary: v.array(ParagraphSchema),
  utterances: v.array(FrozenUtteranceSchema),
  decisions: DecisionsSchema,
  /** What was taken on apart from any decision. */
  tasks: v.optional(TasksSchema),
  wishes: v.optional(WishesSchema),
  nextMeeting: text(2000),
} as const;

/** The parts of a record that a reader may be given or not. */
export const PARTS_OF_COPY = ["summary", "wishes", "decisions", "left-open", "tasks", "next-meeting", "words"] as const;
export type PartOfCopy = (typeof PARTS_OF_COPY)[number];

/** Every voice whose consent the text needs; `aloud` is one without a device, whose yes is written down and witnessed. */
const FrozenVoicesSchema = v.array(
  v.object({ id: VoiceIdSchema, aloud: v.optional(v.literal(true)), profile: FrozenProfileSchema }),
);

/** One who is given a copy of their own. */
const FrozenReaderSchema = v.object({
  id: v.union([v.literal("network"), ReaderIdSchema]),
  name: text(120),
  /** Chance, known to this reader alone of those outside: without it nobody can guess at a copy from its commitment. */
  salt: SaltSchema,
  parts: v.pipe(v.array(v.picklist(PARTS_OF_COPY)), v.maxLength(PARTS_OF_COPY.length)),
  /** Those who are called otherwise in this copy than in the room. */
  called: v.array(v.object({ voice: VoiceIdSchema, name: text(80), relation: text(120) })),
});

/** A copy as one reader is given it: the same text, called as each voice wishes for them, and only the parts meant for them. */
export const CopySchema = v.strictObject({
  format: v.literal("polyphony/copy/1"),
  meeting: text(64),
  name: text(120),
  language: text(35),
  frozenAt: MomentSchema,
  reader: v.strictObject({ id: v.union([v.literal("network"), ReaderIdSchema]), name: text(120) }),
  voices: v.array(
    v.object({
      ...FrozenVoicesSchema.item.entries,
      // Called as each voice wishes for this reader, letter by letter: whoever checks a copy reads what was consented to.
      profile: v.object({
        ...v.omit(ProfileSchema, ["spoken", "language"]).entries,
        name: text(80),
        relation: text(120),
      }),
    }),
  ),
  ...v.partial(v.object(CONTENT_SCHEMAS)).entries,
});

/** As many as are given a copy of one text, the room among them: each is one more to hash on every laptop. */
export const MOST_READERS = 32;

/** A frozen text as it is proposed for consent. Its RFC 8785 form is what is hashed, signed and read. */
export const RevisionSchema = v.object({
  format: v.literal("polyphony/revision/2"),
  meeting: text(64),
  name: text(120),
  language: text(35),
  /** ISO 8601, as the proposer's laptop claims it. */
  frozenAt: MomentSchema,
  supersedes: v.nullable(DigestSchema),
  /** Every voice whose consent this revision needs. */
  voices: FrozenVoicesSchema,
  /** Everyone who is to be given a copy: the room first, then those outside it. Each costs every laptop its share of hashing. */
  readers: v.pipe(v.array(FrozenReaderSchema), v.maxLength(MOST_READERS)),
  ...CONTENT_SCHEMAS,
});

/** What one voice may answer to a revision. */
export const ANSWER_SCHEMAS = [
  v.object({ kind: v.literal("consent-given"), digest: DigestSchema, document: ConsentDocumentSchema }),
  /** "Not yet", with or without words. */
  v.object({ kind: v.literal("consent-withheld"), digest: DigestSchema, words: text(2000) }),
  /** A yes, or a "not yet", taken back while the text is a draft. */
  v.object({ kind: v.literal("consent-taken-back"), digest: DigestSchema }),
  /** A yes to an agreed record holds no longer: it stays agreed, and no new copies are made of it. */
  v.object({ kind: v.literal("consent-withdrawn"), digest: DigestSchema, document: WithdrawalDocumentSchema }),
] as const;

/** Every fact that an entry may state about revisions and consent. */
export const ConsentStatementSchema = v.variant("kind", [
  v.object({ kind: v.literal("revision-proposed"), digest: DigestSchema, revision: RevisionSchema }),
  ...ANSWER_SCHEMAS,
]);

export type Revision = v.InferOutput<typeof RevisionSchema>;
export type Paragraph = v.InferOutput<typeof ParagraphSchema>;
export type Run = v.InferOutput<typeof RunSchema>;
export type Copy = v.InferOutput<typeof CopySchema>;
export type ReaderName = Revision["readers"][number]["id"];
export type ConsentStatement = v.InferOutput<typeof ConsentStatementSchema>;
