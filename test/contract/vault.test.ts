import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { afterEach, beforeEach, describe, it, vi } from "vitest";
import { openIndexedDbVault } from "../../renderer/shells/browser/indexed-db-vault.ts";
import { createKeyRing } from "../../renderer/shells/browser/key-ring.ts";
import type { VaultFailure } from "../../shared/shell.ts";
import { MemoryRingFile } from "../twins/memory-ring-file.ts";
import { createMemoryVault } from "../twins/memory-vault.ts";
import { entriesKept, recordsKept } from "../twins/what-is-kept.ts";
import { another, meeting } from "./kept.ts";
import { ERASURE_PROMISES, TROUBLE_PROMISES, type AilingDevice } from "./vault-trouble.ts";
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

  it.each(ERASURE_PROMISES)("$title", ({ isKept }) =>
    isKept(async () => {
      const device = await newDevice();
      return {
        ...device,
        // It has no other place for bytes than those it gives back.
        async placesOf(words) {
          const vault = await device.open();
          const kept = [...(await entriesKept(vault, meeting)), ...(await entriesKept(vault, another))];
          const bytes = [...kept.map((one) => one.bytes), ...(await recordsKept(vault, "")).map((one) => one.sealed)];
          return bytes.filter((one) => Buffer.from(one).includes(words)).map(() => "memory");
        },
      };
    }),
  );

  const failures: readonly [VaultFailure, boolean][] = [
    ["vault-full", true],
    ["vault-locked", true],
    ["vault-read-only", true],
    ["vault-damaged", false],
    ["vault-newer", false],
    ["vault-unavailable", false],
  ];
  describe.each(failures)("told to fail with %s", (reason, readable) => {
    async function failing(): Promise<AilingDevice> {
      const vault = await createMemoryVault();
      return {
        open: async () => vault,
        // Its storage is itself.
        async takeAway() {
          return undefined;
        },
        async fail() {
          vault.failWith = reason;
          vault.failReadsWith = readable ? null : reason;
        },
        async mend() {
          vault.failWith = null;
          vault.failReadsWith = null;
        },
      };
    }
    it.each(TROUBLE_PROMISES)("$title", async ({ isKept }) => isKept(await failing(), reason, readable));
  });
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
