import { joinBytes, type Bytes } from "../../shared/crypto/bytes.ts";
import { PAGE_BYTES } from "./format.ts";
import { pageOf } from "./page-image.ts";

/** One value as SQLite keeps it; null also for a real number, which no table of ours has. */
export type RawValue = Bytes | number | string | null;

/** One row as it lies on a page: of a table with its row number, of an index without. */
export interface RawRow {
  readonly rowNumber: number | null;
  readonly values: readonly RawValue[];
}

const TABLE_LEAF = 0x0d;
const INDEX_LEAF = 0x0a;
const INDEX_INNER = 0x02;

/**
 * Every row that lies whole on any page of a database image, whatever became of the pages that lead there
 * (https://sqlite.org/fileformat2.html). Rows are only plausible: the caller decides by their check which are real.
 */
export function rawRows(image: Bytes): readonly RawRow[] {
  const rows: RawRow[] = [];
  for (let number = 1; number * PAGE_BYTES <= image.length; number += 1) {
    const page = pageOf(image, number);
    if (page !== null) rows.push(...rowsOn(image, page, number === 1 ? 100 : 0));
  }
  return rows;
}

function rowsOn(image: Bytes, page: Bytes, start: number): readonly RawRow[] {
  const kind = page[start];
  if (kind !== TABLE_LEAF && kind !== INDEX_LEAF && kind !== INDEX_INNER) return [];
  const view = new DataView(page.buffer, page.byteOffset, page.length);
  const pointers = start + (kind === INDEX_INNER ? 12 : 8);
  const most = Math.floor((PAGE_BYTES - pointers) / 2);
  const count = Math.min(view.getUint16(start + 3), most);
  const rows: RawRow[] = [];
  for (let cell = 0; cell < count; cell += 1) {
    const at = view.getUint16(pointers + cell * 2);
    const row = rowAt(image, page, kind === INDEX_INNER ? at + 4 : at, kind === TABLE_LEAF);
    if (row !== null) rows.push(row);
  }
  return rows;
}

function rowAt(image: Bytes, page: Bytes, at: number, isTable: boolean): RawRow | null {
  const length = readVarint(page, at);
  if (length === null) return null;
  const rowNumber = isTable ? readVarint(page, length.next) : null;
  if (isTable && rowNumber === null) return null;
  const record = contentAt(image, page, rowNumber?.next ?? length.next, length.value, isTable);
  const values = record === null ? null : valuesOf(record);
  return values === null ? null : { rowNumber: rowNumber?.value ?? null, values };
}

/** A cell's content: what lies on the page, and the rest on the overflow pages it leads to. */
function contentAt(image: Bytes, page: Bytes, start: number, length: number, isTable: boolean): Bytes | null {
  if (length > image.length) return null;
  const usable = PAGE_BYTES;
  const most = isTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const wanted = least + ((length - least) % (usable - 4));
  const local = length <= most ? length : wanted <= most ? wanted : least;
  const parts = [page.subarray(start, start + local)];
  if (parts[0]?.length !== local) return null;
  let next = local === length ? 0 : readUint32(page, start + local);
  for (let missing = length - local; missing > 0; missing -= usable - 4) {
    const overflow = next === null ? null : pageOf(image, next);
    if (overflow === null) return null;
    parts.push(overflow.subarray(4, 4 + Math.min(missing, usable - 4)));
    next = readUint32(overflow, 0);
  }
  return joinBytes(...parts);
}

/** A record's values, by the types its header names. */
function valuesOf(record: Bytes): readonly RawValue[] | null {
  const header = readVarint(record, 0);
  if (header === null || header.value > record.length) return null;
  const values: RawValue[] = [];
  let at = header.value;
  for (let typeAt = header.next; typeAt < header.value;) {
    const type = readVarint(record, typeAt);
    if (type === null) return null;
    const length = lengthOf(type.value);
    if (at + length > record.length) return null;
    values.push(valueOf(type.value, record.slice(at, at + length)));
    at += length;
    typeAt = type.next;
  }
  return values;
}

function lengthOf(type: number): number {
  if (type >= 12) return Math.floor((type - 12) / 2);
  return [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0][type] ?? 0;
}

function valueOf(type: number, bytes: Bytes): RawValue {
  if (type >= 12) return type % 2 === 0 ? bytes : new TextDecoder().decode(bytes);
  if (type === 8 || type === 9) return type - 8;
  if (bytes.length === 0 || type === 7) return null;
  // Two's complement, big end first.
  return bytes.reduce((value, byte) => value * 256 + byte, (bytes[0] ?? 0) >= 128 ? -1 : 0);
}

function readVarint(bytes: Bytes, at: number): { readonly value: number; readonly next: number } | null {
  let value = 0;
  for (let length = 1; length <= 9; length += 1) {
    const byte = bytes[at + length - 1];
    if (byte === undefined) return null;
    value = length === 9 ? value * 256 + byte : value * 128 + (byte & 0x7f);
    if (length === 9 || byte < 0x80) return { value, next: at + length };
  }
  return null;
}

function readUint32(bytes: Bytes, at: number): number | null {
  return at + 4 > bytes.length ? null : new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0);
}
