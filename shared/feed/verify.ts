import { sameBytes, type Bytes } from "../crypto/bytes.ts";
import { readPublicKey, sha256, verifySignature } from "../crypto/keys.ts";
import { open } from "../crypto/seal.ts";
import { LATEST_CLAIM, type ClaimedAt } from "./clock.ts";
import { messageOf, type EntryKind, type ParsedEntry } from "./entry.ts";
import type { FeedHead } from "./head.ts";
import type { DocName, FeedId, VoiceId } from "./ids.ts";
import type { MeetingSecrets } from "./write.ts";

/** An entry with its place in the chain computed, but nothing believed yet. */
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
  /** The opened payload, or null when it was dropped. */
  readonly payload: Bytes | null;
  /** The whole entry as it is stored and sent. */
  readonly bytes: Bytes;
}

/** Why an entry was not accepted although it continues the chain. */
export type RunStop =
  /** Not signed by the feed's voice: someone else's bytes, no evidence against the voice. */
  | "signature-wrong"
  /** The payload is not the one the chain commits to: damaged on the way, no evidence against the voice. */
  | "payload-changed"
  /** Signed by the voice, with a clock that does not move forward or is beyond all reason. */
  | "clock-wrong"
  /** Signed by the voice, but sealed with another key. */
  | "seal-broken";

export interface VerifiedRun {
  readonly head: FeedHead;
  readonly accepted: readonly VerifiedEntry[];
  /** The first entry that was not accepted and why, or null when all were. */
  readonly stopped: { readonly reason: RunStop; readonly entry: HashedEntry } | null;
}

/** Computes what is signed and what the next entry has to name as `prev`. */
export async function hashEntry(meeting: Bytes, entry: ParsedEntry): Promise<HashedEntry> {
  const message = messageOf(meeting, entry.headerBytes);
  return { ...entry, message, hash: await sha256(message) };
}

/** Whether `entry` is the next one after `head` by its own claim. */
export function continues(head: FeedHead, entry: HashedEntry): boolean {
  return entry.feed === head.feed && entry.header.seq === head.nextSeq && sameBytes(entry.header.prev, head.hash);
}

/**
 * Authenticates and opens a run of entries of which each continues the one before, the first one `head`. An entry counts as signed
 * when its own signature or that of a later entry of the run verifies: one check authenticates a whole feed, and
 * every laptop accepts the same entries whether they came singly or together. Never throws; accepts the longest good beginning.
 */
export async function verifyRun(
  secrets: MeetingSecrets,
  head: FeedHead,
  run: readonly HashedEntry[],
): Promise<VerifiedRun> {
  const signed = await signedLength(run);
  const payloads = await Promise.all(run.slice(0, signed).map((entry) => openPayload(secrets, entry)));
  let now = head;
  const accepted: VerifiedEntry[] = [];
  for (const [index, entry] of run.entries()) {
    const payload = index < signed ? payloads[index] : "signature-wrong";
    if (payload === undefined) break;
    if (typeof payload === "string") return { head: now, accepted, stopped: { reason: payload, entry } };
    if (entry.header.at <= now.at || entry.header.at > LATEST_CLAIM) return { head: now, accepted, stopped: { reason: "clock-wrong", entry } };
    now = { ...now, nextSeq: entry.header.seq + 1, hash: entry.hash, at: entry.header.at };
    const { feed, voice, hash, bytes } = entry;
    const { publicKey, session, seq, at, kind, doc } = entry.header;
    accepted.push({ feed, voice, publicKey, session, seq, at, kind, doc, hash, payload: payload.opened, bytes });
  }
  return { head: now, accepted, stopped: null };
}

/** Imported keys live as long as the bytes they came from, so a stranger's flood of voices leaves nothing behind. */
const importedKeys = new WeakMap<Bytes, Promise<CryptoKey>>();

/** Whether the voice that an entry claims has signed it. */
export async function isSigned(entry: HashedEntry): Promise<boolean> {
  const { publicKey } = entry.header;
  try {
    const key = importedKeys.get(publicKey) ?? readPublicKey(publicKey);
    importedKeys.set(publicKey, key);
    return await verifySignature(await key, entry.signature, entry.message);
  } catch {
    // A key that is no point of the curve cannot have signed anything.
    return false;
  }
}

/** How many entries of a chained run are covered by a valid signature, their own or a later one's. */
async function signedLength(run: readonly HashedEntry[]): Promise<number> {
  for (let length = run.length; length > 0; length -= 1) {
    const last = run[length - 1];
    if (last !== undefined && (await isSigned(last))) return length;
  }
  return 0;
}

async function openPayload(
  secrets: MeetingSecrets,
  { sealed, header }: HashedEntry,
): Promise<"payload-changed" | "seal-broken" | { readonly opened: Bytes | null }> {
  if (sealed === null) return { opened: null };
  const [hash, opened] = await Promise.all([sha256(sealed), open(secrets.key, sealed)]);
  if (!sameBytes(hash, header.payloadHash)) return "payload-changed";
  return opened.ok ? { opened: opened.value } : "seal-broken";
}
