import { base64urlnopad } from "@scure/base";
import type { Bytes } from "../crypto/bytes.ts";
import { publicKeyOfDid } from "../crypto/did.ts";
import { readPublicKey, verifySignature } from "../crypto/keys.ts";
import type { VoiceId } from "../feed/ids.ts";

/** Whether this is the voice's signature, in base64url, of those bytes. */
export async function isSigned(voice: VoiceId, signature: string, bytes: Bytes): Promise<boolean> {
  const publicKey = publicKeyOfDid(voice);
  if (!publicKey.ok) return false;
  try {
    const key = await readPublicKey(publicKey.value);
    return await verifySignature(key, new Uint8Array(base64urlnopad.decode(signature)), bytes);
  } catch {
    // Bytes that are no key: nobody has signed with it.
    return false;
  }
}
