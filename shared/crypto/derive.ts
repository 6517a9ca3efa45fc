import type { Bytes } from "./bytes.ts";

/**
 * Derives independent keys from one secret with HKDF-SHA-256 (RFC 5869). `purpose` separates them: the same secret
 * gives unrelated bytes for different purposes.
 */
export async function deriveBytes(secret: Bytes, purpose: string, length: number): Promise<Bytes> {
  const base = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const bits = await crypto.subtle.deriveBits(hkdf(purpose), base, length * 8);
  return new Uint8Array(bits);
}

/** Like `deriveBytes`, as an AES-256-GCM key that cannot be exported. */
export async function deriveSealingKey(secret: Bytes, purpose: string): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
  return crypto.subtle.deriveKey(hkdf(purpose), base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

function hkdf(purpose: string) {
  return { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info: new TextEncoder().encode(purpose) };
}
