import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { serve } from "../../electron/serve/serve.ts";
import type { Laptop } from "../e2e/chromium.ts";
import { canMakeNetworks, openNetwork } from "../network/network.ts";
import { Hands } from "./hands.ts";
import { byMouse, type Manner } from "./manner.ts";
import { launchObserved } from "./observed-laptop.ts";

/** The laptops of the flat, the program as it is served there, and a way to take one of them off the network. */
export interface Flat {
  readonly url: string;
  readonly laptops: readonly Hands[];
  /** The folder that holds everything a laptop's browser keeps. */
  readonly profiles: readonly string[];
  /** How a laptop is taken away: its cable, where this machine can make networks; else its browser is closed. */
  readonly cutBy: "browser closed" | "cable out";
  takeAway(laptop: number): Promise<void>;
  /** Makes a laptop's link slow, where this machine can make networks. True: it is. */
  slow(laptop: number, kilobitsPerSecond: number): boolean;
  bringBack(laptop: number): Promise<void>;
  /** Another laptop with an empty profile. */
  another(name: string): Promise<{ readonly hands: Hands; readonly profile: string }>;
  close(): Promise<void>;
}

/** Sets up a flat with so many laptops, each a Chromium process of its own with a profile of its own. */
export async function openFlat(
  names: readonly string[],
  headless: boolean,
  how: (page: Page) => Manner = () => byMouse,
): Promise<Flat> {
  const folder = await mkdtemp(join(tmpdir(), "polyphony-flat-"));
  const directory = join(folder, "program");
  // A build that runs meanwhile changes nothing here.
  await cp(fileURLToPath(new URL("../../out/browser", import.meta.url)), directory, { recursive: true });
  const network = canMakeNetworks() ? openNetwork(names.length + 1) : null;
  const served = await serve({ directory, port: 0, ...(network && { host: network.address }) });
  const running: Laptop[] = [];

  const launch = async (number: number, name: string): Promise<Hands> => {
    const laptop = await launchObserved({
      headless,
      profile: join(folder, name),
      context: { viewport: { width: 1366, height: 768 } },
      ...(network && {
        executable: network.chromiumOn(number),
        // The page needs Web Crypto, which Chromium offers to secure origins only; on a real network that is https.
        args: [`--unsafely-treat-insecure-origin-as-secure=${served.url.slice(0, -1)}`],
      }),
    });
    running[number - 1] = laptop;
    return new Hands(name, laptop, how);
  };
  const laptops = await Promise.all(names.map((name, index) => launch(index + 1, name)));

  return {
    url: served.url,
    laptops,
    profiles: names.map((name) => join(folder, name)),
    cutBy: network === null ? "browser closed" : "cable out",
    async takeAway(laptop) {
      if (network === null) await running[laptop]?.close();
      else network.unplug(laptop + 1);
    },
    slow(laptop, kilobitsPerSecond) {
      network?.slow(laptop + 1, kilobitsPerSecond);
      return network !== null;
    },
    async bringBack(laptop) {
      if (network !== null) {
        network.mend(laptop + 1);
        return;
      }
      const hands = laptops[laptop];
      if (hands === undefined) throw new Error("there is no such laptop");
      const address = hands.page.url();
      const again = await launch(laptop + 1, hands.name);
      hands.laptop = again.laptop;
      await hands.page.goto(address);
    },
    async another(name) {
      return { hands: await launch(names.length + 1, name), profile: join(folder, name) };
    },
    async close() {
      await Promise.allSettled(running.map((laptop) => laptop.close()));
      await served.close();
      network?.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}
