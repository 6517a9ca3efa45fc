import type { Bytes } from "../../../shared/crypto/bytes.ts";
import { open, seal } from "../../../shared/crypto/seal.ts";
import { no, ok, type Result } from "../../../shared/result.ts";
import type { KeptRecord, VaultFailure } from "../../../shared/shell.ts";
import type { Kept } from "./erasable-database.ts";
import type { Fill, Shape } from "./generations.ts";
import { read, write } from "./transactions.ts";

const RECORDS = "records";
const KEYS = "keys";
const SEALING = "sealing";

/** The one database that is not of a single meeting: the sealed records, and the key that seals them. */
export function mainShape(name: string): Shape {
  return {
    name,
    version: 1,
    createStores(database) {
      database.createObjectStore(RECORDS);
      database.createObjectStore(KEYS);
    },
  };
}

/** Keeps a record under its name, instead of the one before. */
export async function putRecord(kept: Kept, name: string, record: Bytes): Promise<Result<null, VaultFailure>> {
  const sealed = await seal(kept.key, record);
  return write(kept.database, [RECORDS], (transaction) => transaction.objectStore(RECORDS).put(sealed, name));
}

/** The records whose names begin with `prefix`, in order of name. One that cannot be opened any more is left out. */
export async function readRecords(kept: Kept, prefix: string): Promise<Result<readonly KeptRecord[], VaultFailure>> {
  const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
  // In one transaction, so that names and values are of the same moment.
  const found = await read(kept.database, [RECORDS], (transaction) => [
    // Only this module writes here: bytes under names.
    transaction.objectStore(RECORDS).getAllKeys(range) as IDBRequest<string[]>,
    transaction.objectStore(RECORDS).getAll(range) as IDBRequest<Bytes[]>, // likewise
  ]);
  if (!found.ok) return found;
  const [names, values] = found.value;
  const opened = await Promise.all(values.map((value) => open(kept.key, value)));
  return ok(
    names.flatMap((name, at) => {
      const record = opened[at];
      return record?.ok === true ? [{ name, sealed: record.value }] : [];
    }),
  );
}

/** What is kept of the sealing key, as it was put there; null where there is none yet. */
export async function readKept(kept: Kept): Promise<Result<Bytes | null, VaultFailure>> {
  const found = await read(kept.database, [KEYS], (transaction) => [
    // Only this module writes here: bytes.
    transaction.objectStore(KEYS).get(SEALING) as IDBRequest<Bytes | undefined>,
  ]);
  if (!found.ok) return found;
  const [sealed] = found.value;
  if (sealed === undefined) return ok(null);
  const opened = await open(kept.key, sealed);
  return opened.ok ? opened : no("vault-damaged");
}

/** Keeps the first sealing key. Where two windows do so at once, one of them fails and both then find the other's. */
export async function addKept(kept: Kept, value: Bytes): Promise<Result<null, VaultFailure>> {
  const sealed = await seal(kept.key, value);
  return write(kept.database, [KEYS], (transaction) => transaction.objectStore(KEYS).add(sealed, SEALING));
}

/** What a new database begins with: what the old one has, without some of the records, or with another way to keep the key. */
export async function mainWith(
  old: Kept,
  key: CryptoKey,
  change: { readonly without?: string; readonly sealing?: Bytes },
): Promise<Result<Fill, VaultFailure>> {
  const records = await readRecords(old, "");
  const present = await readKept(old);
  if (!records.ok) return records;
  if (!present.ok) return present;
  const { without, sealing = present.value } = change;
  const stay = records.value.filter(({ name }) => without === undefined || !name.startsWith(without));
  const sealed = await Promise.all(stay.map(async (record) => [record.name, await seal(key, record.sealed)] as const));
  const sealedSealing = sealing === null ? null : await seal(key, sealing);
  return ok((transaction) => {
    for (const [name, record] of sealed) transaction.objectStore(RECORDS).put(record, name);
    if (sealedSealing !== null) transaction.objectStore(KEYS).put(sealedSealing, SEALING);
  });
}
