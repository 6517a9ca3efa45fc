import { base64urlnopad } from "@scure/base";
import { joinBytes, type Bytes } from "../crypto/bytes.ts";
import { publicKeyOfDid } from "../crypto/did.ts";
import { sha256 } from "../crypto/keys.ts";
import type { MeetingId, VoiceId } from "../feed/ids.ts";

/**
 * The id of the meeting that the holder of `publicKey` begins with this nonce. It commits to the founder, so nobody can
 * later claim to have begun the meeting: `base64url(SHA-256("polyphony/meeting/1\0" ‖ publicKey ‖ nonce))`.
 */
export async function meetingIdOf(publicKey: Bytes, nonce: Bytes): Promise<MeetingId> {
  const tag = new TextEncoder().encode("polyphony/meeting/1\0");
  // The one place where a meeting id is made from its bytes.
  return base64urlnopad.encode(await sha256(joinBytes(tag, publicKey, nonce))) as MeetingId;
}

/** Whether `voice` is the one who began `meeting`, given the nonce it published. */
export async function isFounder(meeting: MeetingId, voice: VoiceId, nonce: string): Promise<boolean> {
  const publicKey = publicKeyOfDid(voice);
  if (!publicKey.ok) return false;
  return (await meetingIdOf(publicKey.value, new Uint8Array(base64urlnopad.decode(nonce)))) === meeting;
}
