import type { Bridge, KeyTrouble } from "../../shared/ipc.ts";
import { ok, type Result } from "../../shared/result.ts";
import { loadSealingKey, type Keychain, type SealingKey } from "./sealing-key.ts";
import { openSqliteVault } from "./sqlite-vault.ts";

type VaultCall =
  | "appendEntries"
  | "forgetMeeting"
  | "keyProtection"
  | "putRecord"
  | "readEntries"
  | "readRecords"
  | "replaceEntries"
  | "sealingKey";

/** The vault as this process keeps it for its window. */
export interface KeptVault {
  /** The answers to those calls of the contract that concern the vault. */
  readonly answers: Pick<Bridge, VaultCall>;
  close(): void;
}

/**
 * Keeps the vault of this device in a directory, and its sealing key with the system's keychain. The keychain is asked when the
 * key is wanted for the first time, and again when it has not given it: it may have been locked.
 */
export function keepVault(directory: string, keychain: Keychain): KeptVault {
  const vault = openSqliteVault(directory);
  let loading: Promise<Result<SealingKey, KeyTrouble>> | null = null;

  async function key(): Promise<Result<SealingKey, KeyTrouble>> {
    loading ??= loadSealingKey(directory, keychain);
    const loaded = await loading;
    if (!loaded.ok) loading = null;
    return loaded;
  }

  return {
    answers: {
      appendEntries: (meeting, entries) => vault.append(meeting, entries),
      replaceEntries: (meeting, entries) => vault.replace(meeting, entries),
      readEntries: (meeting) => vault.read(meeting),
      putRecord: (name, sealed) => vault.putRecord(name, sealed),
      readRecords: (prefix) => vault.records(prefix),
      forgetMeeting: (meeting, recordPrefix) => vault.forget(meeting, recordPrefix),
      sealingKey: async () => {
        const loaded = await key();
        return loaded.ok ? ok(loaded.value.bytes.slice()) : loaded;
      },
      keyProtection: async () => {
        const loaded = await key();
        return loaded.ok ? ok(loaded.value.protection) : loaded;
      },
    },
    close: () => vault.close(),
  };
}
