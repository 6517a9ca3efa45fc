/** Bytes that Web Crypto accepts as they are: a view on an ordinary, unshared buffer. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Whether two byte strings are the same. For public values only: it stops at the first difference. */
export function sameBytes(a: Bytes, b: Bytes): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** One byte string after the other. */
export function joinBytes(...parts: readonly Bytes[]): Bytes {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

/** `length` bytes from the platform's cryptographic random source. */
export function randomBytes(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}
