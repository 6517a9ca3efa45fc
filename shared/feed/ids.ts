declare const brand: unique symbol;
type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };

/** A meeting's name for programs: base64url of 32 bytes that commit to the voice who began it. */
export type MeetingId = Branded<string, "MeetingId">;
/** A voice's identity: the `did:key` of its Ed25519 public key. */
export type VoiceId = Branded<string, "VoiceId">;
/** One run of one voice on one device: base64url of 16 random bytes. */
export type SessionId = Branded<string, "SessionId">;
/** One feed: `<voice>/<session>`. */
export type FeedId = Branded<string, "FeedId">;
/** An utterance: base64url of 16 bytes, the first 8 naming its writer's key (see `meeting/owned-id.ts`). */
export type UtteranceId = Branded<string, "UtteranceId">;
/** A decision or something left open: base64url of 16 bytes, made like an utterance's. */
export type DecisionId = Branded<string, "DecisionId">;
/** The SHA-256 of a canonical text, as lower-case hex. */
export type Digest = Branded<string, "Digest">;

/** The document an edit belongs to. */
export type DocName = Branded<string, "DocName">;

/** The id of the feed that `voice` writes in `session`. */
export function feedIdOf(voice: VoiceId, session: SessionId): FeedId {
  // A branded type has no other constructor than the cast in its one making place.
  return `${voice}/${session}` as FeedId;
}
