import type { Bytes } from "../crypto/bytes.ts";
import { sha256, sign } from "../crypto/keys.ts";
import { seal } from "../crypto/seal.ts";
import type { ClaimedAt } from "./clock.ts";
import { encodeEntry, encodeHeader, hashOf, MAX_ENTRY_BYTES, messageOf, type EntryKind } from "./entry.ts";
import type { FeedHead } from "./head.ts";
import type { DocName } from "./ids.ts";

/** What every entry of a meeting is bound to and sealed with. */
export interface MeetingSecrets {
  /** The 32 bytes of the meeting id. */
  readonly meeting: Bytes;
  /** The meeting key that is in use now: AES-256-GCM. What is written is sealed with it. */
  readonly key: CryptoKey;
  /** The keys before it, and any other that was given: what was sealed with one of them can still be read. */
  readonly otherKeys?: readonly CryptoKey[];
}

/** What its author wants to put into an entry. */
export interface EntryWish {
  readonly kind: EntryKind;
  readonly doc: DocName;
  readonly at: ClaimedAt;
  readonly payload: Bytes;
  /** The key to seal with instead of the one in use: for what must be read by whoever has only that one. */
  readonly sealWith?: CryptoKey;
}

/**
 * Seals, chains and signs one entry after `head`, and returns its bytes with the head that follows it. `at` must be
 * later than the head's, and the payload small enough to be read again (`MAX_ENTRY_BYTES`). The head passed in must not be
 * continued a second time: that would fork the feed.
 */
export async function createEntry(
  secrets: MeetingSecrets,
  privateKey: CryptoKey,
  head: FeedHead,
  wish: EntryWish,
): Promise<{ readonly bytes: Bytes; readonly head: FeedHead }> {
  if (wish.at <= head.at) throw new Error("a feed's clock only moves forward");
  const sealed = await seal(wish.sealWith ?? secrets.key, wish.payload);
  const headerBytes = encodeHeader({
    publicKey: head.publicKey,
    session: head.session,
    seq: head.nextSeq,
    prev: head.hash,
    at: wish.at,
    kind: wish.kind,
    doc: wish.doc,
    payloadHash: await sha256(sealed),
  });
  const message = messageOf(secrets.meeting, headerBytes);
  const signature = await sign(privateKey, message);
  const bytes = encodeEntry(headerBytes, signature, sealed);
  if (bytes.length > MAX_ENTRY_BYTES) throw new Error("nobody would read an entry of this size");
  return {
    bytes,
    head: { ...head, nextSeq: head.nextSeq + 1, hash: await hashOf(message, signature), at: wish.at },
  };
}
