import { webcrypto } from "node:crypto";

/** What somebody finds who has the disk of a laptop and tries every key that lies on it; null where none of them opens it. */
export async function openedWithAny(
  keys: readonly (readonly number[])[],
  sealed: readonly number[],
): Promise<Buffer | null> {
  const bytes = Uint8Array.from(sealed);
  for (const raw of keys) {
    const key = await webcrypto.subtle.importKey("raw", Uint8Array.from(raw), "AES-GCM", false, ["decrypt"]);
    const plain = await webcrypto.subtle
      .decrypt({ name: "AES-GCM", iv: bytes.subarray(0, 12) }, key, bytes.subarray(12))
      .catch(() => null);
    if (plain !== null) return Buffer.from(plain);
  }
  return null;
}

/** Those of the keys that are not among the others any more. */
export function goneFrom(
  before: readonly (readonly number[])[],
  after: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  return before.filter((key) => !after.some((one) => one.join() === key.join()));
}
