import { joinBytes, type Bytes } from "../../shared/crypto/bytes.ts";
import { publicKeyOfDid } from "../../shared/crypto/did.ts";
import { sha256, sign } from "../../shared/crypto/keys.ts";
import { seal } from "../../shared/crypto/seal.ts";
import { encodeEntry, encodeHeader, hashOf, messageOf, type EntryKind, type Header } from "../../shared/feed/entry.ts";
import { beginFeed, type FeedHead } from "../../shared/feed/head.ts";
import type { DocName } from "../../shared/feed/ids.ts";
import { createEntry, type MeetingSecrets } from "../../shared/feed/write.ts";
import type { CastVoice } from "./seven-voices.ts";

/** What is not written into any document. */
export const NOWHERE = "" as DocName; // the empty name is the name of no document

/** The meeting's id and key, the same in every run. */
export async function meetingSecrets(number = 1): Promise<MeetingSecrets> {
  const raw = new Uint8Array(32).fill(100 + number);
  const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
  return { meeting: new Uint8Array(32).fill(number), key };
}

/** The raw public key of one of the cast. */
export function publicKeyOf(voice: CastVoice): Bytes {
  const publicKey = publicKeyOfDid(voice.id);
  if (!publicKey.ok) throw new Error("everyone in the cast has a key");
  return publicKey.value;
}

/** The head of the feed that a voice begins in its session of this number. */
export function firstHead(voice: CastVoice, session = 1): FeedHead {
  return beginFeed(publicKeyOf(voice), new Uint8Array(16).fill(session));
}

/** What a voice writes: words, at a time, perhaps into a document. */
export interface Line {
  readonly words: string;
  readonly at?: number;
  readonly kind?: EntryKind;
  readonly doc?: DocName;
}

/** What was written, and where it leaves the feed. */
export interface Written {
  readonly entries: readonly Bytes[];
  /** The head after the first `count` entries. */
  readonly headAfter: (count: number) => FeedHead;
}

/** One entry after another, as an honest program writes them. */
export async function write(
  secrets: MeetingSecrets,
  voice: CastVoice,
  lines: readonly (Line | string)[],
  from: FeedHead = firstHead(voice),
): Promise<Written> {
  const entries: Bytes[] = [];
  const heads: FeedHead[] = [from];
  let head = from;
  for (const line of lines) {
    const {
      words,
      at = head.at + 1,
      kind = "statement",
      doc = NOWHERE,
    } = typeof line === "string" ? { words: line } : line;
    const payload = new TextEncoder().encode(words);
    const written = await createEntry(secrets, voice.privateKey, head, { kind, doc, at, payload });
    entries.push(written.bytes);
    heads.push(written.head);
    head = written.head;
  }
  return { entries, headAfter: (count) => heads[count] ?? head };
}

/** What a modified program makes: an entry in which anything may be other than the rules want it. */
export async function forge(
  secrets: MeetingSecrets,
  voice: CastVoice,
  lie: Partial<Header> & {
    readonly words?: string;
    readonly signedBy?: CastVoice | null;
    readonly sealedUnder?: MeetingSecrets;
  },
): Promise<{ readonly bytes: Bytes; readonly head: FeedHead }> {
  const start = firstHead(voice);
  const sealed = await seal((lie.sealedUnder ?? secrets).key, new TextEncoder().encode(lie.words ?? "lies"));
  const header: Header = {
    publicKey: start.publicKey,
    session: start.session,
    seq: 0,
    prev: start.hash,
    at: 1,
    kind: "statement",
    doc: NOWHERE,
    payloadHash: await sha256(sealed),
    ...lie,
  };
  const headerBytes = encodeHeader(header);
  const message = messageOf(secrets.meeting, headerBytes);
  const signer = lie.signedBy === undefined ? voice : lie.signedBy;
  const signature = signer === null ? new Uint8Array(64).fill(7) : await sign(signer.privateKey, message);
  const head = { ...start, nextSeq: header.seq + 1, hash: await hashOf(message, signature), at: header.at };
  return { bytes: encodeEntry(headerBytes, signature, sealed), head };
}

/** An entry as it travels once its payload was let go of. */
export function withoutPayload(entry: Bytes): Bytes {
  const headerEnd = 127 + (entry[94] ?? 0);
  return joinBytes(entry.slice(0, headerEnd + 64), new Uint8Array([0]));
}

/** The same bytes with one bit of one byte turned over. */
export function flipped(bytes: Bytes, index: number, bit = 0): Bytes {
  const copy = bytes.slice();
  copy[index] = (copy[index] ?? 0) ^ (1 << bit);
  return copy;
}
