import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openIndexedDbVault, type IndexedDbVault } from "../../renderer/shells/browser/indexed-db-vault.ts";
import { createKeyRing } from "../../renderer/shells/browser/key-ring.ts";
import { ok } from "../../shared/result.ts";
import { MemoryRingFile } from "../twins/memory-ring-file.ts";
import { bytesOf, entry, meeting, samiras, wordsIn } from "./kept.ts";

/** The first database of the meeting. */
const FIRST = `trouble/meeting/${meeting}/1`;

let file: MemoryRingFile;

beforeEach(() => {
  file = new MemoryRingFile();
  vi.stubGlobal("indexedDB", new IDBFactory());
  vi.stubGlobal("IDBKeyRange", IDBKeyRange);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const open = () => openIndexedDbVault("trouble", createKeyRing(file));

async function opened(): Promise<IndexedDbVault> {
  const vault = await open();
  if (!vault.ok) throw new Error(vault.reason);
  return vault.value;
}

/** A database of the vault, as somebody finds it who goes around the vault. */
function database(name: string, version?: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("it did not open"));
  });
}

async function putPack(pack: unknown): Promise<void> {
  const found = await database(FIRST);
  const transaction = found.transaction("packs", "readwrite");
  transaction.objectStore("packs").add(pack);
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  found.close();
}

async function whatIsLeft(vault: IndexedDbVault) {
  const kept = await vault.read(meeting);
  if (!kept.ok) throw new Error(kept.reason);
  const { entries, damaged } = kept.value;
  return { damaged, words: entries.map(({ bytes }) => new TextDecoder().decode(bytes)) };
}

describe("the browser's vault in trouble", () => {
  it("leaves alone what a newer version of the program has written", async () => {
    await (await opened()).putRecord("meeting/1", bytesOf("kept"));
    (await database("trouble/main/1", 7)).close();
    expect(await open()).toEqual({ ok: false, reason: "vault-newer" });
  });

  it("gives what it can read of a meeting, and says that something is damaged, also after it was made anew", async () => {
    const vault = await opened();
    await vault.append(meeting, [entry(samiras, 0)]);
    await putPack(new Uint8Array(100).fill(7));
    await vault.append(meeting, [entry(samiras, 2)]);
    expect(await whatIsLeft(vault)).toEqual({ damaged: true, words: ["words 0", "words 2"] });
    expect(await vault.replace(meeting, [entry(samiras, 0, "gone")])).toEqual(ok(null));
    expect(await whatIsLeft(await opened())).toEqual({ damaged: true, words: ["gone", "words 2"] });
  });

  it("says that it is damaged when the keys are gone, instead of taking it for a new one", async () => {
    await (await opened()).putRecord("meeting/1", bytesOf("kept"));
    // The program is started anew: a window that has the vault open has its keys too.
    file.bytes = new Uint8Array(0);
    vi.stubGlobal("navigator", { locks: new FreshLocks() });
    expect(await open()).toEqual({ ok: false, reason: "vault-damaged" });
  });

  it("destroys what a window left behind that was killed between making the next database and deleting the one before", async () => {
    const vault = await opened();
    await vault.append(meeting, [entry(samiras, 0)]);
    await vault.replace(meeting, [entry(samiras, 0, "gone")]);
    // The old generation again, with its key, as it was before the last step.
    const ring = createKeyRing(file);
    await ring.add(FIRST);
    const left = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(FIRST, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore("packs", { autoIncrement: true });
        request.result.createObjectStore("marks");
      };
      request.onsuccess = () => resolve(request.result);
    });
    left.close();
    vi.stubGlobal("navigator", { locks: new FreshLocks() });
    expect(await wordsIn(await opened(), samiras)).toEqual(["0: gone"]);
    expect(await ring.find(FIRST)).toEqual(ok(null));
    const names = (await indexedDB.databases()).map(({ name }) => name);
    expect(names).not.toContain(FIRST);
  });
});

/** The locks of a browser that was started anew: nobody holds any. One at a time is enough for one window. */
class FreshLocks {
  async request(_name: string, given: unknown, then?: (lock: object) => unknown): Promise<unknown> {
    const work = typeof given === "function" ? given : then;
    return work?.({});
  }
}
