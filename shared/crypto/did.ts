import { base58 } from "@scure/base";
import { joinBytes, type Bytes } from "./bytes.ts";
import { no, ok, type Result } from "../result.ts";

/** The multicodec prefix of an Ed25519 public key (0xed, as an unsigned varint). */
const ED25519_CODEC = new Uint8Array([0xed, 0x01]);
const PREFIX = "did:key:z";

/** The `did:key` of a raw Ed25519 public key of 32 bytes (W3C CCG did:key method, §3.1.2). */
export function didOfPublicKey(publicKey: Bytes): string {
  return PREFIX + base58.encode(joinBytes(ED25519_CODEC, publicKey));
}

/** The raw Ed25519 public key of 32 bytes that a `did:key` names. Only the canonical spelling of a key is read. */
export function publicKeyOfDid(did: string): Result<Bytes, "did-unreadable"> {
  if (!did.startsWith(PREFIX) || did.length > 64) return no("did-unreadable");
  let decoded: Bytes;
  try {
    decoded = new Uint8Array(base58.decode(did.slice(PREFIX.length)));
  } catch {
    return no("did-unreadable");
  }
  if (decoded.length !== 34 || decoded[0] !== 0xed || decoded[1] !== 0x01) return no("did-unreadable");
  return ok(decoded.slice(2));
}
