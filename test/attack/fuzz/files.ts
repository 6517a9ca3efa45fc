import { rawRows } from "../../../electron/vault/raw-rows.ts";
import { pageOf } from "../../../electron/vault/page-image.ts";
import { readLog } from "../../../electron/vault/write-ahead-log.ts";
import type { Bytes } from "../../../shared/crypto/bytes.ts";
import { mutated } from "./mutate.ts";
import type { Target } from "./target.ts";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** A database and its log as SQLite leaves them while they are open, with rows that fill one page and rows that fill many. */
async function realFiles(): Promise<{ readonly database: Bytes; readonly log: Bytes }> {
  const folder = await mkdtemp(join(tmpdir(), "polyphony-fuzz-"));
  const path = join(folder, "vault.sqlite");
  const open = new DatabaseSync(path);
  try {
    open.exec("PRAGMA journal_mode=WAL; CREATE TABLE kept (name TEXT PRIMARY KEY, sealed BLOB) WITHOUT ROWID;");
    open.exec("CREATE TABLE entry (seq INTEGER PRIMARY KEY, bytes BLOB); PRAGMA wal_checkpoint(TRUNCATE);");
    for (const size of [1, 300, 9000, 20_000]) {
      open.prepare("INSERT INTO kept VALUES (?, ?)").run(`record ${size}`, new Uint8Array(size).fill(size % 251));
      open.prepare("INSERT INTO entry (bytes) VALUES (?)").run(new Uint8Array(size));
      if (size === 300) open.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    return { database: new Uint8Array(await readFile(path)), log: new Uint8Array(await readFile(`${path}-wal`)) };
  } finally {
    open.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Readers of the vault's files, which somebody with the disk in hand may have changed. */
export const filesFromOutside: readonly Target[] = [
  {
    name: "damaged database",
    share: 10,
    prepare: async (chance) => {
      const { database } = await realFiles();
      return () => {
        const image = mutated([database], chance);
        rawRows(image);
        pageOf(image, chance.below(2 ** 31));
      };
    },
  },
  {
    name: "damaged write-ahead log",
    share: 10,
    prepare: async (chance) => {
      const { log } = await realFiles();
      return () => readLog(mutated([log], chance));
    },
  },
];
