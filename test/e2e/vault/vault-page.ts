import { openIndexedDbVault } from "../../../renderer/shells/browser/indexed-db-vault.ts";
import { open, seal } from "../../../shared/crypto/seal.ts";
import type { FeedId, MeetingId } from "../../../shared/feed/ids.ts";
import type { Vault } from "../../../shared/shell.ts";
import { VAULT_PROMISES, type VaultDevice } from "../../contract/vault.ts";

/** What the tests do inside a laptop's page, with the vault of its browser profile. */
export interface VaultPage {
  /** Tries one of the promises that every vault makes, and throws where it is not kept. */
  keeps(title: string): Promise<void>;
  /** Opens this profile's vault. */
  open(): Promise<void>;
  /** Keeps an entry of so many bytes, and says what the vault said. */
  append(seq: number, sizeBytes: number): Promise<string>;
  /** The places that are kept, and whether each holds what was put there. */
  kept(): Promise<readonly { readonly seq: number; readonly whole: boolean }[]>;
  /** Something sealed with the vault's key, for another window to open. */
  seal(words: string): Promise<readonly number[]>;
  unseal(sealed: readonly number[]): Promise<string>;
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
    open: () => openIndexedDbVault(name),
    takeAway() {
      for (const database of databases.splice(0)) database.close();
      return Promise.resolve();
    },
  });
}

let vault: Vault | null = null;

function opened(): Vault {
  if (vault === null) throw new Error("the vault was not opened");
  return vault;
}

window.vaultPage = {
  async keeps(title) {
    const promise = VAULT_PROMISES.find((one) => one.title === title);
    if (promise === undefined) throw new Error(`nobody promises that a vault ${title}`);
    await promise.isKept(newDevice);
  },
  async open() {
    vault = await openIndexedDbVault();
  },
  async append(seq, sizeBytes) {
    const bytes = new Uint8Array(sizeBytes).fill(seq % 256);
    const kept = await opened().append(meeting, [{ feed, seq, bytes }]);
    return kept.ok ? "kept" : kept.reason;
  },
  async kept() {
    const entries = await opened().read(meeting);
    return entries.map(({ seq, bytes }) => ({ seq, whole: bytes.every((byte) => byte === seq % 256) }));
  },
  async seal(words) {
    return Array.from(await seal(await opened().sealingKey(), new TextEncoder().encode(words)));
  },
  async unseal(sealed) {
    const words = await open(await opened().sealingKey(), new Uint8Array(sealed));
    return words.ok ? new TextDecoder().decode(words.value) : words.reason;
  },
};
