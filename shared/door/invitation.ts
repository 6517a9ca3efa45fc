import { base64urlnopad } from "@scure/base";
import { digest } from "lib0/hash/sha256";
import * as v from "valibot";
import { joinBytes, sameBytes, type Bytes } from "../crypto/bytes.ts";
import { didOfPublicKey, publicKeyOfDid } from "../crypto/did.ts";
import type { MeetingId, VoiceId } from "../feed/ids.ts";
import { MOST_SIGNALING, SignalingSchema } from "../meeting/shapes.ts";
import { no, ok, type Result } from "../result.ts";
import type { Door } from "./door.ts";

/**
 * What an invitation carries. Whoever holds it can find the door and knock; it opens nothing, and nothing of the meeting can be
 * read with it.
 */
export interface Invitation {
  readonly meeting: MeetingId;
  readonly door: Door;
  /** The voices that may let somebody in. Nobody else is told who knocks. At most `MOST_KEEPERS`. */
  readonly keepers: readonly VoiceId[];
  /** Where the door is: `ws:` or `wss:` URLs. */
  readonly signaling: readonly string[];
}

const MARK = "#join=";
const VERSION = 2;
const CHECK_BYTES = 4;
const MAX_LINK_LENGTH = 4096;

/** So many keepers are named at most; a code that a camera reads has room for no more. */
export const MOST_KEEPERS = 6;
/** The link that opens `base` (the program's address) with this invitation. */
export function encodeInvitation(base: string, invitation: Invitation): string {
  const { meeting, door, keepers, signaling } = invitation;
  const keys = keepers.slice(0, MOST_KEEPERS).map(keyOf);
  const urls = signaling.slice(0, MOST_SIGNALING).map((url) => new TextEncoder().encode(url));
  const content = joinBytes(
    Uint8Array.of(VERSION),
    new Uint8Array(base64urlnopad.decode(meeting)),
    door,
    Uint8Array.of(keys.length),
    ...keys,
    ...urls.flatMap((url) => [Uint8Array.of(url.length), url]),
  );
  return base + MARK + base64urlnopad.encode(joinBytes(content, checkOf(content)));
}

/**
 * Reads a link, or only the part of it from `#join=` on. One wrong letter, and it is no invitation. Links of the earlier kind,
 * which carried the meeting's secret, are not read.
 */
export function parseInvitation(link: string): Result<Invitation, "invitation-unreadable"> {
  const start = link.indexOf(MARK);
  if (start < 0 || link.length > MAX_LINK_LENGTH) return no("invitation-unreadable");
  try {
    return readContent(new Uint8Array(base64urlnopad.decode(link.slice(start + MARK.length).trim())));
  } catch {
    // Letters that are no base64url, or a URL that is no text.
    return no("invitation-unreadable");
  }
}

function readContent(bytes: Bytes): Result<Invitation, "invitation-unreadable"> {
  const content = bytes.subarray(0, -CHECK_BYTES);
  if (bytes.length < CHECK_BYTES || !sameBytes(checkOf(content), bytes.subarray(-CHECK_BYTES))) {
    return no("invitation-unreadable");
  }
  const reader = new Reader(content);
  const [version] = reader.take(1);
  const meeting = reader.take(32);
  const door = reader.take(32);
  const [count = 0] = reader.take(1);
  const keepers = Array.from({ length: Math.min(count, MOST_KEEPERS) }, () => didOf(reader.take(32)));
  const urls: string[] = [];
  while (reader.left > 0 && urls.length <= MOST_SIGNALING) {
    const [length = 0] = reader.take(1);
    urls.push(new TextDecoder("utf-8", { fatal: true }).decode(reader.take(length)));
  }
  const signaling = v.safeParse(SignalingSchema, urls);
  if (version !== VERSION || reader.isShort || count > MOST_KEEPERS || !signaling.success) {
    return no("invitation-unreadable");
  }
  // A meeting's id is the base64url of 32 bytes, and those are here.
  const id = base64urlnopad.encode(meeting) as MeetingId;
  return ok({ meeting: id, door: door.slice(), keepers, signaling: signaling.output });
}

/** Takes byte strings one after the other; what is not there is empty, and remembered. */
class Reader {
  readonly #bytes: Bytes;
  #offset = 0;
  isShort = false;

  constructor(bytes: Bytes) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#offset;
  }

  take(length: number): Bytes {
    if (length > this.left) this.isShort = true;
    const taken = this.#bytes.subarray(this.#offset, this.#offset + length);
    this.#offset += taken.length;
    return taken;
  }
}

function checkOf(content: Bytes): Bytes {
  return new Uint8Array(digest(content)).slice(0, CHECK_BYTES);
}

function keyOf(voice: VoiceId): Bytes {
  const key = publicKeyOfDid(voice);
  if (!key.ok) throw new Error("a voice's id names its key");
  return key.value;
}

function didOf(key: Bytes): VoiceId {
  // The did:key of a raw Ed25519 key is a voice's id.
  return didOfPublicKey(key) as VoiceId;
}
