import type { MeetingId } from "../../../shared/feed/ids.ts";
import { no, ok, type Result } from "../../../shared/result.ts";
import type { Vault, VaultFailure } from "../../../shared/shell.ts";
import { createErasableDatabase, type ErasableDatabase } from "./erasable-database.ts";
import { entriesShape, entriesWith, putEntries, readEntries } from "./kept-entries.ts";
import { createKeyRing, type KeyRing } from "./key-ring.ts";
import { createRingFile } from "./ring-file.ts";
import { createKeyLock, type KeyLock } from "./key-lock.ts";
import { createOneWindow } from "./one-window.ts";
import { mainShape, mainWith, putRecord, readRecords } from "./main-database.ts";
import { failureOf } from "./transactions.ts";

const NAME = "polyphony";
const NOTHING = { entries: [], damaged: false } as const;

/** The vault of a browser profile. `lock` is what keeps its key. */
export interface IndexedDbVault extends Vault {
  readonly lock: KeyLock;
}

/**
 * Opens the vault of this browser profile: IndexedDB with strict durability, each meeting in a database of its own and all
 * of it sealed once more under keys on `ring`, so that what is erased is gone with its key. Entries come sealed under
 * their meeting's key; records are sealed by the caller under `sealingKey`, which does not resolve before `lock` is open.
 */
export async function openIndexedDbVault(
  name: string = NAME,
  ring: KeyRing = createKeyRing(createRingFile(name)),
): Promise<Result<IndexedDbVault, VaultFailure>> {
  const main = createErasableDatabase(mainShape(`${name}/main`), ring);
  const meetings = new Map<MeetingId, ErasableDatabase>();
  const of = (meeting: MeetingId): ErasableDatabase => {
    const known = meetings.get(meeting) ?? createErasableDatabase(entriesShape(`${name}/meeting/${meeting}`), ring);
    meetings.set(meeting, known);
    return known;
  };
  const lock = await createKeyLock(main, () => dropAll(name, main, of));
  if (!lock.ok) return lock;
  return ok({
    lock: lock.value,
    take: createOneWindow(name),
    append: (meeting, entries) => of(meeting).run((kept) => putEntries(kept, entries)),
    replace: (meeting, entries) => of(meeting).rewrite((old, key) => entriesWith(old, entries, key)),
    async read(meeting) {
      const kept = await of(meeting).runIfThere(readEntries);
      return kept.ok ? ok(kept.value ?? NOTHING) : kept;
    },
    putRecord: (recordName, sealed) => main.run((kept) => putRecord(kept, recordName, sealed)),
    records: (prefix) => main.run((kept) => readRecords(kept, prefix)),
    async forget(meeting, recordPrefix) {
      const dropped = await of(meeting).drop();
      return dropped.ok ? main.rewrite((old, key) => mainWith(old, key, { without: recordPrefix })) : dropped;
    },
    sealingKey: () => lock.value.key,
  });
}

/** Deletes all meetings, and last what tells of them, so that a run that is killed in the middle can be repeated. */
async function dropAll(
  name: string,
  main: ErasableDatabase,
  of: (meeting: MeetingId) => ErasableDatabase,
): Promise<Result<null, VaultFailure>> {
  let names: readonly string[];
  try {
    names = (await indexedDB.databases()).flatMap((one) => one.name ?? []);
  } catch (error) {
    return no(failureOf(error));
  }
  const prefix = `${name}/meeting/`;
  const meetings = new Set(
    // What stands between the prefix and the generation was a meeting's id when the database was named.
    names.flatMap((one) =>
      one.startsWith(prefix) ? [one.slice(prefix.length, one.lastIndexOf("/")) as MeetingId] : [],
    ),
  );
  for (const meeting of meetings) {
    const dropped = await of(meeting).drop();
    if (!dropped.ok) return dropped;
  }
  return main.drop();
}
