import { accessSync, closeSync, constants, existsSync, openSync, readSync } from "node:fs";
import { basename, dirname } from "node:path";
import type { DatabaseSync } from "node:sqlite";

import { no, ok, type Result } from "../../shared/result.ts";
import type { VaultFailure } from "../../shared/shell.ts";
import { leaveNothing, openCopy, openDatabase, transact } from "./database.ts";
import { attempt, carryOut } from "./failure.ts";
import { originOf, PAGE_BYTES } from "./format.ts";
import { readImage } from "./page-image.ts";
import { rawRows } from "./raw-rows.ts";
import { dropDamaged, finishRenewal, placeToRead, renew } from "./renewal.ts";
import type { Kept, Shelf } from "./shelf.ts";
import { forgetFile } from "./wipe.ts";

/**
 * One database file with one shelf in it: opened when it is first needed, read as far as it can be whatever has become of it, and
 * written only where that is safe. A damaged file is left as it is until something new is to be kept.
 */
export class VaultFile<Row> {
  readonly #path: string;
  readonly #shelf: Shelf<Row>;
  #database: DatabaseSync | null = null;
  /** What SQLite can do nothing with; it lies there until it is renewed. */
  #isBroken = false;
  /** Whether this run has found that something is missing. */
  #hasLost = false;

  constructor(path: string, shelf: Shelf<Row>) {
    this.#path = path;
    this.#shelf = shelf;
  }

  /** Keeps rows, all or none, in the place of what was there. */
  put(rows: readonly Row[]): Result<null, VaultFailure> {
    return this.#change((database) => this.#shelf.put(database, rows));
  }

  /** Changes what is kept, all or nothing, and leaves nothing of what was there before. */
  changeForGood(change: (database: DatabaseSync) => void): Result<null, VaultFailure> {
    const changed = this.#change(change);
    if (!changed.ok || this.#database === null) return changed;
    const emptied = leaveNothing(this.#database);
    return emptied.ok ? carryOut(() => dropDamaged(this.#path)) : emptied;
  }

  /** Puts rows in the place of others, of which nothing is left. */
  replace(rows: readonly Row[]): Result<null, VaultFailure> {
    return this.changeForGood((database) => this.#shelf.put(database, rows));
  }

  /** Everything that can be read. "vault-damaged" where that is nothing although something was kept. */
  read(): Result<Kept<Row>, VaultFailure> {
    if (!this.exists()) return ok({ rows: [], damaged: this.#hasLost });
    const opened = this.#open();
    if (opened.ok) {
      const kept = attempt(() => this.#shelf.read(opened.value));
      if (kept.ok) return ok({ rows: kept.value.rows, damaged: kept.value.damaged || this.#hasLost });
      if (kept.reason !== "vault-damaged") return kept;
      this.#giveUp();
      return this.#readWithoutWriting();
    }
    switch (opened.reason) {
      case "vault-damaged":
      case "vault-full":
      case "vault-read-only":
        return this.#readWithoutWriting();
      default:
        return opened;
    }
  }

  /** Whether anything was ever kept here. */
  exists(): boolean {
    return existsSync(placeToRead(this.#path));
  }

  /** Removes the file and everything beside it, overwritten. */
  forget(): Result<null, VaultFailure> {
    if (this.exists()) {
      const opened = this.#open();
      // Another program that is writing must not find itself writing into nothing.
      const free = opened.ok ? carryOut(() => transact(opened.value, () => undefined)) : opened;
      // A file that is broken or has no room can be forgotten like any other.
      if (!free.ok && free.reason !== "vault-damaged" && free.reason !== "vault-full") return free;
    }
    this.close();
    this.#isBroken = false;
    this.#hasLost = false;
    return carryOut(() => forgetFile(dirname(this.#path), basename(this.#path, ".sqlite")));
  }

  /** Lets go of the file. */
  close(): void {
    this.#database?.close();
    this.#database = null;
  }

  #change(change: (database: DatabaseSync) => void): Result<null, VaultFailure> {
    const changed = this.#changeAsItIs(change);
    if (changed.ok || changed.reason !== "vault-damaged") return changed;
    this.#giveUp();
    const renewed = this.#renew();
    return renewed.ok ? this.#changeAsItIs(change) : renewed;
  }

  #changeAsItIs(change: (database: DatabaseSync) => void): Result<null, VaultFailure> {
    const opened = this.#open();
    if (!opened.ok) return opened;
    const { value: database } = opened;
    return carryOut(() => transact(database, () => change(database)));
  }

  #open(): Result<DatabaseSync, VaultFailure> {
    if (this.#database !== null) return ok(this.#database);
    if (this.#isBroken) return no("vault-damaged");
    const safe = attempt(() => whyNotToBeOpened(this.#path));
    if (!safe.ok) return safe;
    const opened = safe.value === null ? openDatabase(this.#path, this.#shelf.schema) : no(safe.value);
    if (opened.ok) this.#database = opened.value;
    else if (opened.reason === "vault-damaged") this.#isBroken = true;
    return opened;
  }

  #giveUp(): void {
    // A broken file may not even close in order.
    carryOut(() => this.close());
    this.#database = null;
    this.#isBroken = true;
  }

  #readWithoutWriting(): Result<Kept<Row>, VaultFailure> {
    const image = attempt(() => readImage(placeToRead(this.#path)));
    if (!image.ok) return image;
    const { whole, beyond } = image.value;
    if (originOf(whole) === "new" && beyond === null) return ok({ rows: [], damaged: this.#hasLost });
    const copy = beyond === null && originOf(whole) === "ours" ? openCopy(whole) : null;
    const kept = copy === null ? null : attempt(() => this.#shelf.read(copy));
    copy?.close();
    if (kept?.ok === true) return ok({ rows: kept.value.rows, damaged: kept.value.damaged || this.#hasLost });
    const rows = this.#shelf.recognise([...rawRows(whole), ...(beyond === null ? [] : rawRows(beyond))]);
    return rows.length === 0 ? no("vault-damaged") : ok({ rows, damaged: true });
  }

  #renew(): Result<null, VaultFailure> {
    const kept = this.#readWithoutWriting();
    if (!kept.ok && kept.reason !== "vault-damaged") return kept;
    const renewed = renew(this.#path, this.#shelf, kept.ok ? kept.value.rows : []);
    if (!renewed.ok) return renewed;
    this.#isBroken = false;
    this.#hasLost = true;
    return ok(null);
  }
}

/** What speaks against opening a file for writing, found out without touching it. */
function whyNotToBeOpened(path: string): VaultFailure | null {
  const exists = existsSync(placeToRead(path));
  const { origin, isLogBroken } = exists ? lookAt(placeToRead(path)) : { origin: "new", isLogBroken: false };
  if (origin === "newer") return "vault-newer";
  accessSync(dirname(path), constants.W_OK);
  finishRenewal(path);
  if (existsSync(path)) accessSync(path, constants.W_OK);
  return origin === "unknown" || isLogBroken ? "vault-damaged" : null;
}

function lookAt(path: string): { readonly origin: ReturnType<typeof originOf>; readonly isLogBroken: boolean } {
  // Only a program that was ended in the middle of things has left a log.
  if (existsSync(`${path}-wal`)) {
    const { whole, beyond } = readImage(path);
    return { origin: originOf(whole), isLogBroken: beyond !== null };
  }
  const firstPage = new Uint8Array(PAGE_BYTES);
  const handle = openSync(path, "r");
  try {
    return { origin: originOf(firstPage.subarray(0, readSync(handle, firstPage))), isLogBroken: false };
  } finally {
    closeSync(handle);
  }
}
