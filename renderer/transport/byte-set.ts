import { sameBytes, type Bytes } from "../../shared/crypto/bytes.ts";

/**
 * A set of byte strings, compared by content. The hash that sorts them into buckets is seeded by chance, so nobody can
 * prepare strings that share one; equality decides, so nobody can pass one string off as another.
 */
export class ByteSet {
  readonly #buckets = new Map<number, Bytes | Bytes[]>();
  readonly #seed = crypto.getRandomValues(new Uint32Array(2));
  #size = 0;
  #totalBytes = 0;

  get size(): number {
    return this.#size;
  }

  /** The length of all members together. */
  get totalBytes(): number {
    return this.#totalBytes;
  }

  has(bytes: Bytes): boolean {
    const bucket = this.#buckets.get(this.#hash(bytes));
    if (bucket === undefined) return false;
    return Array.isArray(bucket) ? bucket.some((member) => sameBytes(member, bytes)) : sameBytes(bucket, bytes);
  }

  /** Adds a string; false if it was a member already. The string must not change afterwards. */
  add(bytes: Bytes): boolean {
    const hash = this.#hash(bytes);
    const bucket = this.#buckets.get(hash);
    if (bucket === undefined) {
      this.#buckets.set(hash, bytes);
    } else if (Array.isArray(bucket)) {
      if (bucket.some((member) => sameBytes(member, bytes))) return false;
      bucket.push(bytes);
    } else {
      if (sameBytes(bucket, bytes)) return false;
      this.#buckets.set(hash, [bucket, bytes]);
    }
    this.#size += 1;
    this.#totalBytes += bytes.length;
    return true;
  }

  /** Takes a string out, if it is a member. */
  delete(bytes: Bytes): void {
    const hash = this.#hash(bytes);
    const bucket = this.#buckets.get(hash);
    const members = bucket === undefined ? [] : Array.isArray(bucket) ? bucket : [bucket];
    const rest = members.filter((member) => !sameBytes(member, bytes));
    if (rest.length === members.length) return;
    if (rest.length === 0) this.#buckets.delete(hash);
    else this.#buckets.set(hash, rest);
    this.#size -= 1;
    this.#totalBytes -= bytes.length;
  }

  /** Two lanes of multiply-and-xor (after cyrb53), joined to 53 bits. */
  #hash(bytes: Bytes): number {
    let high = 0xdeadbeef ^ (this.#seed[0] ?? 0);
    let low = 0x41c6ce57 ^ (this.#seed[1] ?? 0);
    for (const byte of bytes) {
      high = Math.imul(high ^ byte, 2654435761);
      low = Math.imul(low ^ byte, 1597334677);
    }
    high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
    low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
    return 4294967296 * (2097151 & low) + (high >>> 0);
  }
}
