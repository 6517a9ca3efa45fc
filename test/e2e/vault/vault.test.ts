import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { VAULT_PROMISES } from "../../contract/vault.ts";
import { openVaultLaptop, type VaultLaptop } from "./vault-laptop.ts";

let laptop: VaultLaptop;

beforeAll(async () => {
  laptop = await openVaultLaptop();
});
afterEach(() => laptop.closeBrowser());
afterAll(() => laptop.close());

describe("the browser's vault in a real Chromium", () => {
  it("keeps what every vault promises", async () => {
    const page = await laptop.window();
    const broken: string[] = [];
    for (const { title } of VAULT_PROMISES) {
      const failure = await page.evaluate(async (wanted) => {
        return window.vaultPage.keeps(wanted).then(
          () => null,
          (error: unknown) => String(error),
        );
      }, title);
      if (failure !== null) broken.push(`${title}: ${failure}`);
    }
    expect(broken).toEqual([]);
  });

  it("has one key for two windows that open it at the same moment for the first time", async () => {
    const [here, there] = [await laptop.window(), await laptop.window()];
    await Promise.all([here, there].map((page) => page.evaluate(() => window.vaultPage.open())));
    const sealed = await here.evaluate(() => window.vaultPage.seal("Samira’s private key"));
    expect(await there.evaluate((bytes) => window.vaultPage.unseal(bytes), sealed)).toBe("Samira’s private key");
  });

  it("has kept what it said it kept when the browser is killed the moment after", async () => {
    const page = await laptop.window();
    await page.evaluate(() => window.vaultPage.open());
    let said = 0;
    let killed = Promise.resolve();
    await page.exposeFunction("keptOne", () => {
      said += 1;
      if (said === 100) killed = laptop.kill();
    });
    const writing = page.evaluate(async () => {
      // The test puts this function into the page a moment before.
      const keptOne = Reflect.get(window, "keptOne") as () => Promise<void>;
      for (let seq = 0; seq < 10_000; seq += 1) {
        if ((await window.vaultPage.append(seq, 300)) === "kept") await keptOne();
      }
    });
    await expect(writing).rejects.toThrow();
    await killed;
    const reopened = await laptop.window();
    await reopened.evaluate(() => window.vaultPage.open());
    const kept = await reopened.evaluate(() => window.vaultPage.kept());
    expect(kept.length).toBeGreaterThanOrEqual(said);
    expect(kept.map(({ seq }) => seq)).toEqual(kept.map((_, seq) => seq));
    expect(kept.every(({ whole }) => whole)).toBe(true);
  });

  it("says that it is full when it is, and takes the next words once there is room", async () => {
    const page = await laptop.window();
    await page.evaluate(() => window.vaultPage.open());
    const before = await page.evaluate(() => window.vaultPage.kept());
    const browser = await page.context().newCDPSession(page);
    const origin = new URL(laptop.address).origin;
    await browser.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1024 });
    expect(await page.evaluate(() => window.vaultPage.append(20_000, 5_000_000))).toBe("vault-full");
    expect(await page.evaluate(() => window.vaultPage.kept())).toEqual(before);
    await browser.send("Storage.overrideQuotaForOrigin", { origin });
    expect(await page.evaluate(() => window.vaultPage.append(20_000, 5_000_000))).toBe("kept");
  });
});
