import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { build } from "vite";
import { VAULT_PROMISES } from "../../contract/vault.ts";
import { launchLaptop, type Laptop } from "../chromium.ts";

let server: Server;
let address: string;
let profile: string;
let laptop: Laptop | null = null;

beforeAll(async () => {
  const script = await bundlePage();
  server = createServer((request, response) => {
    if (request.url === "/page.js") response.setHeader("content-type", "text/javascript").end(script);
    else response.setHeader("content-type", "text/html").end('<!doctype html><script src="/page.js"></script>');
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // A server that listens on a TCP port has an address of this shape.
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  profile = await mkdtemp(join(tmpdir(), "polyphony-vault-"));
});

afterEach(async () => {
  await laptop?.close();
  laptop = null;
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(profile, { recursive: true, force: true });
});

/** Opens the page on the laptop with this test's profile, as often as wanted. */
async function openPage(): Promise<Page> {
  laptop ??= await launchLaptop({ profile });
  const page = await laptop.context.newPage();
  await page.goto(address);
  return page;
}

describe("the browser's vault in a real Chromium", () => {
  it("keeps what every vault promises", async () => {
    const page = await openPage();
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
    const [here, there] = [await openPage(), await openPage()];
    await Promise.all([here, there].map((page) => page.evaluate(() => window.vaultPage.open())));
    const sealed = await here.evaluate(() => window.vaultPage.seal("Samira’s private key"));
    expect(await there.evaluate((bytes) => window.vaultPage.unseal(bytes), sealed)).toBe("Samira’s private key");
  });

  it("has kept what it said it kept when the browser is killed the moment after", async () => {
    const page = await openPage();
    await page.evaluate(() => window.vaultPage.open());
    let said = 0;
    await page.exposeFunction("keptOne", () => {
      said += 1;
      if (said === 100 && laptop !== null) process.kill(laptop.pid, "SIGKILL");
    });
    const writing = page.evaluate(async () => {
      // The test puts this function into the page a moment before.
      const keptOne = Reflect.get(window, "keptOne") as () => Promise<void>;
      for (let seq = 0; seq < 10_000; seq += 1) {
        if ((await window.vaultPage.append(seq, 300)) === "kept") await keptOne();
      }
    });
    await expect(writing).rejects.toThrow();
    await laptop?.close();
    laptop = null;
    const reopened = await openPage();
    await reopened.evaluate(() => window.vaultPage.open());
    const kept = await reopened.evaluate(() => window.vaultPage.kept());
    expect(kept.length).toBeGreaterThanOrEqual(said);
    expect(kept.map(({ seq }) => seq)).toEqual(kept.map((_, seq) => seq));
    expect(kept.every(({ whole }) => whole)).toBe(true);
  });

  it("says that it is full when it is, and takes the next words once there is room", async () => {
    const page = await openPage();
    await page.evaluate(() => window.vaultPage.open());
    const before = await page.evaluate(() => window.vaultPage.kept());
    const browser = await page.context().newCDPSession(page);
    const origin = new URL(address).origin;
    await browser.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1024 });
    expect(await page.evaluate(() => window.vaultPage.append(20_000, 5_000_000))).toBe("vault-full");
    expect(await page.evaluate(() => window.vaultPage.kept())).toEqual(before);
    await browser.send("Storage.overrideQuotaForOrigin", { origin });
    expect(await page.evaluate(() => window.vaultPage.append(20_000, 5_000_000))).toBe("kept");
  });
});

async function bundlePage(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      minify: false,
      rolldownOptions: {
        input: fileURLToPath(new URL("vault-page.ts", import.meta.url)),
        output: { format: "iife" },
      },
    },
  });
  const output = Array.isArray(built) ? built[0] : built;
  if (output === undefined || !("output" in output)) throw new Error("The test page was not built.");
  return output.output[0].code;
}
