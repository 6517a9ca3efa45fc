import type { Bytes } from "../crypto/bytes.ts";

const ONE_BYTE_EACH = new TextDecoder("latin1");

/** Bytes as text with one character for each byte, in which ASCII is itself: to find places in them, not to read words. */
export function latinText(bytes: Bytes): string {
  return ONE_BYTE_EACH.decode(bytes);
}
