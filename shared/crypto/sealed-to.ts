import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from "@hpke/core";
import { joinBytes, type Bytes } from "./bytes.ts";
import { no, ok, type Result } from "../result.ts";

/**
 * Bytes sealed to one receiver: HPKE (RFC 9180) in base mode with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and AES-256-GCM. The
 * result is the encapsulated key (32 bytes) followed by the ciphertext. It proves nothing about who sealed it: that is
 * for the signature on what carries it.
 */
const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

const ENCAPSULATED_BYTES = 32;

/** A key pair that others can seal to. */
export interface ReceivingKeys {
  readonly publicKey: Bytes;
  readonly privateKey: CryptoKey;
}

/** Makes a new X25519 key pair. `pkcs8` is the private key for sealing into the vault; wipe it afterwards. */
export async function createReceivingKeys(): Promise<{ readonly keys: ReceivingKeys; readonly pkcs8: Bytes }> {
  // generateKey is declared with an unknown result because it differs by algorithm; for X25519 it is a pair.
  const pair = (await crypto.subtle.generateKey("X25519", true, ["deriveBits"])) as CryptoKeyPair;
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey("pkcs8", pair.privateKey));
  const publicKey = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  return { keys: { publicKey, privateKey: await readReceivingKey(pkcs8) }, pkcs8 };
}

/** The private key of a PKCS #8 encoding. */
export async function readReceivingKey(pkcs8: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey("pkcs8", pkcs8, "X25519", false, ["deriveBits"]);
}

/** Seals bytes to whoever holds the private key of `publicKey`. `purpose` separates uses and binds what it is for. */
export async function sealTo(publicKey: Bytes, purpose: string, plain: Bytes): Promise<Bytes> {
  const sender = await suite.createSenderContext({
    recipientPublicKey: await crypto.subtle.importKey("raw", publicKey, "X25519", true, []),
    info: infoOf(purpose),
  });
  return joinBytes(new Uint8Array(sender.enc), new Uint8Array(await sender.seal(plain.buffer)));
}

/** Opens what was sealed to these keys for this purpose. Anything else is refused. */
export async function openSealedTo(
  { publicKey, privateKey }: ReceivingKeys,
  purpose: string,
  sealed: Bytes,
): Promise<Result<Bytes, "seal-broken">> {
  if (sealed.length <= ENCAPSULATED_BYTES) return no("seal-broken");
  try {
    const recipient = await suite.createRecipientContext({
      recipientKey: { privateKey, publicKey: await crypto.subtle.importKey("raw", publicKey, "X25519", true, []) },
      enc: sealed.slice(0, ENCAPSULATED_BYTES).buffer,
      info: infoOf(purpose),
    });
    return ok(new Uint8Array(await recipient.open(sealed.slice(ENCAPSULATED_BYTES).buffer)));
  } catch {
    // The library reports a wrong key or changed bytes as an exception; it is the one expected failure here.
    return no("seal-broken");
  }
}

function infoOf(purpose: string): ArrayBuffer {
  return new TextEncoder().encode(purpose).buffer;
}
