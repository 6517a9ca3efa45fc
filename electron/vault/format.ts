import { createHash } from "node:crypto";

import type { Bytes } from "../../shared/crypto/bytes.ts";

/** "Poly": says of a database file that it is one of ours. Kept in its header. */
export const APPLICATION_ID = 0x506f6c79;
/** The version of the format that this program writes. Kept in the header, as SQLite's user version. */
export const FORMAT_VERSION = 1;
/** Fixed, so that files can be read without SQLite where it gives up. */
export const PAGE_BYTES = 4096;

const MAGIC = "SQLite format 3\0";
const CHECK_BYTES = 8;

/** Whose a database file is, by its first page. `new`: nobody's yet, because whoever began it was interrupted. */
export type FileOrigin = "new" | "newer" | "ours" | "unknown";

/** Reads from a first page whose file it is. */
export function originOf(firstPage: Bytes): FileOrigin {
  if (firstPage.length < 100) return firstPage.length === 0 ? "new" : "unknown";
  const header = new DataView(firstPage.buffer, firstPage.byteOffset, 100);
  const magic = new TextDecoder("latin1").decode(firstPage.subarray(0, MAGIC.length));
  if (magic !== MAGIC || header.getUint16(16) !== PAGE_BYTES) return "unknown";
  const [version, application, schemaCookie] = [header.getUint32(60), header.getUint32(68), header.getUint32(40)];
  if (application === 0 && version === 0 && schemaCookie === 0) return "new";
  if (application !== APPLICATION_ID) return "unknown";
  return version > FORMAT_VERSION ? "newer" : "ours";
}

/**
 * A mark that a row is as it was written: the first 8 bytes of the SHA-256 of where it stands and what it holds. Disks
 * change bytes; SQLite notices that only where it happens to its own structure. No protection against anyone who means it.
 */
export function checkOf(place: string, bytes: Bytes): Bytes {
  const hash = createHash("sha256").update(`${place}\n`).update(bytes).digest();
  return new Uint8Array(hash.subarray(0, CHECK_BYTES));
}
