import { chmodSync, closeSync, existsSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";

import type { Bytes } from "../../shared/crypto/bytes.ts";
import { no, ok, type Result } from "../../shared/result.ts";
import type { VaultFailure } from "../../shared/shell.ts";
import { attempt } from "./failure.ts";
import { APPLICATION_ID, FORMAT_VERSION, PAGE_BYTES } from "./format.ts";
import { syncDirectory } from "./wipe.ts";

/** How long one call waits for another program that is writing, before it says so. */
const LOCK_TIMEOUT_MS = 250;

/**
 * Opens a database file of ours for writing, or begins one, and looks it through. Whatever is written to it is on the disk when
 * its transaction has ended, and what it lets go of is overwritten.
 */
export function openDatabase(path: string, schema: string): Result<DatabaseSync, VaultFailure> {
  const file = attempt(() => claimFile(path));
  if (!file.ok) return file;
  const opened = attempt(() => new DatabaseSync(path, { timeout: LOCK_TIMEOUT_MS }));
  if (!opened.ok) return opened;
  const database = opened.value;
  const ready = attempt(() => {
    database.exec(`
      PRAGMA page_size = ${PAGE_BYTES};
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA fullfsync = ON;
      PRAGMA secure_delete = ON;
      PRAGMA temp_store = MEMORY;
      PRAGMA trusted_schema = OFF;
      PRAGMA cell_size_check = ON;`);
    begin(database, schema);
    return isSound(database);
  });
  if (ready.ok && ready.value) return ok(database);
  database.close();
  return ready.ok ? no("vault-damaged") : ready;
}

/** Makes the tables of a file that has none yet. Another window may be doing the same. */
export function begin(database: DatabaseSync, schema: string): void {
  if (isBegun(database)) return;
  transact(database, () => {
    if (isBegun(database)) return;
    database.exec(`${schema}
      PRAGMA application_id = ${APPLICATION_ID};
      PRAGMA user_version = ${FORMAT_VERSION};`);
  });
}

/** Opens a copy of a database in memory; nothing becomes of the file. Null where SQLite can make nothing of it. */
export function openCopy(image: Bytes): DatabaseSync | null {
  const database = new DatabaseSync(":memory:");
  const sound = attempt(() => {
    const copy = image.slice();
    // What lies in memory has no log beside it; a header that names one could not be opened.
    copy.set([1, 1], 18);
    database.deserialize(copy);
    return isSound(database);
  });
  if (sound.ok && sound.value) return database;
  database.close();
  return null;
}

/** Does everything or nothing. Throws what SQLite throws. */
export function transact(database: DatabaseSync, change: () => void): void {
  database.exec("BEGIN IMMEDIATE");
  try {
    change();
    database.exec("COMMIT");
  } catch (error) {
    // Some failures have ended the transaction already.
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}

/**
 * Leaves nothing in a file and its log but what is kept now. Overwriting what is deleted is not enough: where SQLite has moved rows
 * to another page to make room, copies of them stay in the gaps. So all pages are written anew from the rows there are.
 */
export function leaveNothing(database: DatabaseSync): Result<null, VaultFailure> {
  const emptied = attempt(() => {
    database.exec("VACUUM");
    return database.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get()?.["busy"];
  });
  if (!emptied.ok) return emptied;
  return emptied.value === 0 ? ok(null) : no("vault-locked");
}

function isBegun(database: DatabaseSync): boolean {
  return database.prepare("PRAGMA user_version").get()?.["user_version"] !== 0;
}

function isSound(database: DatabaseSync): boolean {
  return database.prepare("PRAGMA quick_check(1)").get()?.["quick_check"] === "ok";
}

/** Sees to it that nobody else on this computer can read the file, also before SQLite writes the first byte into it. */
function claimFile(path: string): void {
  if (existsSync(path)) {
    chmodSync(path, 0o600);
    return;
  }
  closeSync(openSync(path, "wx", 0o600));
  syncDirectory(dirname(path));
}
