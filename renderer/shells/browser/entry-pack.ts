import { sameBytes, type Bytes } from "../../../shared/crypto/bytes.ts";
import type { FeedId } from "../../../shared/feed/ids.ts";
import type { StoredEntry } from "../../../shared/shell.ts";

/** Before each entry: the length of its feed's name (u16), its `seq` (u64), the length of its bytes (u32). */
const HEAD_BYTES = 14;

/** Entries as bytes: of each its head, its feed's name as UTF-8 and its bytes. Numbers are big-endian. */
export function encodeEntries(entries: readonly StoredEntry[]): Bytes {
  const parts = entries.map(({ feed, seq, bytes }) => ({ name: new TextEncoder().encode(feed), seq, bytes }));
  const pack = new Uint8Array(
    parts.reduce((size, { name, bytes }) => size + HEAD_BYTES + name.length + bytes.length, 0),
  );
  const view = new DataView(pack.buffer);
  let at = 0;
  for (const { name, seq, bytes } of parts) {
    view.setUint16(at, name.length);
    view.setBigUint64(at + 2, BigInt(seq));
    view.setUint32(at + 10, bytes.length);
    pack.set(name, at + HEAD_BYTES);
    pack.set(bytes, at + HEAD_BYTES + name.length);
    at += HEAD_BYTES + name.length + bytes.length;
  }
  return pack;
}

/** The entries of a pack; null for bytes that are none. */
export function decodeEntries(pack: Bytes): readonly StoredEntry[] | null {
  const view = new DataView(pack.buffer, pack.byteOffset, pack.byteLength);
  const entries: StoredEntry[] = [];
  const names = new FeedNames();
  let at = 0;
  while (at < pack.length) {
    if (at + HEAD_BYTES > pack.length) return null;
    const nameEnd = at + HEAD_BYTES + view.getUint16(at);
    const end = nameEnd + view.getUint32(at + 10);
    if (end > pack.length) return null;
    const feed = names.read(pack.subarray(at + HEAD_BYTES, nameEnd));
    entries.push({ feed, seq: Number(view.getBigUint64(at + 2)), bytes: pack.slice(nameEnd, end) });
    at = end;
  }
  return entries;
}

/** Reads each name once where many entries of one feed follow each other: they mostly do. */
class FeedNames {
  #bytes: Bytes = new Uint8Array(0);
  // What was put into a pack was the name of a feed.
  #name = "" as FeedId;

  read(bytes: Bytes): FeedId {
    if (!sameBytes(bytes, this.#bytes)) {
      this.#bytes = bytes;
      this.#name = new TextDecoder().decode(bytes) as FeedId; // likewise
    }
    return this.#name;
  }
}
