import { base64urlnopad } from "@scure/base";
import { joinBytes, sameBytes, type Bytes } from "../crypto/bytes.ts";
import { didOfPublicKey } from "../crypto/did.ts";
import { sha256 } from "../crypto/keys.ts";
import { no, ok, type Result } from "../result.ts";
import type { ClaimedAt } from "./clock.ts";
import { feedIdOf, type DocName, type FeedId, type MeetingId, type SessionId, type VoiceId } from "./ids.ts";

/**
 * One item of a feed, as it is signed. Layout, all numbers big-endian:
 *
 *     version u8 = 1 ‖ voice 32 ‖ session 16 ‖ seq u32 ‖ prev 32 ‖ at u64 ‖ kind u8 ‖ docLength u8 ‖ doc ‖ payloadHash 32
 *
 * On the wire and on disk the header is followed by `signature 64 ‖ attached u8 ‖ sealed payload`, the payload running to
 * the end of the bytes. `attached` is 0 when the payload was dropped: the chain holds only its hash and still verifies.
 */
export interface Header {
  readonly publicKey: Bytes;
  readonly session: Bytes;
  readonly seq: number;
  /** The hash of the entry before (`hashOf`), or 32 zero bytes for the first. */
  readonly prev: Bytes;
  readonly at: ClaimedAt;
  readonly kind: EntryKind;
  /** The document an edit belongs to; empty for a statement that belongs to none. */
  readonly doc: DocName;
  readonly payloadHash: Bytes;
}

export type EntryKind = "edit" | "statement";

/** An entry taken apart, nothing about it verified. */
export interface ParsedEntry {
  readonly feed: FeedId;
  readonly voice: VoiceId;
  readonly header: Header;
  readonly headerBytes: Bytes;
  readonly signature: Bytes;
  /** The sealed payload, or null when it was dropped. */
  readonly sealed: Bytes | null;
  /** The whole entry as it came. */
  readonly bytes: Bytes;
}

export const NO_PREV: Bytes = new Uint8Array(32);
/** The largest entry that is written and read, in bytes. */
export const MAX_ENTRY_BYTES = 4 * 1024 * 1024;
/** What stands around a payload at most is its header, its signature and its seal: generously. */
const AROUND_A_PAYLOAD_BYTES = 4096;
/** The largest payload of an entry that is written and read, in bytes. */
export const MAX_PAYLOAD_BYTES = MAX_ENTRY_BYTES - AROUND_A_PAYLOAD_BYTES;

const VERSION = 2;
const FIXED_BEFORE_DOC = 1 + 32 + 16 + 4 + 32 + 8 + 1 + 1;
const AFTER_DOC = 32 + 64 + 1;
const KIND_CODES: Readonly<Record<EntryKind, number>> = { statement: 1, edit: 2 };
const KINDS: ReadonlyMap<number, EntryKind> = new Map([
  [1, "statement"],
  [2, "edit"],
]);
const MESSAGE_TAG = new TextEncoder().encode("polyphony/entry/2\0");

/** The header as bytes. The same header always gives the same bytes. */
export function encodeHeader(header: Header): Bytes {
  const doc = new TextEncoder().encode(header.doc);
  if (doc.length > 255) throw new Error("a document name is at most 255 bytes");
  const bytes = new Uint8Array(FIXED_BEFORE_DOC + doc.length + 32);
  const view = new DataView(bytes.buffer);
  bytes[0] = VERSION;
  bytes.set(header.publicKey, 1);
  bytes.set(header.session, 33);
  view.setUint32(49, header.seq);
  bytes.set(header.prev, 53);
  view.setBigUint64(85, BigInt(header.at));
  bytes[93] = KIND_CODES[header.kind];
  bytes[94] = doc.length;
  bytes.set(doc, FIXED_BEFORE_DOC);
  bytes.set(header.payloadHash, FIXED_BEFORE_DOC + doc.length);
  return bytes;
}

/** What is signed: a domain-separation tag, the meeting and the header. */
export function messageOf(meeting: Bytes, headerBytes: Bytes): Bytes {
  return joinBytes(MESSAGE_TAG, meeting, headerBytes);
}

/**
 * What the next entry names as `prev`. It covers the signature too: whoever signs an entry vouches for every byte before it
 * except the payloads, which are vouched for by their hashes and can be dropped.
 */
export async function hashOf(message: Bytes, signature: Bytes): Promise<Bytes> {
  return sha256(joinBytes(message, signature));
}

/** Whether every laptop reads an entry with this payload. */
export function fitsInEntry(payload: Bytes): boolean {
  return payload.length <= MAX_PAYLOAD_BYTES;
}

/** A whole entry as bytes. */
export function encodeEntry(headerBytes: Bytes, signature: Bytes, sealed: Bytes | null): Bytes {
  const attached = new Uint8Array([sealed === null ? 0 : 1]);
  return joinBytes(headerBytes, signature, attached, sealed ?? new Uint8Array(0));
}

/** Takes an entry apart. Refuses what is too long, too short, of another version or not in its one canonical form. */
export function parseEntry(bytes: Bytes): Result<ParsedEntry, "entry-unreadable"> {
  const docLength = bytes[94];
  if (docLength === undefined || bytes[0] !== VERSION || bytes.length > MAX_ENTRY_BYTES) return no("entry-unreadable");
  const headerEnd = FIXED_BEFORE_DOC + docLength + 32;
  if (bytes.length < FIXED_BEFORE_DOC + docLength + AFTER_DOC) return no("entry-unreadable");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = KINDS.get(view.getUint8(93));
  const at = view.getBigUint64(85);
  const attached = view.getUint8(headerEnd + 64);
  const rest = bytes.subarray(headerEnd + 65);
  const doc = decodeText(bytes.subarray(FIXED_BEFORE_DOC, FIXED_BEFORE_DOC + docLength));
  if (kind === undefined || at > BigInt(Number.MAX_SAFE_INTEGER) || doc === null) return no("entry-unreadable");
  if (attached > 1 || (attached === 0 && rest.length > 0)) return no("entry-unreadable");
  const publicKey = bytes.slice(1, 33);
  const session = bytes.slice(33, 49);
  return ok({
    ...namesOf(publicKey, session),
    header: {
      publicKey,
      session,
      seq: view.getUint32(49),
      prev: bytes.slice(53, 85),
      at: Number(at),
      kind,
      doc: doc as DocName, // any text is the name of a document; which names mean something is the meeting's to know
      payloadHash: bytes.slice(headerEnd - 32, headerEnd),
    },
    headerBytes: bytes.slice(0, headerEnd),
    signature: bytes.slice(headerEnd, headerEnd + 64),
    sealed: attached === 1 ? rest.slice() : null,
    bytes,
  });
}

interface FeedNames {
  readonly publicKey: Bytes;
  readonly session: Bytes;
  readonly voice: VoiceId;
  readonly feed: FeedId;
}

/** The feed named last: entries of one feed mostly come together, and spelling a key as a name takes longer than all else here. */
let lastNamed: FeedNames | null = null;

function namesOf(publicKey: Bytes, session: Bytes): Pick<FeedNames, "feed" | "voice"> {
  if (lastNamed === null || !sameBytes(lastNamed.session, session) || !sameBytes(lastNamed.publicKey, publicKey)) {
    // Both ids are made here from bytes of the right length: the branded constructors' one place for parsed entries.
    const voice = didOfPublicKey(publicKey) as VoiceId;
    const sessionId = base64urlnopad.encode(session) as SessionId; // likewise
    lastNamed = { publicKey, session, voice, feed: feedIdOf(voice, sessionId) };
  }
  return { feed: lastNamed.feed, voice: lastNamed.voice };
}

/** What an entry says of itself before anything is checked: enough to know whether its payload is to be kept. */
export interface EntryLabel {
  /** The bytes of its feed: key and session. The same text for the same feed, and only for that. */
  readonly feed: string;
  readonly seq: number;
  readonly kind: EntryKind;
  readonly doc: string;
}

/** Reads an entry's label without taking the entry apart; null for bytes that are no entry. */
export function labelOf(bytes: Bytes): EntryLabel | null {
  const kind = KINDS.get(bytes[93] ?? 0);
  const docLength = bytes[94] ?? 0;
  if (kind === undefined || bytes.length < FIXED_BEFORE_DOC + docLength + AFTER_DOC) return null;
  const seq = new DataView(bytes.buffer, bytes.byteOffset).getUint32(49);
  const doc = decodeText(bytes.subarray(FIXED_BEFORE_DOC, FIXED_BEFORE_DOC + docLength));
  return doc === null ? null : { feed: labelOfFeed(bytes.subarray(1, 33), bytes.subarray(33, 49)), seq, kind, doc };
}

/** The text that labels the feed of this key and session. */
export function labelOfFeed(publicKey: Bytes, session: Bytes): string {
  return String.fromCharCode(...publicKey, ...session);
}

/** The same entry without its payload: it holds its place and says nothing. Bytes that are no entry come back as they are. */
export function withoutPayload(bytes: Bytes): Bytes {
  const docLength = bytes[94];
  const headerEnd = docLength === undefined ? Infinity : FIXED_BEFORE_DOC + docLength + 32;
  if (bytes[headerEnd + 64] !== 1) return bytes;
  const bare = bytes.slice(0, headerEnd + 65);
  bare[headerEnd + 64] = 0;
  return bare;
}

/** The 32 bytes of a meeting id. */
export function meetingBytes(meeting: MeetingId): Bytes {
  return new Uint8Array(base64urlnopad.decode(meeting));
}

/** A byte order mark is kept, so that no two byte strings are one name. */
const STRICT_UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decodeText(bytes: Bytes): string | null {
  try {
    return STRICT_UTF8.decode(bytes);
  } catch {
    return null;
  }
}
