import { existsSync, renameSync, rmSync } from "node:fs";
import { basename, dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";

import type { Result } from "../../shared/result.ts";
import type { VaultFailure } from "../../shared/shell.ts";
import { begin, transact } from "./database.ts";
import { carryOut } from "./failure.ts";
import { PAGE_BYTES } from "./format.ts";
import type { Shelf } from "./shelf.ts";
import { filesBeginning, syncDirectory, wipe } from "./wipe.ts";

/**
 * Puts a fresh file with what could be recovered in the place of a damaged one, which stays beside it as
 * `<name>.damaged-<n>.sqlite`. Interrupted at any moment, it leaves either the damaged file where it was, or a complete
 * fresh one that `finishRenewal` puts in its place.
 */
export function renew<Row>(path: string, shelf: Shelf<Row>, rows: readonly Row[]): Result<null, VaultFailure> {
  return carryOut(() => {
    const beginning = `${baseOf(path)}.recovering`;
    rmSync(beginning, { force: true });
    const database = new DatabaseSync(beginning);
    try {
      database.exec(
        `PRAGMA page_size = ${PAGE_BYTES}; PRAGMA secure_delete = ON; PRAGMA synchronous = FULL; PRAGMA journal_mode = MEMORY`,
      );
      begin(database, shelf.schema);
      transact(database, () => shelf.put(database, rows));
    } finally {
      database.close();
    }
    renameSync(beginning, recoveredOf(path));
    finishRenewal(path);
  });
}

/** Puts a recovered file that is complete into its place. */
export function finishRenewal(path: string): void {
  if (!existsSync(recoveredOf(path))) return;
  syncDirectory(dirname(path));
  const damaged = nameForDamaged(path);
  // The log first: as long as the damaged file has its name, it is clear where its log belongs.
  if (existsSync(`${path}-wal`)) renameSync(`${path}-wal`, `${damaged}-wal`);
  rmSync(`${path}-shm`, { force: true });
  if (existsSync(path)) renameSync(path, damaged);
  syncDirectory(dirname(path));
  renameSync(recoveredOf(path), path);
  syncDirectory(dirname(path));
}

/** Removes what was kept beside: damaged files and unfinished fresh ones may hold what is to be gone. */
export function dropDamaged(path: string): void {
  const base = basename(baseOf(path));
  wipe([".damaged-", ".recovering"].flatMap((beside) => filesBeginning(dirname(path), base + beside)));
}

/** The file that holds what is kept now: a recovered one that is complete stands for the damaged one already. */
export function placeToRead(path: string): string {
  return existsSync(recoveredOf(path)) ? recoveredOf(path) : path;
}

function nameForDamaged(path: string): string {
  for (let count = 1; ; count += 1) {
    const name = `${baseOf(path)}.damaged-${count}.sqlite`;
    if (!existsSync(name)) return name;
  }
}

function recoveredOf(path: string): string {
  return `${baseOf(path)}.recovered`;
}

function baseOf(path: string): string {
  return path.slice(0, -".sqlite".length);
}
