import { sameBytes, type Bytes } from "../crypto/bytes.ts";
import { readPublicKey, sha256, verifySignature } from "../crypto/keys.ts";
import { open } from "../crypto/seal.ts";
import { no, ok, type Result } from "../result.ts";
import { LATEST_CLAIM, type ClaimedAt } from "./clock.ts";
import { hashOf, messageOf, type EntryKind, type ParsedEntry } from "./entry.ts";
import type { FeedHead } from "./head.ts";
import type { DocName, FeedId, VoiceId } from "./ids.ts";
import type { MeetingSecrets } from "./write.ts";

/** An entry with its own hash, and with the payload it commits to if it has one. Whose it is is not proved yet. */
export interface HashedEntry extends ParsedEntry {
  readonly message: Bytes;
  readonly hash: Bytes;
}

/** An entry proved to be its voice's, in its place of its feed. */
export interface VerifiedEntry {
  readonly feed: FeedId;
  readonly voice: VoiceId;
  readonly publicKey: Bytes;
  readonly session: Bytes;
  readonly seq: number;
  readonly at: ClaimedAt;
  readonly kind: EntryKind;
  readonly doc: DocName;
  readonly hash: Bytes;
  /** The opened payload, or null when it was dropped, or is sealed with a key that has not been given to this laptop. */
  readonly payload: Bytes | null;
  /** The whole entry as it is stored and sent. */
  readonly bytes: Bytes;
}

/** What a voice did wrong in an entry that is proved to be its own. */
export type EntryFault =
  /** A clock that does not move forward, or is beyond all reason. */
  "clock-wrong";

export interface OpenedRun {
  readonly head: FeedHead;
  readonly accepted: readonly VerifiedEntry[];
  /** Why the entry after the last accepted one was refused, or null when all were accepted. */
  readonly fault: EntryFault | null;
}

/**
 * Computes what the entry after this one has to name. Refuses an entry whose payload is not the one it commits to: that was
 * damaged on the way, and is no evidence against its voice.
 */
export async function hashEntry(meeting: Bytes, entry: ParsedEntry): Promise<Result<HashedEntry, "payload-changed">> {
  const message = messageOf(meeting, entry.headerBytes);
  const [hash, payloadHash] = await Promise.all([
    hashOf(message, entry.signature),
    entry.sealed === null ? entry.header.payloadHash : sha256(entry.sealed),
  ]);
  return sameBytes(payloadHash, entry.header.payloadHash) ? ok({ ...entry, message, hash }) : no("payload-changed");
}

/** The key that a feed's signatures are checked with, or null for bytes that are no key and so have signed nothing. */
export async function verifyingKey(publicKey: Bytes): Promise<CryptoKey | null> {
  // Web Crypto reports bytes that are no key as an exception; it is the one expected failure here.
  return readPublicKey(publicKey).catch(() => null);
}

/** Whether an entry carries its voice's own signature. */
export async function isSigned(key: CryptoKey | null, entry: HashedEntry): Promise<boolean> {
  return key !== null && verifySignature(key, entry.signature, entry.message);
}

/** Opens an entry that is proved to be its voice's. One without a payload, or sealed with a key not held, opens to null. */
export async function openEntry(secrets: MeetingSecrets, entry: HashedEntry): Promise<VerifiedEntry> {
  const { feed, voice, hash, bytes, sealed } = entry;
  const { publicKey, session, seq, at, kind, doc } = entry.header;
  const payload = sealed === null ? null : await openWithAny(secrets, sealed);
  return { feed, voice, publicKey, session, seq, at, kind, doc, hash, payload, bytes };
}

/** What was sealed with any of a meeting's keys, or null for anything else. */
export async function openWithAny({ key, otherKeys = [] }: MeetingSecrets, sealed: Bytes): Promise<Bytes | null> {
  for (const one of [key, ...otherKeys]) {
    const opened = await open(one, sealed);
    if (opened.ok) return opened.value;
  }
  return null;
}

/**
 * Opens a run of proved entries of which each continues the one before, the first one `head`, and accepts the longest
 * beginning that breaks no rule. Never throws.
 */
export async function openRun(
  secrets: MeetingSecrets,
  head: FeedHead,
  run: readonly HashedEntry[],
): Promise<OpenedRun> {
  const opened = await Promise.all(run.map((entry) => openEntry(secrets, entry)));
  let now = head;
  const accepted: VerifiedEntry[] = [];
  for (const one of opened) {
    const { seq, hash, at } = one;
    if (at <= now.at || at > LATEST_CLAIM) return { head: now, accepted, fault: "clock-wrong" };
    now = { ...now, nextSeq: seq + 1, hash, at };
    accepted.push(one);
  }
  return { head: now, accepted, fault: null };
}
