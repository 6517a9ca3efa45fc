import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { openDatabase, transact } from "../../../../electron/vault/database.ts";
import { entryShelf } from "../../../../electron/vault/entry-shelf.ts";
import { attempt, carryOut } from "../../../../electron/vault/failure.ts";
import { APPLICATION_ID, FORMAT_VERSION, originOf } from "../../../../electron/vault/format.ts";
import { readImage } from "../../../../electron/vault/page-image.ts";
import { entry, samiras } from "../../../contract/kept.ts";

let directory: string;
let path: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "polyphony-database-"));
  path = join(directory, "meeting.sqlite");
});

afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

function opened() {
  const database = openDatabase(path, entryShelf.schema);
  if (!database.ok) throw new Error(database.reason);
  return database.value;
}

describe("a meeting's database", () => {
  it("waits for the disk at every transaction, and overwrites what it deletes", () => {
    const database = opened();
    const says = (pragma: string) => Object.values(database.prepare(`PRAGMA ${pragma}`).get() ?? {})[0];
    expect(says("journal_mode")).toBe("wal");
    expect(says("synchronous")).toBe(2); // FULL
    expect(says("fullfsync")).toBe(1);
    expect(says("secure_delete")).toBe(1);
    expect(says("application_id")).toBe(APPLICATION_ID);
    expect(says("user_version")).toBe(FORMAT_VERSION);
    database.close();
  });

  it("that may not grow takes nothing of what does not fit, and has everything from before", () => {
    const database = opened();
    transact(database, () => entryShelf.put(database, [entry(samiras, 0)]));
    const pages = Number(database.prepare("PRAGMA page_count").get()?.["page_count"]);
    database.exec(`PRAGMA max_page_count = ${pages + 3}`);
    const long = [entry(samiras, 1), entry(samiras, 2, "words ".repeat(10_000))];
    expect(carryOut(() => transact(database, () => entryShelf.put(database, long)))).toEqual({
      ok: false,
      reason: "vault-full",
    });
    expect(entryShelf.read(database)).toEqual({ rows: [entry(samiras, 0)], damaged: false });
    transact(database, () => entryShelf.put(database, [entry(samiras, 1)]));
    expect(entryShelf.read(database).rows).toEqual([entry(samiras, 0), entry(samiras, 1)]);
    database.close();
  });

  it("says of a row that was changed behind its back that it is missing", () => {
    const database = opened();
    transact(database, () => entryShelf.put(database, [entry(samiras, 0), entry(samiras, 1)]));
    database.exec("UPDATE entries SET bytes = x'00' WHERE place % 2 = 1");
    expect(entryShelf.read(database)).toEqual({ rows: [entry(samiras, 0)], damaged: true });
    database.close();
  });

  it("is read with its log as SQLite reads it, while it is open and without touching it", () => {
    const database = opened();
    transact(database, () => entryShelf.put(database, [entry(samiras, 0)]));
    const { whole, beyond } = readImage(path);
    expect(originOf(whole.subarray(0, 4096))).toBe("ours");
    expect(beyond).toBeNull();
    expect(Buffer.from(whole).includes("words 0")).toBe(true);
    database.close();
    expect(Buffer.from(readImage(path).whole).equals(whole)).toBe(true);
  });
});

describe("whose a file is", () => {
  it("is not ours when it is anything else", () => {
    expect(originOf(new Uint8Array(0))).toBe("new");
    expect(originOf(new Uint8Array(50))).toBe("unknown");
    expect(originOf(new Uint8Array(4096).fill(7))).toBe("unknown");
  });
});

describe("what cannot be done", () => {
  it.each([
    ["vault-full", { code: "ENOSPC" }],
    ["vault-read-only", { code: "EROFS" }],
    ["vault-unavailable", { code: "EIO" }],
    ["vault-locked", { code: "ERR_SQLITE_ERROR", errcode: 261 }], // BUSY_RECOVERY
    ["vault-full", { code: "ERR_SQLITE_ERROR", errcode: 4874 }], // IOERR_SHMSIZE
    ["vault-damaged", { code: "ERR_SQLITE_ERROR", errcode: 267 }], // CORRUPT_VTAB
    ["vault-unavailable", { code: "ERR_SQLITE_ERROR", errcode: 1 }], // ERROR
  ])("comes back as %s", (reason, error) => {
    expect(
      attempt(() => {
        throw Object.assign(new Error("as SQLite or the system says it"), error);
      }),
    ).toEqual({ ok: false, reason });
  });
});
