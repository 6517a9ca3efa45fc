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
/** Someone who is missing from the meeting: made like an utterance's. */
export type AbsentId = Branded<string, "AbsentId">;
/** Someone outside the room who is to be given the record: made like an utterance's. */
export type ReaderId = Branded<string, "ReaderId">;
/** A way that was considered on the way to a decision: made like an utterance's. */
export type WayId = Branded<string, "WayId">;
/** What someone takes on: made like an utterance's. */
export type TaskId = Branded<string, "TaskId">;
/** A wish of one voice, with what makes it safer: made like an utterance's. */
export type WishId = Branded<string, "WishId">;
/** A page of the person's own that was shared: made like an utterance's. */
export type PageId = Branded<string, "PageId">;
/** Whatever is owned by the key whose mark its id begins with. */
export type OwnedId = AbsentId | DecisionId | PageId | ReaderId | TaskId | UtteranceId | WayId | WishId;
/** The SHA-256 of a canonical text, as lower-case hex. */
export type Digest = Branded<string, "Digest">;

/** The document an edit belongs to. */
export type DocName = Branded<string, "DocName">;

/** The id of the feed that `voice` writes in `session`. */
export function feedIdOf(voice: VoiceId, session: SessionId): FeedId {
  // A branded type has no other constructor than the cast in its one making place.
  return `${voice}/${session}` as FeedId;
}

/** Whether a feed is one of this voice's. */
export function isFeedOf(voice: VoiceId, feed: FeedId): boolean {
  return feed.startsWith(`${voice}/`);
}
