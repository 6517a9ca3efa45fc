import type { Bytes } from "../../shared/crypto/bytes.ts";
import { sameBytes } from "../../shared/crypto/bytes.ts";
import type { KeptRecord } from "../../shared/shell.ts";
import { checkOf } from "./format.ts";
import type { Shelf } from "./shelf.ts";

/** The sealed records of a device: its meetings and its voices, each under its name. */
export const recordShelf: Shelf<KeptRecord> = {
  schema: "CREATE TABLE records (name TEXT NOT NULL PRIMARY KEY, mark BLOB NOT NULL, sealed BLOB NOT NULL);",

  put(database, rows) {
    const put = database.prepare("INSERT OR REPLACE INTO records (name, mark, sealed) VALUES (?, ?, ?)");
    for (const { name, sealed } of rows) put.run(name, checkOf(name, sealed), sealed);
  },

  read(database) {
    const kept = database.prepare("SELECT name, mark, sealed FROM records").all();
    const rows = kept.flatMap(({ name, mark, sealed }) => recordOf(name, mark, sealed));
    return { rows, damaged: rows.length < kept.length };
  },

  recognise(raw) {
    const found = new Map<string, KeptRecord>();
    for (const { rowNumber, values } of raw) {
      const [name, mark, sealed, ...more] = values;
      if (rowNumber === null || more.length > 0) continue;
      for (const record of recordOf(name, mark, sealed)) found.set(record.name, record);
    }
    return [...found.values()];
  },
};

function recordOf(name: unknown, mark: unknown, sealed: unknown): readonly KeptRecord[] {
  if (typeof name !== "string" || !isBytes(mark) || !isBytes(sealed)) return [];
  return sameBytes(mark, checkOf(name, sealed)) ? [{ name, sealed }] : [];
}

function isBytes(value: unknown): value is Bytes {
  return value instanceof Uint8Array;
}
