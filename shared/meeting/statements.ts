import * as v from "valibot";
import type { DocName } from "../feed/ids.ts";
import { DECIDING_SCHEMAS, SAYABLE_DECIDING_SCHEMAS } from "./deciding-statements.ts";
import { NamingWishedSchema, ROOM_SCHEMAS } from "./room-statements.ts";
import {
  AbsentIdSchema,
  BASE64,
  BASE64_32,
  DigestSchema,
  HeadsSchema,
  LanguageSchema,
  OWNED_ID,
  PHASES,
  PlaceSchema,
  ProfileSchema,
  UtteranceIdSchema,
  VoiceIdSchema,
  words,
} from "./shapes.ts";

/**
 * Every fact that an entry may state about the meeting itself. Consent has its own in `consent/statements.ts`.
 * Parsed from outside before use: sizes are bounded here, authority is checked by the fold's validators.
 */

/** What a voice may say of words that are written down as its own. */
const AboutOwnWordsSchemas = [
  v.object({ kind: v.literal("words-confirmed"), utterance: UtteranceIdSchema }),
  /** "I didn't say that": the words are let go of. */
  v.object({ kind: v.literal("words-refused"), utterance: UtteranceIdSchema }),
  v.object({
    kind: v.literal("utterance-withdrawn"),
    utterance: UtteranceIdSchema,
    /** Whether it may be seen that something was withdrawn here. */
    trace: v.boolean(),
  }),
  /** Whether these words may go into the record. Everyone here may read them all the same. */
  v.object({ kind: v.literal("words-for-record"), utterance: UtteranceIdSchema, may: v.boolean() }),
] as const;

/** What can also be said aloud, by a voice that has no key: written down by one voice and witnessed by another. */
export const SAYABLE_SCHEMAS = [...AboutOwnWordsSchemas, ...SAYABLE_DECIDING_SCHEMAS, NamingWishedSchema] as const;

/** A stretch of the words as they were said, in UTF-16 code units of their plain text. */
export const StretchSchema = v.pipe(
  v.object({
    from: v.pipe(v.number(), v.integer(), v.minValue(0)),
    to: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
  v.check(({ from, to }) => from < to),
);

export const MeetingStatementSchema = v.variant("kind", [
  v.object({
    kind: v.literal("meeting-begun"),
    name: words(120),
    personCalled: words(80),
    language: LanguageSchema,
    /** Base64url: the 32 random bytes that the meeting id commits to together with the founder's key. */
    nonce: v.pipe(v.string(), v.regex(BASE64_32)),
    /** Base64url: the one Yjs update every document of this meeting starts from. */
    seed: v.pipe(v.string(), v.maxLength(2048), v.regex(BASE64)),
  }),
  v.object({
    kind: v.literal("voice-introduced"),
    profile: ProfileSchema,
    /** Base64url: the X25519 key that later meeting keys are sealed to for this voice. */
    sealTo: v.optional(v.pipe(v.string(), v.regex(BASE64_32))),
  }),
  /** Lets in a voice that has no device. Its key belongs to nobody: what it says, it says aloud. */
  v.object({ kind: v.literal("voice-seated"), voice: VoiceIdSchema, profile: ProfileSchema }),
  v.object({ kind: v.literal("voice-admitted"), voice: VoiceIdSchema }),
  v.object({ kind: v.literal("hosting-given"), voice: VoiceIdSchema }),
  /** Invitations lead to another door from now on; those made before lead nowhere. The name is 16 random bytes. */
  v.object({ kind: v.literal("door-changed"), door: v.pipe(v.string(), v.regex(OWNED_ID)) }),
  v.object({ kind: v.literal("voice-left") }),
  v.object({
    kind: v.literal("utterance-begun"),
    utterance: UtteranceIdSchema,
    /** The last utterance its author had seen. */
    after: v.nullable(UtteranceIdSchema),
    answers: v.nullable(UtteranceIdSchema),
    /** The words of it that are answered, where it is not all of them. */
    part: v.optional(StretchSchema),
    phase: v.picklist(PHASES),
    /** Whose words they are, where someone else writes them down. */
    speaker: v.optional(VoiceIdSchema),
    /** Earlier words of the same voice that these stand in for, once they are said. */
    corrects: v.optional(UtteranceIdSchema),
    /** What its voice imagines that one who is missing might say. */
    imagines: v.optional(AbsentIdSchema),
    /** The language it is said in, where that is not the meeting's. */
    language: v.optional(LanguageSchema),
  }),
  ...AboutOwnWordsSchemas,
  /** No edit of it counts but those before this in the same feed, and so many of its writer's other sessions. */
  v.object({ kind: v.literal("utterance-said"), utterance: UtteranceIdSchema, others: v.optional(HeadsSchema) }),
  v.object({ kind: v.literal("utterance-discarded"), utterance: UtteranceIdSchema }),
  ...DECIDING_SCHEMAS,
  ...ROOM_SCHEMAS,
  /** That a voice be removed, with what of it still counts. */
  v.object({ kind: v.literal("removal-proposed"), voice: VoiceIdSchema, heads: HeadsSchema }),
  v.object({ kind: v.literal("removal-seconded"), ...PlaceSchema.entries }),
  /** A later meeting key, sealed to each of these voices (`shared/crypto/sealed-to.ts`). */
  v.object({
    kind: v.literal("meeting-key-given"),
    key: v.pipe(v.string(), v.regex(OWNED_ID)),
    to: v.pipe(
      v.array(v.object({ voice: VoiceIdSchema, sealed: v.pipe(v.string(), v.maxLength(4096), v.regex(BASE64)) })),
      v.maxLength(256),
    ),
  }),
  /** That the key of this name, as this voice has given it to the one who says so, does not open. */
  v.object({ kind: v.literal("meeting-key-refused"), key: v.pipe(v.string(), v.regex(OWNED_ID)), by: VoiceIdSchema }),
  /** That every voice let go of what it has crossed out of the summary, and that these drafts for consent be let go of. */
  v.object({ kind: v.literal("forgetting-asked"), revisions: v.pipe(v.array(DigestSchema), v.maxLength(256)) }),
  /**
   * All that still stands of this voice's edits of a document, in one: its earlier edits in this feed, and those of its
   * other sessions that are named, are let go of.
   */
  v.object({
    kind: v.literal("words-condensed"),
    doc: v.pipe(
      v.literal("summary/0"),
      v.transform((name) => name as string as DocName), // the literal is the name of the one document that is condensed
    ),
    others: HeadsSchema,
    update: v.pipe(v.string(), v.regex(BASE64)),
    /** The wish to forget that it answers. */
    asked: v.nullable(PlaceSchema),
  }),
]);

export type MeetingStatement = v.InferOutput<typeof MeetingStatementSchema>;
export type Stretch = v.InferOutput<typeof StretchSchema>;
