import { joinBytes, type Bytes } from "../../../shared/crypto/bytes.ts";
import type { FeedId, MeetingId } from "../../../shared/feed/ids.ts";
import { no, ok, type Result } from "../../../shared/result.ts";
import type { StoredEntry, Vault, VaultFailure } from "../../../shared/shell.ts";

const DATABASE = "polyphony-vault";
const VERSION = 1;
const ENTRIES = "entries";
const RECORDS = "records";
const KEYS = "keys";
const SEALING_KEY = "sealing";

/** The row an entry is kept as. Rows of a meeting lie together, each feed in order. */
interface Row {
  readonly meeting: MeetingId;
  readonly feed: FeedId;
  readonly seq: number;
  readonly bytes: Bytes;
}

/**
 * Opens the vault of this browser profile: IndexedDB with strict durability. Entries come sealed under their meeting's
 * key; records are sealed by the caller under `sealingKey`, which lives in the same profile and cannot be exported by a
 * page. It keeps words out of backups and casual looks; it does not protect an unlocked profile.
 */
export async function openIndexedDbVault(name: string = DATABASE): Promise<Vault> {
  const database = await openDatabase(name);
  const sealingKey = await loadSealingKey(database);
  return {
    append(meeting, entries) {
      return write(database, ENTRIES, (store) => {
        // Copied, because IndexedDB keeps the whole buffer behind a view.
        for (const { feed, seq, bytes } of entries)
          store.put({ meeting, feed, seq, bytes: joinBytes(bytes) } satisfies Row);
      });
    },
    async read(meeting) {
      const rows = await answerOf<Row[]>(reading(database, ENTRIES).getAll(rangeOf(meeting)));
      return rows.map(({ feed, seq, bytes }): StoredEntry => ({ feed, seq, bytes }));
    },
    putRecord(recordName, sealed) {
      return write(database, RECORDS, (store) => {
        store.put(joinBytes(sealed), recordName);
      });
    },
    async records(prefix) {
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
      // In one transaction, so that names and values are of the same moment.
      const store = reading(database, RECORDS);
      const [names, values] = await Promise.all([
        answerOf<string[]>(store.getAllKeys(range)),
        answerOf<Bytes[]>(store.getAll(range)),
      ]);
      return names.flatMap((recordName, index) => {
        const sealed = values[index];
        return sealed === undefined ? [] : [{ name: recordName, sealed }];
      });
    },
    async forget(meeting, recordPrefix) {
      const forgotten = [
        await write(database, ENTRIES, (store) => store.delete(rangeOf(meeting))),
        await write(database, RECORDS, (store) =>
          store.delete(IDBKeyRange.bound(recordPrefix, `${recordPrefix}\uffff`)),
        ),
      ];
      if (forgotten.some((result) => !result.ok)) throw new Error("the vault did not let go of a meeting");
    },
    sealingKey: () => Promise.resolve(sealingKey),
  };
}

/** All rows of one meeting: keys compare element by element, and an empty array sorts after every string. */
function rangeOf(meeting: MeetingId): IDBKeyRange {
  return IDBKeyRange.bound([meeting], [meeting, []]);
}

function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, VERSION);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(ENTRIES, { keyPath: ["meeting", "feed", "seq"] });
      request.result.createObjectStore(RECORDS);
      request.result.createObjectStore(KEYS);
    };
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error("the vault did not open"));
    };
  });
}

/** Carries a change out as a whole or not at all. Resolves when it is durable. */
function write(
  database: IDBDatabase,
  storeName: string,
  change: (store: IDBObjectStore) => void,
): Promise<Result<null, VaultFailure>> {
  return new Promise((resolve) => {
    let transaction: IDBTransaction;
    try {
      transaction = database.transaction(storeName, "readwrite", { durability: "strict" });
    } catch {
      // The database was closed or deleted under us: an expected failure of a browser profile.
      resolve(no("vault-unavailable"));
      return;
    }
    transaction.oncomplete = () => {
      resolve(ok(null));
    };
    transaction.onabort = () => {
      resolve(no(transaction.error?.name === "QuotaExceededError" ? "vault-full" : "vault-unavailable"));
    };
    try {
      change(transaction.objectStore(storeName));
      transaction.commit();
    } catch {
      // Something in the middle could not be put: what was put before it must not stay.
      transaction.abort();
    }
  });
}

function reading(database: IDBDatabase, storeName: string): IDBObjectStore {
  return database.transaction(storeName, "readonly").objectStore(storeName);
}

function answerOf<Value>(request: Pick<IDBRequest, "error" | "onerror" | "onsuccess" | "result">): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      // Every caller asks for what only this module has written.
      resolve(request.result as Value);
    };
    request.onerror = () => {
      reject(request.error ?? new Error("the vault did not answer"));
    };
  });
}

async function loadSealingKey(database: IDBDatabase): Promise<CryptoKey> {
  const kept = await answerOf<CryptoKey | undefined>(reading(database, KEYS).get(SEALING_KEY));
  if (kept !== undefined) return kept;
  const created = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  // Two tabs may open a new vault at once: `add` lets only the first key stand, and both then read that one.
  await write(database, KEYS, (store) => {
    store.add(created, SEALING_KEY);
  });
  return answerOf<CryptoKey>(reading(database, KEYS).get(SEALING_KEY));
}
