import type { Bytes } from "../../../shared/crypto/bytes.ts";
import { open, seal } from "../../../shared/crypto/seal.ts";
import type { FeedId } from "../../../shared/feed/ids.ts";
import { no, ok, type Result } from "../../../shared/result.ts";
import type { KeptEntries, StoredEntry, VaultFailure } from "../../../shared/shell.ts";
import type { Kept } from "./erasable-database.ts";
import { decodeEntries, encodeEntries } from "./entry-pack.ts";
import type { Fill, Shape } from "./generations.ts";
import { read, write } from "./transactions.ts";

const PACKS = "packs";

/** A pack that is made of many is no larger, so that the browser keeps it in the database and not as a file beside it. */
const PACK_BYTES = 48 * 1024;

/**
 * How the entries of one meeting lie in its database: in sealed packs, numbered as they came. An append is a pack of its own;
 * when the database is made anew they become few large ones. What a later pack has for a place counts.
 */
export function entriesShape(name: string): Shape {
  return {
    name,
    version: 1,
    createStores(database) {
      database.createObjectStore(PACKS, { autoIncrement: true });
    },
  };
}

/** Puts entries into their places, all or none. */
export async function putEntries(
  { database, key }: Kept,
  entries: readonly StoredEntry[],
): Promise<Result<null, VaultFailure>> {
  if (!entries.every(hasPlace)) return no("vault-unavailable");
  const sealed = await seal(key, encodeEntries(entries));
  return write(database, [PACKS], (transaction) => transaction.objectStore(PACKS).add(sealed));
}

/** Every entry, each feed in ascending `seq`. */
export async function readEntries({ database, key }: Kept): Promise<Result<KeptEntries, VaultFailure>> {
  const packs = await readPacks(database);
  if (!packs.ok) return packs;
  const places = new Map<FeedId, Map<number, StoredEntry>>();
  let damaged = packs.value.damaged;
  for (const opened of await Promise.all(packs.value.sealed.map((sealed) => open(key, sealed)))) {
    const entries = opened.ok ? decodeEntries(opened.value) : null;
    if (entries === null) damaged = true;
    for (const entry of entries ?? []) {
      const feed = places.get(entry.feed);
      if (feed === undefined) places.set(entry.feed, new Map([[entry.seq, entry]]));
      else feed.set(entry.seq, entry);
    }
  }
  const entries = [...places.values()].flatMap((feed) => [...feed.values()].toSorted((a, b) => a.seq - b.seq));
  return ok({ entries, damaged });
}

/** What a new database of the meeting begins with: what the old one has, with other entries in some places. */
export async function entriesWith(
  old: Kept,
  replaced: readonly StoredEntry[],
  key: CryptoKey,
): Promise<Result<Fill, VaultFailure>> {
  if (!replaced.every(hasPlace)) return no("vault-unavailable");
  const kept = await readEntries(old);
  if (!kept.ok) return kept;
  const others = new Map(replaced.map((entry) => [`${entry.feed} ${entry.seq}`, entry]));
  const stay = kept.value.entries.filter(({ feed, seq }) => !others.has(`${feed} ${seq}`));
  const packs = inPacks([...stay, ...others.values()]).map((pack) => seal(key, encodeEntries(pack)));
  // What could not be read stays unreadable, and stays said: a pack that nobody can open is handed on in its place.
  const sealed = [...(await Promise.all(packs)), ...(kept.value.damaged ? [new Uint8Array(1)] : [])];
  return ok((transaction) => {
    for (const pack of sealed) transaction.objectStore(PACKS).add(pack);
  });
}

/** Nothing is taken that could not be found again. */
function hasPlace({ seq }: StoredEntry): boolean {
  return Number.isSafeInteger(seq) && seq >= 0;
}

function inPacks(entries: readonly StoredEntry[]): readonly (readonly StoredEntry[])[] {
  const packs: StoredEntry[][] = [];
  let room = 0;
  for (const entry of entries) {
    const size = encodeEntries([entry]).length;
    const last = packs.at(-1);
    if (last === undefined || size > room) {
      packs.push([entry]);
      room = PACK_BYTES - size;
    } else {
      last.push(entry);
      room -= size;
    }
  }
  return packs;
}

interface SealedPacks {
  readonly sealed: readonly Bytes[];
  readonly damaged: boolean;
}

async function readPacks(database: IDBDatabase): Promise<Result<SealedPacks, VaultFailure>> {
  const all = await read(database, [PACKS], (transaction) => [
    // Only this module writes here: bytes.
    transaction.objectStore(PACKS).getAll() as IDBRequest<Bytes[]>,
  ]);
  if (all.ok) return ok({ sealed: all.value[0], damaged: false });
  // Where one pack cannot be read the browser answers for none: then each is asked for by itself.
  const keys = await read(database, [PACKS], (transaction) => [transaction.objectStore(PACKS).getAllKeys()]);
  if (!keys.ok) return all;
  const sealed: Bytes[] = [];
  for (const key of keys.value[0]) {
    const one = await read(database, [PACKS], (transaction) => [
      transaction.objectStore(PACKS).get(key) as IDBRequest<Bytes | undefined>, // likewise
    ]);
    if (one.ok && one.value[0] !== undefined) sealed.push(one.value[0]);
  }
  return sealed.length === 0 ? all : ok({ sealed, damaged: true });
}
