import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { goneFrom, openedWithAny } from "./disk-reader.ts";
import { openVaultLaptop, type VaultLaptop } from "./vault-laptop.ts";

let laptop: VaultLaptop;

beforeEach(async () => {
  laptop = await openVaultLaptop();
});
afterEach(() => laptop.close());

async function openVault(): Promise<Page> {
  const page = await laptop.window();
  expect(await page.evaluate(() => window.vaultPage.open())).toBe("open");
  return page;
}

const setPassphrase = (page: Page, present: string | null, next: string | null) =>
  page.evaluate(([now, then]) => window.vaultPage.setPassphrase(now, then), [present, next] as const);
const unlock = (page: Page, passphrase: string) => page.evaluate((it) => window.vaultPage.unlock(it), passphrase);
const isClosed = (page: Page) => page.evaluate(() => window.vaultPage.isClosed());
const sealed = (page: Page, words: string) => page.evaluate((it) => window.vaultPage.seal(it), words);
const unsealed = (page: Page, bytes: readonly number[]) => page.evaluate((it) => window.vaultPage.unseal(it), bytes);

/** What the disk gives away of the vault's key, to whoever tries every key that lies on it. */
async function onDisk(page: Page): Promise<string> {
  const [keys, kept] = await page.evaluate(
    async () => [await window.vaultPage.keys(), await window.vaultPage.keptKey()] as const,
  );
  const found = await openedWithAny(keys, kept);
  return found === null ? "nothing" : found.length === 32 ? "the key" : found.toString("utf8");
}

describe("a passphrase", () => {
  it("is asked for at the next start, and the same key comes out of it", async () => {
    const page = await openVault();
    const voice = await sealed(page, "Samira’s private key");
    expect(await isClosed(page)).toBe(false);
    expect(await setPassphrase(page, null, "the kettle sings")).toBe("kept");
    expect(await unsealed(page, voice)).toBe("Samira’s private key");
    await laptop.closeBrowser();

    const again = await openVault();
    expect(await isClosed(again)).toBe(true);
    expect(await unlock(again, "the kettle sing")).toBe("passphrase-wrong");
    expect(await unlock(again, "")).toBe("passphrase-wrong");
    expect(await isClosed(again)).toBe(true);
    expect(await unlock(again, "the kettle sings")).toBe("kept");
    expect(await unsealed(again, voice)).toBe("Samira’s private key");
  });

  it("takes the key off the disk, and the key under which it lay there is in no file", async () => {
    const page = await openVault();
    expect(await onDisk(page)).toBe("the key");
    const before = await page.evaluate(() => window.vaultPage.keys());
    await setPassphrase(page, null, "the kettle sings");
    const destroyed = goneFrom(before, await page.evaluate(() => window.vaultPage.keys()));
    expect(destroyed).toHaveLength(1);
    for (const key of destroyed) expect(await laptop.filesWith(Buffer.from(key))).toEqual([]);
    expect(await onDisk(page)).toMatch(/^\{"version":1,"memoryKib":65536,"passes":\d+,"lanes":1,/);
  });

  it("can be changed and taken away only with the one that holds, and the one before opens nothing", async () => {
    const page = await openVault();
    const voice = await sealed(page, "Samira’s private key");
    await setPassphrase(page, null, "first");
    expect(await setPassphrase(page, "another", "second")).toBe("passphrase-wrong");
    expect(await setPassphrase(page, "first", "second")).toBe("kept");
    await laptop.closeBrowser();

    const again = await openVault();
    expect(await unlock(again, "first")).toBe("passphrase-wrong");
    expect(await setPassphrase(again, "first", null)).toBe("passphrase-wrong");
    expect(await setPassphrase(again, "second", null)).toBe("kept");
    expect(await onDisk(again)).toBe("the key");
    await laptop.closeBrowser();

    const free = await openVault();
    expect(await isClosed(free)).toBe(false);
    expect(await unsealed(free, voice)).toBe("Samira’s private key");
  });

  it("set in one window leaves another that is open as it is", async () => {
    const [here, there] = [await openVault(), await openVault()];
    const voice = await sealed(there, "Samira’s private key");
    await setPassphrase(here, null, "the kettle sings");
    expect(await unsealed(there, voice)).toBe("Samira’s private key");
    expect(await there.evaluate(() => window.vaultPage.putRecord("voice/1", "kept"))).toBe("kept");
    expect(await here.evaluate(() => window.vaultPage.say(0, ["kept too"]))).toBe("kept");
  });

  it("that is forgotten leaves the way to begin anew, with nothing of before", async () => {
    const page = await openVault();
    await page.evaluate(() => window.vaultPage.say(0, ["Dad left"]));
    await setPassphrase(page, null, "the kettle sings");
    await laptop.closeBrowser();
    const locked = await openVault();
    const before = await locked.evaluate(() => window.vaultPage.keys());
    expect(await locked.evaluate(() => window.vaultPage.startEmpty())).toBe("kept");
    for (const key of before) expect(await laptop.filesWith(Buffer.from(key))).toEqual([]);
    const anew = await openVault();
    expect(await isClosed(anew)).toBe(false);
    expect(await anew.evaluate(() => window.vaultPage.said())).toEqual([]);
  });
});
