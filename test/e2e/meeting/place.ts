import { once } from "node:events";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { serve } from "../../../electron/serve/serve.ts";
import { Hands } from "../../demo/hands.ts";
import { launchLaptop, type Laptop, type LaptopWish } from "../chromium.ts";

/** The program as it is served, and laptops that open it. */
export interface Place {
  readonly url: string;
  laptop(name: string, wish?: LaptopWish): Promise<Hands>;
  /** A laptop that runs the modified program instead. */
  modified(): Promise<Laptop>;
  close(): Promise<void>;
}

const REPOSITORY = fileURLToPath(new URL("../../../", import.meta.url));

/** Serves a copy of the program as it was built, with its signaling: a build that runs meanwhile changes nothing here. */
export async function openPlace(): Promise<Place> {
  const directory = await mkdtemp(join(tmpdir(), "polyphony-place-"));
  await cp(`${REPOSITORY}out/browser`, directory, { recursive: true });
  const served = await serve({ directory, port: 0 });
  const laptops: Laptop[] = [];
  const closing: (() => Promise<void>)[] = [
    () => served.close(),
    () => rm(directory, { recursive: true, force: true }),
  ];
  const launch = async (wish?: LaptopWish): Promise<Laptop> => {
    const laptop = await launchLaptop({ context: { viewport: { width: 1366, height: 768 } }, ...wish });
    laptops.push(laptop);
    return laptop;
  };
  return {
    url: served.url,
    laptop: async (name, wish) => new Hands(name, await launch(wish)),
    async modified() {
      const { url, close } = await serveModified();
      closing.push(close);
      const laptop = await launch();
      await laptop.page.goto(url);
      return laptop;
    },
    async close() {
      await Promise.allSettled(laptops.map((laptop) => laptop.close()));
      for (const close of closing) await close();
    },
  };
}

async function serveModified(): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      minify: false,
      lib: {
        entry: `${REPOSITORY}test/e2e/meeting/modified-program-page.ts`,
        formats: ["iife"],
        name: "modifiedProgram",
      },
    },
  });
  // With one entry and `write: false`, Vite returns one output (or a list of one).
  const [output] = (Array.isArray(built) ? built : [built]) as { output: { code: string }[] }[];
  const script = output?.output[0]?.code ?? "";
  const server = createServer((request, response) => {
    if (request.url === "/page.js") response.setHeader("content-type", "text/javascript").end(script);
    else response.setHeader("content-type", "text/html").end('<!doctype html><script src="/page.js"></script>');
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // A server that listens on a TCP port has an address of this shape.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
