import { randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { goneFrom, openedWithAny } from "./disk-reader.ts";
import { openVaultLaptop, type VaultLaptop } from "./vault-laptop.ts";

let laptop: VaultLaptop;

beforeEach(async () => {
  laptop = await openVaultLaptop();
});
afterEach(() => laptop.close());

/** Words that no compression makes shorter or changes. */
const words = (length = 64) => randomBytes(length).toString("base64url").slice(0, length);
const many = (count: number, length = 300) => Array.from({ length: count }, () => words(length));

async function openVault(): Promise<Page> {
  const page = await laptop.window();
  expect(await page.evaluate(() => window.vaultPage.open())).toBe("open");
  return page;
}

async function say(page: Page, seq: number, said: readonly string[]): Promise<void> {
  expect(await page.evaluate(([at, what]) => window.vaultPage.say(at, what), [seq, said] as const)).toBe("kept");
}
const sayInstead = (page: Page, seq: number, said: readonly string[]) =>
  page.evaluate(([at, what]) => window.vaultPage.sayInstead(at, what), [seq, said] as const);
const said = (page: Page) => page.evaluate(() => window.vaultPage.said());
const keysOf = (page: Page) => page.evaluate(() => window.vaultPage.keys());

/** The files of the profile that have one of these byte strings. */
async function filesWithAny(bytes: readonly (readonly number[])[]): Promise<readonly string[]> {
  return (await Promise.all(bytes.map((one) => laptop.filesWith(Buffer.from(one))))).flat();
}

describe("somebody who has the disk of a laptop", () => {
  it("can read what was said there: the sealed words and the key lie in the profile", async () => {
    const page = await openVault();
    const secret = words();
    await say(page, 0, [secret]);
    const [keys, [pack = []]] = [await keysOf(page), await page.evaluate(() => window.vaultPage.packs())];
    await laptop.closeBrowser();
    expect(await laptop.filesWith(Buffer.from(pack))).not.toEqual([]);
    expect((await filesWithAny(keys)).length).toBe(keys.length);
    expect((await openedWithAny(keys, pack))?.toString()).toContain(secret);
  });

  it("cannot read what was replaced: every key it was sealed under is in no file, at the moment the vault says so", async () => {
    const page = await openVault();
    const [secret, other] = [words(), many(2000)];
    for (let at = 0; at < 2000; at += 100) await say(page, at, other.slice(at, at + 100));
    await say(page, 1500, [secret]);
    const packs = await page.evaluate(() => window.vaultPage.packs());
    const before = await keysOf(page);
    expect(await sayInstead(page, 1500, ["nothing"])).toBe("kept");
    const after = await keysOf(page);
    const destroyed = goneFrom(before, after);
    expect(destroyed).toHaveLength(1);
    expect(await filesWithAny(destroyed)).toEqual([]);
    expect(await laptop.filesWith(Buffer.from(secret))).toEqual([]);
    const old = packs.at(-1) ?? [];
    expect(await openedWithAny(after, old)).toBeNull();
    expect((await openedWithAny(destroyed, old))?.toString()).toContain(secret);

    const expected = other.with(1500, "nothing");
    expect(await said(page)).toEqual(expected);
    await laptop.kill();
    expect(await filesWithAny(destroyed)).toEqual([]);
    expect(await said(await openVault())).toEqual(expected);
  });

  it("cannot read a meeting that was forgotten, nor the records that belonged to it", async () => {
    const page = await openVault();
    const secret = words();
    await say(page, 0, [secret]);
    await page.evaluate(() => window.vaultPage.putRecord("voice/meeting/1", "Samira’s key"));
    await page.evaluate(() => window.vaultPage.putRecord("voice/others/1", "Ellen’s key"));
    const before = await keysOf(page);
    expect(await page.evaluate(() => window.vaultPage.forget("voice/meeting/"))).toBe("kept");
    expect(await filesWithAny(before)).toEqual([]);
    expect(await said(page)).toEqual([]);
    await say(page, 0, ["anew"]);
    expect(await said(page)).toEqual(["anew"]);
  });
});

describe("a browser that is killed while words are being replaced", () => {
  it("has all of the old words or all of the new, and only the key of those", { timeout: 600_000 }, async () => {
    const other = many(1500);
    const page = await openVault();
    for (let at = 0; at < other.length; at += 100) await say(page, at, other.slice(at, at + 100));
    let current = other;
    for (const afterMs of [0, 5, 10, 20, 30, 45, 60, 80, 110, 150]) {
      const open = await openVault();
      const before = await keysOf(open);
      const next = words();
      const wanted = current.with(700, next);
      const replacing = sayInstead(open, 700, [next]).catch(() => "killed");
      await wait(afterMs);
      await laptop.kill();
      const acknowledged = await replacing;
      const reopened = await openVault();
      const found = await said(reopened);
      const after = await keysOf(reopened);
      if (acknowledged === "kept") expect(found).toEqual(wanted);
      else expect([current, wanted]).toContainEqual(found);
      // One for the meeting, one for the records: no third that might open what was replaced.
      expect(after).toHaveLength(2);
      const destroyed = goneFrom(before, after);
      expect(await filesWithAny(destroyed)).toEqual([]);
      expect(destroyed).toHaveLength(found[700] === current[700] ? 0 : 1);
      current = [...found];
    }
  });
});

describe("two windows of one browser", () => {
  it("go on when one of them replaces words while the other writes, and no word is lost", async () => {
    const [here, there] = [await openVault(), await openVault()];
    await say(here, 0, many(200));
    const writing = there.evaluate(async () => {
      const kept: number[] = [];
      for (let seq = 1000; !Reflect.has(window, "allReplaced") || kept.length <= 100; seq += 1) {
        if ((await window.vaultPage.say(seq, [`word ${seq}`])) === "kept") kept.push(seq);
        Object.assign(window, { alreadyKept: kept.length });
      }
      return kept;
    });
    await there.waitForFunction(() => Reflect.get(window, "alreadyKept") > 0);
    for (let round = 0; round < 8; round += 1) {
      expect(await sayInstead(here, round, [`erased ${round}`])).toBe("kept");
      await wait(150);
    }
    await there.evaluate(() => Object.assign(window, { allReplaced: true }));
    const kept = await writing;
    expect(kept.length).toBeGreaterThan(100);
    for (const page of [here, there]) {
      const found = await said(page);
      expect(found.slice(0, 8)).toEqual(Array.from({ length: 8 }, (_, round) => `erased ${round}`));
      expect(found.slice(200)).toEqual(kept.map((seq) => `word ${seq}`));
    }
  });

  it("go on when one of them forgets the meeting: the other begins it anew", async () => {
    const [here, there] = [await openVault(), await openVault()];
    await say(here, 0, ["before"]);
    expect(await said(there)).toEqual(["before"]);
    expect(await here.evaluate(() => window.vaultPage.forget("voice/meeting/"))).toBe("kept");
    expect(await said(there)).toEqual([]);
    await say(there, 1, ["after"]);
    expect(await said(here)).toEqual(["after"]);
  });
});
