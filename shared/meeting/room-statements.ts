import * as v from "valibot";
import {
  AbsentIdSchema,
  BASE64,
  LanguageSchema,
  PageIdSchema,
  PlaceSchema,
  ReaderIdSchema,
  UtteranceIdSchema,
  VoiceIdSchema,
  words,
} from "./shapes.ts";

/** What happens in the room besides what is said: reflecting, going off the record, interpreting, who is missing, who will read it. */

/** The person's own pages, by what they are about. */
export const PAGES = ["recovery", "how-it-began", "if-it-gets-hard"] as const;
export type PageKind = (typeof PAGES)[number];

/** How this voice wishes to be called in the copy for one reader. Can also be said aloud. */
export const NamingWishedSchema = v.object({
  kind: v.literal("naming-wished"),
  reader: ReaderIdSchema,
  name: words(80),
  relation: words(120),
});

/** How many lines of one kind a card of arrangements has room for. */
export const MOST_LINES = 16;

export const ROOM_SCHEMAS = [
  v.object({ kind: v.literal("paused") }),
  /** Ends the pause that this voice began with its entry `seq` of `feed`: a pause ends by being named, not by a later clock. */
  v.object({ kind: v.literal("resumed"), ...PlaceSchema.entries }),

  /** Those who came to help think aloud together now; the others are asked to listen. */
  v.object({ kind: v.literal("reflection-opened") }),
  /** Ends the reflection of that name: now there is space for an answer. */
  v.object({ kind: v.literal("reflection-closed"), ...PlaceSchema.entries }),
  /** That nobody wishes to answer the reflection of that name now. */
  v.object({ kind: v.literal("space-passed"), ...PlaceSchema.entries }),

  v.object({ kind: v.literal("off-the-record-begun") }),
  /** That this voice has said something while off the record: not what. */
  v.object({ kind: v.literal("off-the-record-spoken"), ...PlaceSchema.entries }),
  /** That this voice wishes that what was said in that time be kept. */
  v.object({ kind: v.literal("off-the-record-kept"), ...PlaceSchema.entries }),
  /** Ends it. `kept` is what its program found: it counts only if everyone who had spoken wished it. */
  v.object({ kind: v.literal("off-the-record-ended"), ...PlaceSchema.entries, kept: v.boolean() }),

  /** Someone is missing. The name counts only from the person at the centre; no words leave them unnamed. */
  v.object({ kind: v.literal("absent-noted"), absent: AbsentIdSchema, called: words(120) }),
  /** What the person at the centre wishes one who is missing to be called. No words leave them unnamed. */
  v.object({ kind: v.literal("absent-called"), absent: AbsentIdSchema, called: words(120) }),
  /** Whoever noted them speaks of them no more. */
  v.object({ kind: v.literal("absent-let-go"), absent: AbsentIdSchema }),
  /** The person at the centre wishes that they be spoken of no more. */
  v.object({ kind: v.literal("absent-not-wished"), absent: AbsentIdSchema }),

  /** Hands the writing for a voice to another who takes part. */
  v.object({ kind: v.literal("scribing-handed"), speaker: VoiceIdSchema, to: VoiceIdSchema }),

  /** An utterance in another language, by an interpreter. No words take it back. */
  v.object({
    kind: v.literal("rendering-given"),
    utterance: UtteranceIdSchema,
    language: LanguageSchema,
    text: words(8000),
    /** What the interpreter has to say of single words. */
    notes: v.pipe(v.array(v.object({ word: words(120), says: words(500) })), v.maxLength(16)),
  }),

  /** Someone outside the room who is to be given a copy. No words take it back. */
  v.object({ kind: v.literal("reader-named"), reader: ReaderIdSchema, name: words(120) }),
  NamingWishedSchema,
  /** Whether the person at the centre lets this reader have a copy. It is about that name: for another it is asked anew. */
  v.object({ kind: v.literal("reader-permitted"), reader: ReaderIdSchema, name: words(120), may: v.boolean() }),

  /** A page of the person's own: for everyone in `text`, or sealed to each of `to` (`shared/crypto/sealed-to.ts`). */
  v.object({
    kind: v.literal("page-shared"),
    page: PageIdSchema,
    of: v.picklist(PAGES),
    text: v.nullable(words(16_000)),
    to: v.pipe(
      v.array(v.object({ voice: VoiceIdSchema, sealed: v.pipe(v.string(), v.maxLength(100_000), v.regex(BASE64)) })),
      v.maxLength(64),
    ),
  }),
  v.object({ kind: v.literal("page-taken-back"), page: PageIdSchema }),

  /** Who comes when, and whom to ring. The last one stands as a whole. */
  v.object({
    kind: v.literal("arrangements-noted"),
    comes: v.pipe(v.array(v.object({ who: words(120), when: words(200) })), v.maxLength(MOST_LINES)),
    ring: v.pipe(v.array(v.object({ who: words(120), number: words(120) })), v.maxLength(MOST_LINES)),
  }),
] as const;
