import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { afterEach, beforeEach, describe, it, vi } from "vitest";
import { openIndexedDbVault } from "../../renderer/shells/browser/indexed-db-vault.ts";
import { createKeyRing } from "../../renderer/shells/browser/key-ring.ts";
import { MemoryRingFile } from "../twins/memory-ring-file.ts";
import { createMemoryVault } from "../twins/memory-vault.ts";
import { VAULT_PROMISES, type VaultDevice } from "./vault.ts";

describe("the vault in memory that tests use", () => {
  async function newDevice(): Promise<VaultDevice> {
    const vault = await createMemoryVault();
    return {
      open: () => Promise.resolve(vault),
      takeAway() {
        vault.failWith = "vault-unavailable";
        return Promise.resolve();
      },
    };
  }
  it.each(VAULT_PROMISES)("$title", ({ isKept }) => isKept(newDevice));
});

describe("the browser's vault over a fake IndexedDB, which keeps nothing on any disk", () => {
  beforeEach(() => {
    vi.stubGlobal("indexedDB", new IDBFactory());
    vi.stubGlobal("IDBKeyRange", IDBKeyRange);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  let devices = 0;
  function newDevice(): Promise<VaultDevice> {
    devices += 1;
    const name = `device ${devices}`;
    const requests: IDBOpenDBRequest[] = [];
    const open = indexedDB.open.bind(indexedDB);
    indexedDB.open = (...asked) => {
      const request = open(...asked);
      requests.push(request);
      return request;
    };
    const ring = createKeyRing(new MemoryRingFile());
    return Promise.resolve({
      async open() {
        const opened = await openIndexedDbVault(name, ring);
        if (!opened.ok) throw new Error(opened.reason);
        return opened.value;
      },
      takeAway() {
        for (const { result } of requests) result.close();
        return Promise.resolve();
      },
    });
  }
  it.each(VAULT_PROMISES)("$title", ({ isKept }) => isKept(newDevice));
});
