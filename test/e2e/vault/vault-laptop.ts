import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { build } from "vite";
import { launchLaptop, type Laptop } from "../chromium.ts";
import { keptFiles } from "../kept-files.ts";

/** A laptop with a browser profile on its disk and a page that tries the vault in it. */
export interface VaultLaptop {
  readonly address: string;
  /** Opens the page in another window of the browser; the browser is started if it is not running. */
  window(): Promise<Page>;
  /** Kills the browser without warning. */
  kill(): Promise<void>;
  /** Closes the browser as a person does. */
  closeBrowser(): Promise<void>;
  /** The files of the profile in which these bytes occur. */
  filesWith(bytes: Buffer): Promise<readonly string[]>;
  /** Closes the browser and deletes the profile. */
  close(): Promise<void>;
}

export async function openVaultLaptop(): Promise<VaultLaptop> {
  const scripts = await bundlePage();
  const server = createServer((request, response) => {
    const script = scripts.get(request.url ?? "");
    if (script !== undefined) response.setHeader("content-type", "text/javascript").end(script);
    else
      response
        .setHeader("content-type", "text/html")
        .end('<!doctype html><script type="module" src="/page.js"></script>');
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // A server that listens on a TCP port has an address of this shape.
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const profile = await mkdtemp(join(tmpdir(), "polyphony-vault-"));
  let laptop: Laptop | null = null;
  const closeBrowser = async () => {
    await laptop?.close();
    laptop = null;
  };
  return {
    address,
    async window() {
      laptop ??= await launchLaptop({ profile });
      const page = await laptop.context.newPage();
      await page.goto(address);
      await page.waitForFunction(() => "vaultPage" in window);
      return page;
    },
    async kill() {
      const killed = laptop;
      laptop = null;
      if (killed === null) return;
      process.kill(killed.pid, "SIGKILL");
      // Closing may find that there is nothing left to close.
      await killed.close().catch(() => undefined);
    },
    closeBrowser,
    filesWith: (bytes) => filesWith(profile, bytes),
    async close() {
      await closeBrowser();
      server.closeAllConnections();
      server.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}

async function filesWith(folder: string, bytes: Buffer): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { path, content } of keptFiles(folder)) {
    if (content.includes(bytes)) found.push(relative(folder, path));
  }
  return found;
}

/** The page's scripts by their addresses, made as the program's own are. */
async function bundlePage(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      minify: false,
      target: "chrome137",
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: fileURLToPath(new URL("vault-page.ts", import.meta.url)),
        output: { format: "es", entryFileNames: "page.js" },
      },
    },
  });
  const output = Array.isArray(built) ? built[0] : built;
  if (output === undefined || !("output" in output)) throw new Error("The test page was not built.");
  return new Map(
    output.output.map((part) => [`/${part.fileName}`, part.type === "chunk" ? part.code : part.source] as const),
  );
}
