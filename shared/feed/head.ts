import { base64urlnopad } from "@scure/base";
import { joinBytes, type Bytes } from "../crypto/bytes.ts";
import { didOfPublicKey } from "../crypto/did.ts";
import { sha256 } from "../crypto/keys.ts";
import type { ClaimedAt } from "./clock.ts";
import { NO_PREV } from "./entry.ts";
import { feedIdOf, type FeedId, type SessionId, type VoiceId } from "./ids.ts";

/** Where a feed stands: what its next entry has to continue. */
export interface FeedHead {
  readonly feed: FeedId;
  readonly voice: VoiceId;
  readonly publicKey: Bytes;
  readonly session: Bytes;
  readonly nextSeq: number;
  readonly hash: Bytes;
  readonly at: ClaimedAt;
}

/** The head of a feed that has no entry yet. */
export function beginFeed(publicKey: Bytes, session: Bytes): FeedHead {
  // The one place where a new feed's ids are made from their bytes.
  const voice = didOfPublicKey(publicKey) as VoiceId;
  const sessionId = base64urlnopad.encode(session) as SessionId; // likewise
  return { feed: feedIdOf(voice, sessionId), voice, publicKey, session, nextSeq: 0, hash: NO_PREV, at: 0 };
}

/**
 * The Yjs client id that this feed, and no other, may use: the first 53 bits of a hash over meeting, voice and session.
 * So every character of a shared text has a proven voice. 53 bits are what Yjs can carry, and too many to search
 * for a second feed with the same one.
 */
export async function clientIdOf(meeting: Bytes, publicKey: Bytes, session: Bytes): Promise<number> {
  const tag = new TextEncoder().encode("polyphony/client/1\0");
  const hash = await sha256(joinBytes(tag, meeting, publicKey, session));
  const view = new DataView(hash.buffer);
  return view.getUint32(0) * 2 ** 21 + (view.getUint32(4) >>> 11);
}
