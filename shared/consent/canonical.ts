import canonicalize from "canonicalize";
import { sha256 } from "../crypto/keys.ts";
import type { Bytes } from "../crypto/bytes.ts";

/**
 * The one text of a JSON value (RFC 8785): the same on every laptop and in every programming language. Throws for a
 * value that has none, such as one with half a surrogate pair in it; the schemas keep those out.
 */
export function canonicalText(value: object): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("not a JSON value");
  return text;
}

/** The SHA-256 of the UTF-8 of the canonical text. */
export async function canonicalHash(value: object): Promise<Bytes> {
  return sha256(new TextEncoder().encode(canonicalText(value)));
}

/** Text with a canonical form: each half of a broken surrogate pair becomes U+FFFD, the replacement character. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}
