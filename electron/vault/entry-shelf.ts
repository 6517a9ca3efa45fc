import type { Bytes } from "../../shared/crypto/bytes.ts";
import { sameBytes } from "../../shared/crypto/bytes.ts";
import type { FeedId } from "../../shared/feed/ids.ts";
import type { StoredEntry } from "../../shared/shell.ts";
import { checkOf } from "./format.ts";
import type { RawRow } from "./raw-rows.ts";
import type { Shelf } from "./shelf.ts";

/** A place is the number of its feed in this file, times this, plus its `seq`: rows lie feed by feed and need no index. */
const SEQS = 2 ** 32;
const MOST_FEEDS = 2 ** 21;

/** Whether a place can be kept at all. */
export function hasPlace({ seq }: StoredEntry): boolean {
  return Number.isInteger(seq) && seq >= 0 && seq < SEQS;
}

/** The entries of one meeting. A feed's name is kept twice, in its table and in that table's index, on different pages. */
export const entryShelf: Shelf<StoredEntry> = {
  schema: `
    CREATE TABLE feeds (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
    CREATE TABLE entries (place INTEGER PRIMARY KEY, mark BLOB NOT NULL, bytes BLOB NOT NULL);`,

  put(database, rows) {
    const find = database.prepare("SELECT number FROM feeds WHERE name = ?");
    const add = database.prepare("INSERT INTO feeds (name) VALUES (?) RETURNING number");
    const put = database.prepare("INSERT OR REPLACE INTO entries (place, mark, bytes) VALUES (?, ?, ?)");
    const numbers = new Map<FeedId, number>();
    for (const { feed, seq, bytes } of rows) {
      const number = numbers.get(feed) ?? Number((find.get(feed) ?? add.get(feed))?.["number"]);
      if (!(number < MOST_FEEDS)) throw new RangeError("a meeting has no room for so many feeds");
      numbers.set(feed, number);
      put.run(number * SEQS + seq, markOf(feed, seq, bytes), bytes);
    }
  },

  read(database) {
    const names = namesByNumber(
      database
        .prepare("SELECT number, name FROM feeds")
        .all()
        .map(({ number, name }) => [number, name]),
    );
    const rows: StoredEntry[] = [];
    let damaged = false;
    for (const { place, mark, bytes } of database
      .prepare("SELECT place, mark, bytes FROM entries ORDER BY place")
      .iterate()) {
      const [entry] = entriesAt(names, place, mark, bytes);
      if (entry === undefined) damaged = true;
      else rows.push(entry);
    }
    return { rows, damaged };
  },

  recognise(raw) {
    const names = namesByNumber(raw.map(feedOf));
    // One place can lie on two pages, where a page was copied before it was lost; the later copy is the newer one.
    const found = new Map<number, StoredEntry>();
    for (const { rowNumber, values } of raw) {
      const [place, mark, bytes, ...more] = values;
      if (rowNumber === null || place !== null || more.length > 0) continue;
      const [entry] = entriesAt(names, rowNumber, mark, bytes);
      if (entry !== undefined) found.set(rowNumber, entry);
    }
    return [...found].sort(([a], [b]) => a - b).map(([, entry]) => entry);
  },
};

/** The entry at a place, if one of the names that its feed may have bears out its mark. */
function entriesAt(
  names: ReadonlyMap<number, ReadonlySet<string>>,
  place: unknown,
  mark: unknown,
  bytes: unknown,
): readonly StoredEntry[] {
  if (typeof place !== "number" || !isBytes(mark) || !isBytes(bytes)) return [];
  const seq = place % SEQS;
  // The mark says that this is the feed it was written for, and what was written was a feed's name.
  const feeds = [...(names.get(Math.floor(place / SEQS)) ?? [])] as FeedId[];
  return feeds.filter((feed) => sameBytes(mark, markOf(feed, seq, bytes))).map((feed) => ({ feed, seq, bytes }));
}

function namesByNumber(
  rows: readonly (readonly [unknown, unknown] | null)[],
): ReadonlyMap<number, ReadonlySet<string>> {
  const names = new Map<number, Set<string>>();
  for (const row of rows) {
    const [number, name] = row ?? [];
    if (typeof number === "number" && typeof name === "string")
      names.set(number, (names.get(number) ?? new Set()).add(name));
  }
  return names;
}

/** A feed's number and name, from its row in the table or from the one in the index. */
function feedOf({ rowNumber, values }: RawRow): readonly [unknown, unknown] | null {
  const [first, second] = values;
  if (values.length !== 2) return null;
  return rowNumber === null ? [second, first] : [rowNumber, second];
}

function markOf(feed: FeedId, seq: number, bytes: Bytes): Bytes {
  return checkOf(`${feed}\n${seq}`, bytes);
}

function isBytes(value: unknown): value is Bytes {
  return value instanceof Uint8Array;
}
