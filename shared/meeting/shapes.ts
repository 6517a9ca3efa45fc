import * as v from "valibot";
import type {
  AbsentId,
  DecisionId,
  Digest,
  FeedId,
  PageId,
  ReaderId,
  SessionId,
  TaskId,
  UtteranceId,
  VoiceId,
  WayId,
  WishId,
} from "../feed/ids.ts";

/** What statements are made of: bounded texts, ids in their one spelling, and who someone is to the others. */

/** Somebody's words, or none, up to `max` UTF-16 code units. */
export const words = (max: number) => v.pipe(v.string(), v.maxLength(max));

// The pipe has just proved the shape; a branded id has no other constructor than such a cast.
const branded = <Id extends string>(pattern: RegExp) =>
  v.pipe(
    v.string(),
    v.regex(pattern),
    v.transform((text) => text as Id),
  );

// Base64url, in the one spelling whose unused bits are zero: of 16 bytes, of 32, of any number.
export const OWNED_ID = /^[A-Za-z0-9_-]{21}[AQgw]$/;
export const BASE64_32 = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;
export const BASE64 = /^([A-Za-z0-9_-]{4})*([A-Za-z0-9_-][AQgw]|[A-Za-z0-9_-]{2}[AEIMQUYcgkosw048])?$/;

export const VoiceIdSchema = branded<VoiceId>(/^did:key:z6Mk[1-9A-HJ-NP-Za-km-z]{40,48}$/);
export const FeedIdSchema = branded<FeedId>(/^did:key:z6Mk[1-9A-HJ-NP-Za-km-z]{40,48}\/[A-Za-z0-9_-]{22}$/);
const SessionIdSchema = branded<SessionId>(OWNED_ID);
export const UtteranceIdSchema = branded<UtteranceId>(OWNED_ID);
export const DecisionIdSchema = branded<DecisionId>(OWNED_ID);
export const AbsentIdSchema = branded<AbsentId>(OWNED_ID);
export const ReaderIdSchema = branded<ReaderId>(OWNED_ID);
export const WayIdSchema = branded<WayId>(OWNED_ID);
export const TaskIdSchema = branded<TaskId>(OWNED_ID);
export const WishIdSchema = branded<WishId>(OWNED_ID);
export const PageIdSchema = branded<PageId>(OWNED_ID);
export const DigestSchema = branded<Digest>(/^[0-9a-f]{64}$/);
/** So many signaling servers are told of at once at most. */
export const MOST_SIGNALING = 4;

/** Where laptops find each other: `ws:` or `wss:` URLs. Nothing else is ever contacted because somebody says so. */
export const SignalingSchema = v.pipe(
  v.array(v.pipe(v.string(), v.maxLength(200), v.regex(/^wss?:\/\/[^\s/?#@]+(\/[^\s?#]*)?$/))),
  v.maxLength(MOST_SIGNALING),
);
/** A language as BCP 47 names it. */
export const LanguageSchema = v.pipe(v.string(), v.maxLength(35), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/));

/** What somebody whose words are in the record may be to it. */
export const VOICE_KINDS = ["person", "network", "professional", "peer"] as const;
/** What somebody who takes part may be: a voice, or one who is there for a voice. */
export const PARTS = [...VOICE_KINDS, "interpreter", "supporter"] as const;
export const COLOURS = ["rust", "plum", "blue", "olive", "teal", "ochre", "rose", "slate"] as const;
export const POSITIONS = ["agree", "with-reservation", "do-not-agree", "not-ready"] as const;
export const PHASES = ["conversation", "reflection"] as const;

/** How a voice wishes to be known in the room. */
export const ProfileSchema = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
  kind: v.picklist(PARTS),
  relation: words(120),
  colour: v.picklist(COLOURS),
  /** How the name is said, or how the voice is spoken of: in its own words. */
  spoken: v.optional(words(80)),
  /** The language it mostly speaks here. */
  language: v.optional(LanguageSchema),
});

/** How many entries of each session of a voice are meant: those with a lower `seq`. */
export const HeadsSchema = v.pipe(
  v.array(v.object({ session: SessionIdSchema, count: v.pipe(v.number(), v.integer(), v.minValue(0)) })),
  v.maxLength(4096),
);
/** An entry, by its place. */
export const PlaceSchema = v.object({ feed: FeedIdSchema, seq: v.pipe(v.number(), v.integer(), v.minValue(0)) });

export type Profile = v.InferOutput<typeof ProfileSchema>;
export type VoiceKind = (typeof VOICE_KINDS)[number];
export type Part = (typeof PARTS)[number];
export type Colour = (typeof COLOURS)[number];
export type PositionKind = (typeof POSITIONS)[number];
export type Phase = (typeof PHASES)[number];
export type Heads = v.InferOutput<typeof HeadsSchema>;
export type Place = v.InferOutput<typeof PlaceSchema>;

/** Whether one who takes part as this came to help: such voices think aloud in a reflection. */
export function cameAsHelper(part: Part | undefined): boolean {
  return part === "professional" || part === "peer";
}

/** Whether one who takes part as this has words of their own in the record. */
export function isVoiceKind(part: Part): part is VoiceKind {
  return part !== "interpreter" && part !== "supporter";
}
