import { base64urlnopad } from "@scure/base";
import * as v from "valibot";
import { randomBytes, type Bytes } from "../crypto/bytes.ts";
import { deriveBytes, deriveSealingKey } from "../crypto/derive.ts";
import type { MeetingId } from "../feed/ids.ts";
import { no, ok, type Result } from "../result.ts";

/** What an invitation link carries. Whoever holds it can find the meeting and read it: it is handed over with care. */
export interface Invitation {
  readonly meeting: MeetingId;
  /** 32 random bytes; the room, the signaling key and the meeting key are all derived from them. */
  readonly secret: Bytes;
  /** Where the laptops of this meeting find each other: `ws:` or `wss:` URLs. */
  readonly signaling: readonly string[];
}

const MARK = "#join=";
const MAX_LINK_LENGTH = 4096;

const ID_32 = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;
const InvitationSchema = v.strictObject({
  m: v.pipe(v.string(), v.regex(ID_32)),
  k: v.pipe(v.string(), v.regex(ID_32)),
  s: v.pipe(
    v.array(v.pipe(v.string(), v.maxLength(200), v.regex(/^wss?:\/\/[^\s/?#@]+(\/[^\s?#]*)?$/))),
    v.maxLength(4),
  ),
});

/** A new meeting's secret. */
export function createSecret(): Bytes {
  return randomBytes(32);
}

/** The link that opens `base` (the program's address) with this invitation. */
export function encodeInvitation(base: string, { meeting, secret, signaling }: Invitation): string {
  const json = JSON.stringify({ m: meeting, k: base64urlnopad.encode(secret), s: signaling });
  return base + MARK + base64urlnopad.encode(new TextEncoder().encode(json));
}

/** Reads a link, or only the part of it from `#join=` on. */
export function parseInvitation(link: string): Result<Invitation, "invitation-unreadable"> {
  const start = link.indexOf(MARK);
  if (start < 0 || link.length > MAX_LINK_LENGTH) return no("invitation-unreadable");
  try {
    const bytes = new Uint8Array(base64urlnopad.decode(link.slice(start + MARK.length).trim()));
    const { m, k, s } = v.parse(InvitationSchema, JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
    // The schema has just proved the shape of the id.
    return ok({ meeting: m as MeetingId, secret: new Uint8Array(base64urlnopad.decode(k)), signaling: s });
  } catch {
    return no("invitation-unreadable");
  }
}

/** What an invitation's secret unlocks: the room's name, the key of its signaling and the key of its entries. */
export async function unlock(secret: Bytes): Promise<{
  readonly room: string;
  readonly signalingKey: CryptoKey;
  readonly meetingKey: CryptoKey;
}> {
  const [room, signalingKey, meetingKey] = await Promise.all([
    deriveBytes(secret, "polyphony/room/1", 32),
    deriveSealingKey(secret, "polyphony/signaling/1"),
    deriveSealingKey(secret, "polyphony/meeting-key/1"),
  ]);
  return { room: base64urlnopad.encode(room), signalingKey, meetingKey };
}
