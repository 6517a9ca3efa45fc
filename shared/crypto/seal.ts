import { joinBytes, randomBytes, type Bytes } from "./bytes.ts";
import { no, ok, type Result } from "../result.ts";

const NONCE_BYTES = 12;

/** Seals bytes with AES-256-GCM under a random nonce: `nonce (12) ‖ ciphertext ‖ tag (16)`. */
export async function seal(key: CryptoKey, plain: Bytes): Promise<Bytes> {
  const nonce = randomBytes(NONCE_BYTES);
  const ciphertext = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, key, plain);
  return joinBytes(nonce, new Uint8Array(ciphertext));
}

/** Opens what `seal` made with the same key. Anything else, however slightly changed, is refused. */
export async function open(key: CryptoKey, sealed: Bytes): Promise<Result<Bytes, "seal-broken">> {
  if (sealed.length < NONCE_BYTES + 16) return no("seal-broken");
  try {
    const plain = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv: sealed.subarray(0, NONCE_BYTES) },
      key,
      sealed.subarray(NONCE_BYTES),
    );
    return ok(new Uint8Array(plain));
  } catch {
    // Web Crypto reports a wrong tag as an exception without detail; it is the one expected failure here.
    return no("seal-broken");
  }
}
