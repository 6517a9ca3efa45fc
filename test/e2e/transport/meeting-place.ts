import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { attachSignaling } from "../../cast/attach-signaling.ts";
import { launchLaptop, type Laptop, type LaptopWish } from "../chromium.ts";

/** Where laptops of one test meet: a server with the test page and the signaling server. */
export interface MeetingPlace {
  readonly server: Server;
  readonly port: number;
  /** Opens a laptop on the test page and lets it enter the room. */
  arrive(wish?: LaptopWish & { readonly host?: string; readonly enter?: boolean }): Promise<Laptop>;
  /** Lets a laptop that is on the page enter the room, by this place's signaling server or by those it is told. */
  enter(laptop: Laptop, room?: string, disturbed?: boolean, signaling?: readonly string[]): Promise<void>;
  /** Takes the signaling server away, and leaves the page. */
  stopSignaling(): Promise<void>;
  close(): Promise<void>;
}

const KEY = Array.from({ length: 32 }, (_, index) => index);

/** Opens a meeting place on this machine. */
export async function openMeetingPlace(address = "127.0.0.1"): Promise<MeetingPlace> {
  const script = await bundlePage();
  const server = createServer((request, response) => {
    if (request.url === "/page.js") response.setHeader("content-type", "text/javascript").end(script);
    else response.setHeader("content-type", "text/html").end('<!doctype html><script src="/page.js"></script>');
  });
  const signaling = attachSignaling(server);
  server.listen(0, address);
  await once(server, "listening");
  // A server that listens on a TCP port has an address of this shape.
  const { port } = server.address() as AddressInfo;
  const laptops: Laptop[] = [];

  async function enter(
    laptop: Laptop,
    room = "meeting",
    disturbed = false,
    signaling = [`ws://${new URL(laptop.page.url()).host}/signaling`],
  ): Promise<void> {
    await laptop.page.evaluate(
      async ([at, name, bytes, isDisturbed]) => window.laptop.open(at, name, bytes, isDisturbed),
      [signaling, room, KEY, disturbed] as const,
    );
  }

  return {
    server,
    port,
    enter,
    async arrive(wish = {}) {
      const laptop = await launchLaptop(wish);
      laptops.push(laptop);
      await laptop.page.goto(`http://${wish.host ?? address}:${port}/`);
      if (wish.enter !== false) await enter(laptop);
      return laptop;
    },
    stopSignaling: () => signaling.close(),
    async close() {
      await Promise.all(laptops.map((laptop) => laptop.close()));
      await signaling.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

async function bundlePage(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      minify: false,
      rolldownOptions: {
        input: fileURLToPath(new URL("laptop-page.ts", import.meta.url)),
        output: { format: "iife" },
      },
    },
  });
  const output = Array.isArray(built) ? built[0] : built;
  if (output === undefined || !("output" in output)) throw new Error("The test page was not built.");
  return output.output[0].code;
}
