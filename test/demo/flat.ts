import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { serve } from "../../electron/serve/serve.ts";
import type { Laptop, LaptopWish } from "../e2e/chromium.ts";
import { openGround } from "../network/ground.ts";
import { canMakeNetworks, canStopUdp } from "../network/network.ts";
import { Hands } from "./hands.ts";
import { byMouse, type Manner } from "./manner.ts";
import { launchObserved } from "./observed-laptop.ts";

/** The laptops of the flat, and a way to take one of them off the network. */
export interface Flat {
  /** The address of the program in the browser of the laptop that hosts. */
  readonly url: string;
  readonly laptops: readonly Hands[];
  /** The folder that holds everything a laptop's browser keeps. */
  readonly profiles: readonly string[];
  /**
   * Where this machine can make networks, each laptop has one address in a network namespace of its own, with no route, and
   * the laptop that hosts runs the program, which the others open over https. Else all are windows on one machine.
   */
  readonly isNetwork: boolean;
  takeAway(laptop: number): Promise<void>;
  /** Makes a laptop's link slow, on a network. True: it is. */
  slow(laptop: number, kilobitsPerSecond: number): boolean;
  bringBack(laptop: number): Promise<void>;
  /** Another laptop with an empty profile. */
  another(name: string): Promise<{ readonly hands: Hands; readonly profile: string }>;
  close(): Promise<void>;
}

/** Sets up a flat with so many laptops, each a Chromium process of its own with a profile of its own; the one at `host` hosts. */
export async function openFlat(
  names: readonly string[],
  host: number,
  headless: boolean,
  how: (page: Page) => Manner = () => byMouse,
): Promise<Flat> {
  const place = canMakeNetworks() ? await onNetwork(names.length + 1, host) : await onOneMachine();
  const running: Laptop[] = [];
  const launch = async (laptop: number, name: string): Promise<Hands> => {
    const context = { viewport: { width: 1366, height: 768 } };
    const profile = join(place.folder, name);
    const launched = await launchObserved({ headless, profile, context, ...place.wish(laptop) });
    running[laptop] = launched;
    return new Hands(name, launched, how);
  };
  const close = async () => {
    await Promise.allSettled(running.map((laptop) => laptop.close()));
    await place.close();
  };
  try {
    // All of them have come up or failed before anything is closed.
    const launched = await Promise.allSettled(names.map((name, index) => launch(index, name)));
    const laptops = launched.map((one) => {
      if (one.status === "rejected") throw one.reason;
      return one.value;
    });
    return {
      url: place.url,
      laptops,
      profiles: names.map((name) => join(place.folder, name)),
      isNetwork: place.network !== null,
      async takeAway(laptop) {
        if (place.network === null) await running[laptop]?.close();
        else place.network.unplug(laptop + 1);
      },
      slow(laptop, kilobitsPerSecond) {
        place.network?.slow(laptop + 1, kilobitsPerSecond);
        return place.network !== null;
      },
      async bringBack(laptop) {
        if (place.network !== null) {
          place.network.mend(laptop + 1);
          return;
        }
        const hands = laptops[laptop];
        if (hands === undefined) throw new Error("there is no such laptop");
        const address = hands.page.url();
        const again = await launch(laptop, hands.name);
        hands.laptop = again.laptop;
        await hands.page.goto(address);
      },
      another: async (name) => ({ hands: await launch(names.length, name), profile: join(place.folder, name) }),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Where laptops can stand; the first laptop is number 0. */
async function onNetwork(laptops: number, host: number) {
  const ground = await openGround(laptops, { isMulticastFiltered: canStopUdp() });
  try {
    await ground.startProgramOn(host + 1);
  } catch (error) {
    await ground.close();
    throw error;
  }
  const { folder, network, ownUrl, close } = ground;
  const wish = (laptop: number): LaptopWish => ({ executable: network.chromiumOn(laptop + 1), isPlain: true });
  return { folder, network, url: ownUrl, wish, close };
}

async function onOneMachine() {
  const folder = await mkdtemp(join(tmpdir(), "polyphony-flat-"));
  const directory = join(folder, "program");
  // A build that runs meanwhile changes nothing here.
  await cp(fileURLToPath(new URL("../../out/browser", import.meta.url)), directory, { recursive: true });
  const served = await serve({ directory, port: 0 });
  const close = async () => {
    await served.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  };
  return { folder, network: null, url: served.url, wish: (): LaptopWish => ({}), close };
}
