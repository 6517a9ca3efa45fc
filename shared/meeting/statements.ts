import * as v from "valibot";
import type { DecisionId, Digest, DocName, FeedId, SessionId, UtteranceId, VoiceId } from "../feed/ids.ts";

/**
 * Every fact that an entry may state about the meeting itself. Consent has its own in `consent/statements.ts`.
 * Parsed from outside before use: sizes are bounded here, authority is checked by the fold's validators.
 */

const words = (max: number) => v.pipe(v.string(), v.maxLength(max));
// The pipe has just proved the shape; a branded id has no other constructor than such a cast.
const branded = <Id extends string>(pattern: RegExp) =>
  v.pipe(
    v.string(),
    v.regex(pattern),
    v.transform((text) => text as Id),
  );

// Base64url, in the one spelling whose unused bits are zero: of 16 bytes, of 32, of any number.
const OWNED_ID = /^[A-Za-z0-9_-]{21}[AQgw]$/;
const BASE64_32 = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;
const BASE64 = /^([A-Za-z0-9_-]{4})*([A-Za-z0-9_-][AQgw]|[A-Za-z0-9_-]{2}[AEIMQUYcgkosw048])?$/;

export const VoiceIdSchema = branded<VoiceId>(/^did:key:z6Mk[1-9A-HJ-NP-Za-km-z]{40,48}$/);
export const FeedIdSchema = branded<FeedId>(/^did:key:z6Mk[1-9A-HJ-NP-Za-km-z]{40,48}\/[A-Za-z0-9_-]{22}$/);
const SessionIdSchema = branded<SessionId>(OWNED_ID);
export const UtteranceIdSchema = branded<UtteranceId>(OWNED_ID);
export const DecisionIdSchema = branded<DecisionId>(OWNED_ID);
export const DigestSchema = branded<Digest>(/^[0-9a-f]{64}$/);

export const VOICE_KINDS = ["person", "network", "professional", "peer"] as const;
export const COLOURS = ["rust", "plum", "blue", "olive", "teal", "ochre", "rose", "slate"] as const;
export const POSITIONS = ["agree", "with-reservation", "do-not-agree", "not-ready"] as const;
export const PHASES = ["conversation", "reflection"] as const;

/** How a voice wishes to be known in the room. */
export const ProfileSchema = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
  kind: v.picklist(VOICE_KINDS),
  relation: words(120),
  colour: v.picklist(COLOURS),
});

/** How many entries of each session of a voice are meant: those with a lower `seq`. */
const HeadsSchema = v.pipe(
  v.array(v.object({ session: SessionIdSchema, count: v.pipe(v.number(), v.integer(), v.minValue(0)) })),
  v.maxLength(4096),
);
/** An entry, by its place. */
const PlaceSchema = v.object({ feed: FeedIdSchema, seq: v.pipe(v.number(), v.integer(), v.minValue(0)) });

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
] as const;

const PositionTakenSchema = v.object({
  kind: v.literal("position-taken"),
  decision: DecisionIdSchema,
  /** The wording it is about. A position on other words than those that stand counts for nothing. */
  wording: words(4000),
  position: v.picklist(POSITIONS),
  words: words(2000),
});

/** What can also be said aloud, by a voice that has no key: written down by one voice and witnessed by another. */
export const SAYABLE_SCHEMAS = [...AboutOwnWordsSchemas, PositionTakenSchema] as const;

export const MeetingStatementSchema = v.variant("kind", [
  v.object({
    kind: v.literal("meeting-begun"),
    name: words(120),
    personCalled: words(80),
    language: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)),
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
  v.object({ kind: v.literal("voice-left") }),
  v.object({
    kind: v.literal("utterance-begun"),
    utterance: UtteranceIdSchema,
    /** The last utterance its author had seen. */
    after: v.nullable(UtteranceIdSchema),
    answers: v.nullable(UtteranceIdSchema),
    phase: v.picklist(PHASES),
    /** Whose words they are, where someone else writes them down. */
    speaker: v.optional(VoiceIdSchema),
  }),
  ...AboutOwnWordsSchemas,
  v.object({ kind: v.literal("utterance-said"), utterance: UtteranceIdSchema }),
  v.object({ kind: v.literal("utterance-discarded"), utterance: UtteranceIdSchema }),
  v.object({ kind: v.literal("decision-worded"), decision: DecisionIdSchema, text: words(4000) }),
  PositionTakenSchema,
  v.object({ kind: v.literal("left-open"), decision: DecisionIdSchema, text: words(4000) }),
  v.object({ kind: v.literal("next-meeting-set"), text: words(1000) }),
  v.object({ kind: v.literal("paused") }),
  /** Ends the pause that this voice began with its entry `seq` of `feed`: a pause ends by being named, not by a later clock. */
  v.object({ kind: v.literal("resumed"), ...PlaceSchema.entries }),
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
export type Profile = v.InferOutput<typeof ProfileSchema>;
export type VoiceKind = (typeof VOICE_KINDS)[number];
export type Colour = (typeof COLOURS)[number];
export type PositionKind = (typeof POSITIONS)[number];
export type Phase = (typeof PHASES)[number];
export type Heads = v.InferOutput<typeof HeadsSchema>;
export type Place = v.InferOutput<typeof PlaceSchema>;
