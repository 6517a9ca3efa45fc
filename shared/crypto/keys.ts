import type { Bytes } from "./bytes.ts";

/** A voice's key pair. Whoever holds the private key is that voice; it never leaves its device unsealed. */
export interface VoiceKeys {
  readonly publicKey: Bytes;
  readonly privateKey: CryptoKey;
}

/**
 * Makes a new Ed25519 key pair (RFC 8032). `pkcs8` is the private key for sealing into the vault; wipe it afterwards.
 * The returned key object cannot be exported.
 */
export async function createVoiceKeys(): Promise<{ readonly keys: VoiceKeys; readonly pkcs8: Bytes }> {
  // generateKey is declared with an unknown result because it differs by algorithm; for Ed25519 it is a pair.
  const pair = (await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"])) as CryptoKeyPair;
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey("pkcs8", pair.privateKey));
  const publicKey = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  return { keys: { publicKey, privateKey: await readPrivateKey(pkcs8) }, pkcs8 };
}

/** The private key of a PKCS #8 encoding, not exportable again. */
export async function readPrivateKey(pkcs8: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey("pkcs8", pkcs8, "Ed25519", false, ["sign"]);
}

/**
 * The public key for verifying, of its 32 raw bytes. Throws for bytes that are no key; where the platform does not look
 * whether they are a point of the curve, nothing verifies with the key.
 */
export async function readPublicKey(publicKey: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", publicKey, "Ed25519", true, ["verify"]);
}

/** The Ed25519 signature, 64 bytes, of `message`. */
export async function sign(privateKey: CryptoKey, message: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign("Ed25519", privateKey, message));
}

/** Whether `signature` is this key's over `message`. */
export async function verifySignature(publicKey: CryptoKey, signature: Bytes, message: Bytes): Promise<boolean> {
  return crypto.subtle.verify("Ed25519", publicKey, signature, message);
}

/** The SHA-256 of some bytes: 32 bytes. */
export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}
