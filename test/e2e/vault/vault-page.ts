import { openIndexedDbVault, type IndexedDbVault } from "../../../renderer/shells/browser/indexed-db-vault.ts";
import { open, seal } from "../../../shared/crypto/seal.ts";
import type { FeedId, MeetingId } from "../../../shared/feed/ids.ts";
import { VAULT_PROMISES, type VaultDevice } from "../../contract/vault.ts";

/** What the tests do inside a laptop's page, with the vault of its browser profile. Each answer is what the vault said. */
export interface VaultPage {
  /** Tries one of the promises that every vault makes, and throws where it is not kept. */
  keeps(title: string): Promise<void>;
  /** Opens this profile's vault. */
  open(): Promise<string>;
  /** Keeps an entry of so many bytes. */
  append(seq: number, sizeBytes: number): Promise<string>;
  /** The places that are kept, and whether each holds what was put there. */
  kept(): Promise<readonly { readonly seq: number; readonly whole: boolean }[]>;
  /** Keeps entries with words in them, from `seq` on, all at once. */
  say(seq: number, words: readonly string[]): Promise<string>;
  /** Puts other words in the place of those. */
  sayInstead(seq: number, words: readonly string[]): Promise<string>;
  /** Everything that is said, in order. */
  said(): Promise<readonly string[]>;
  putRecord(name: string, words: string): Promise<string>;
  forget(recordPrefix: string): Promise<string>;
  /** Something sealed with the vault's key, for another window to open. */
  seal(words: string): Promise<readonly number[]>;
  unseal(sealed: readonly number[]): Promise<string>;
  isClosed(): boolean;
  unlock(passphrase: string): Promise<string>;
  setPassphrase(present: string | null, next: string | null): Promise<string>;
  startEmpty(): Promise<string>;
  /** The keys on the ring, as they lie in its file. */
  keys(): Promise<readonly (readonly number[])[]>;
  /** What lies in the database as the way the vault's key is kept, sealed under a key of the ring. */
  keptKey(): Promise<readonly number[]>;
  /** The packs of the meeting as they lie in its database. */
  packs(): Promise<readonly (readonly number[])[]>;
}

declare global {
  interface Window {
    vaultPage: VaultPage;
  }
}

// Any text does: a vault does not know what its bytes mean.
const meeting = "meeting" as MeetingId; // likewise
const feed = "did:key:samira/session" as FeedId; // likewise

const databases: IDBDatabase[] = [];
const openDatabase = indexedDB.open.bind(indexedDB);
indexedDB.open = (...asked) => {
  const request = openDatabase(...asked);
  request.addEventListener("success", () => databases.push(request.result));
  return request;
};

function newDevice(): Promise<VaultDevice> {
  const name = `device ${crypto.randomUUID()}`;
  return Promise.resolve({
    async open() {
      const opened = await openIndexedDbVault(name);
      if (!opened.ok) throw new Error(opened.reason);
      return opened.value;
    },
    takeAway() {
      for (const database of databases.splice(0)) database.close();
      return Promise.resolve();
    },
  });
}

let vault: IndexedDbVault | null = null;

function opened(): IndexedDbVault {
  if (vault === null) throw new Error("the vault was not opened");
  return vault;
}

const said = (result: { readonly ok: true } | { readonly ok: false; readonly reason: string }) =>
  result.ok ? "kept" : result.reason;
const entriesOf = (seq: number, words: readonly string[]) =>
  words.map((one, at) => ({ feed, seq: seq + at, bytes: new TextEncoder().encode(one) }));

async function entries() {
  const kept = await opened().read(meeting);
  if (!kept.ok) throw new Error(kept.reason);
  return kept.value.entries;
}

window.vaultPage = {
  async keeps(title) {
    const promise = VAULT_PROMISES.find((one) => one.title === title);
    if (promise === undefined) throw new Error(`nobody promises that a vault ${title}`);
    await promise.isKept(newDevice);
  },
  async open() {
    const result = await openIndexedDbVault();
    if (!result.ok) return result.reason;
    vault = result.value;
    return "open";
  },
  async append(seq, sizeBytes) {
    return said(await opened().append(meeting, [{ feed, seq, bytes: new Uint8Array(sizeBytes).fill(seq % 256) }]));
  },
  kept: async () =>
    (await entries()).map(({ seq, bytes }) => ({ seq, whole: bytes.every((byte) => byte === seq % 256) })),
  say: async (seq, words) => said(await opened().append(meeting, entriesOf(seq, words))),
  sayInstead: async (seq, words) => said(await opened().replace(meeting, entriesOf(seq, words))),
  said: async () => (await entries()).map(({ bytes }) => new TextDecoder().decode(bytes)),
  putRecord: async (name, words) => said(await opened().putRecord(name, new TextEncoder().encode(words))),
  forget: async (recordPrefix) => said(await opened().forget(meeting, recordPrefix)),
  seal: async (words) => Array.from(await seal(await opened().sealingKey(), new TextEncoder().encode(words))),
  async unseal(sealed) {
    const words = await open(await opened().sealingKey(), new Uint8Array(sealed));
    return words.ok ? new TextDecoder().decode(words.value) : words.reason;
  },
  isClosed: () => opened().lock.isClosed(),
  unlock: async (passphrase) => said(await opened().lock.open(passphrase)),
  setPassphrase: async (present, next) => said(await opened().lock.change({ present, next })),
  startEmpty: async () => said(await opened().lock.startEmpty()),
  async keys() {
    const folder = await navigator.storage.getDirectory();
    const file = await (await folder.getFileHandle("polyphony.keys")).getFile();
    const bytes = Array.from(new Uint8Array(await file.arrayBuffer()));
    const slots = Array.from({ length: bytes.length / 64 }, (_, at) => bytes.slice(at * 64, at * 64 + 64));
    return slots.filter((slot) => slot.slice(0, 32).some((byte) => byte !== 0)).map((slot) => slot.slice(32));
  },
  async keptKey() {
    const database = await databaseOf("polyphony/main/");
    // The vault keeps nothing but bytes there.
    const request = database.transaction("keys").objectStore("keys").get("sealing") as IDBRequest<Uint8Array>;
    const kept = await answer(request);
    database.close();
    return Array.from(kept);
  },
  async packs() {
    const database = await databaseOf("polyphony/meeting/");
    // The vault keeps nothing but bytes there.
    const request = database.transaction("packs").objectStore("packs").getAll() as IDBRequest<Uint8Array[]>;
    const packs = await answer(request);
    database.close();
    return packs.map((pack) => Array.from(pack));
  },
};

async function databaseOf(beginning: string): Promise<IDBDatabase> {
  const all = await indexedDB.databases();
  const name = all.map((one) => one.name ?? "").find((one) => one.startsWith(beginning));
  if (name === undefined) throw new Error("there is no such database");
  return answer(openDatabase(name));
}

function answer<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error("no answer"));
    };
  });
}
