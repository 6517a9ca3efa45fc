import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { loadSealingKey } from "../../electron/vault/sealing-key.ts";
import { openSqliteVault, type SqliteVault } from "../../electron/vault/sqlite-vault.ts";
import { importSealingKey } from "../../renderer/shells/desktop/desktop-vault.ts";
import type { Vault } from "../../shared/shell.ts";
import { createKeychain } from "../twins/keychain.ts";
import type { VaultDevice } from "./vault.ts";

/** A laptop with the desktop's vault in a directory of its own. */
export interface SqliteDevice extends VaultDevice {
  readonly directory: string;
  /** Opens the files alone, as the main process does. */
  openFiles(): SqliteVault;
  /** Closes every vault that is open and removes the directory. */
  remove(): void;
}

/** A new laptop; `directory` where it has to lie somewhere in particular. */
export function newSqliteDevice(directory = mkdtempSync(join(tmpdir(), "polyphony-vault-"))): SqliteDevice {
  const keychain = createKeychain();
  const opened: SqliteVault[] = [];
  function openFiles(): SqliteVault {
    const files = openSqliteVault(join(directory, "vault"));
    opened.push(files);
    return files;
  }
  function close(): void {
    for (const files of opened.splice(0)) files.close();
  }
  return {
    directory: join(directory, "vault"),
    openFiles,
    async open(): Promise<Vault> {
      const files = openFiles();
      const key = await loadSealingKey(join(directory, "vault"), keychain);
      if (!key.ok) throw new Error(`no sealing key: ${key.reason}`);
      const sealingKey = await importSealingKey(key.value.bytes);
      return { ...files, sealingKey: async () => sealingKey };
    },
    async takeAway() {
      close();
    },
    remove() {
      close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Every file of a vault. */
export function filesIn(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}

/** Every database of a vault. */
export function databasesIn(directory: string): readonly string[] {
  return filesIn(directory).filter((path) => path.endsWith(".sqlite"));
}
