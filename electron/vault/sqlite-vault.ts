import { createHash } from "node:crypto";
import { chmodSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";

import type { MeetingId } from "../../shared/feed/ids.ts";
import { no, ok, type Result } from "../../shared/result.ts";
import type { StoredEntry, Vault, VaultFailure } from "../../shared/shell.ts";
import { entryShelf, hasPlace } from "./entry-shelf.ts";
import { attempt, carryOut } from "./failure.ts";
import { recordShelf } from "./record-shelf.ts";
import { VaultFile } from "./vault-file.ts";
import { finishForgetting, syncDirectory } from "./wipe.ts";

/** The vault on a disk, apart from the key that seals its records: that lies with the system's keychain. */
export interface SqliteVault extends Omit<Vault, "sealingKey"> {
  /** Closes every file. What is asked of it afterwards is "vault-unavailable". */
  close(): void;
}

/**
 * Opens the vault in a directory, which it makes if it is not there: one SQLite file for each meeting and one for the records.
 * Nothing is opened before it is asked for, so a file in trouble keeps nobody from the others. Every call does its work
 * before it returns; the promises are the contract's.
 */
export function openSqliteVault(directory: string): SqliteVault {
  const meetingsDirectory = join(directory, "meetings");
  const records = new VaultFile(join(directory, "records.sqlite"), recordShelf);
  const meetings = new Map<MeetingId, VaultFile<StoredEntry>>();
  let [isPrepared, isClosed] = [prepare(), false];

  // Where this fails, every call that needs the directory says why, and tries again.
  function prepare(): boolean {
    return carryOut(() => {
      for (const path of [directory, meetingsDirectory]) {
        mkdirSync(path, { recursive: true, mode: 0o700 });
        chmodSync(path, 0o700);
        syncDirectory(dirname(path));
      }
      finishForgetting(meetingsDirectory);
    }).ok;
  }

  function fileOf(meeting: MeetingId): VaultFile<StoredEntry> {
    const file = meetings.get(meeting) ?? new VaultFile(join(meetingsDirectory, fileName(meeting)), entryShelf);
    meetings.set(meeting, file);
    return file;
  }

  function answer<Value>(act: () => Result<Value, VaultFailure>): Promise<Result<Value, VaultFailure>> {
    isPrepared ||= isClosed || prepare();
    const answered = isClosed ? no("vault-unavailable") : attempt(act);
    return Promise.resolve(answered.ok ? answered.value : answered);
  }

  return {
    append: (meeting, entries) =>
      answer(() => (entries.every(hasPlace) ? fileOf(meeting).put(entries) : no("vault-unavailable"))),
    replace: (meeting, entries) =>
      answer(() => (entries.every(hasPlace) ? fileOf(meeting).replace(entries) : no("vault-unavailable"))),
    read: (meeting) =>
      answer(() => {
        const kept = fileOf(meeting).read();
        return kept.ok ? ok({ entries: kept.value.rows, damaged: kept.value.damaged }) : kept;
      }),
    putRecord: (name, sealed) => answer(() => records.put([{ name, sealed }])),
    records: (prefix) =>
      answer(() => {
        const kept = records.read();
        if (!kept.ok) return kept;
        const named = kept.value.rows.filter(({ name }) => name.startsWith(prefix));
        return ok(named.sort((a, b) => (a.name < b.name ? -1 : 1)));
      }),
    forget: (meeting, recordPrefix) =>
      answer(() => {
        const forgotten = fileOf(meeting).forget();
        if (!forgotten.ok || !records.exists()) return forgotten;
        return records.changeForGood((database) => {
          database.prepare("DELETE FROM records WHERE substr(name, 1, length(?1)) = ?1").run(recordPrefix);
        });
      }),
    close() {
      isClosed = true;
      for (const file of [records, ...meetings.values()]) file.close();
    },
  };
}

/** A meeting's file: its id says nothing to whoever sees the directory, and whatever it is made of leads nowhere else. */
function fileName(meeting: MeetingId): string {
  return `${createHash("sha256").update(`polyphony/vault/meeting ${meeting}`).digest("hex")}.sqlite`;
}
