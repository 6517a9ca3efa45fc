import { Hands } from "../demo/hands.ts";
import { launchLaptop, type Laptop } from "../e2e/chromium.ts";
import { openGround } from "./ground.ts";
import type { Network, NetworkWish } from "./network.ts";
import { observeChannels } from "./observed-channels.ts";
import type { Program } from "./program.ts";

/**
 * Laptops that have nothing but each other: a network namespace with one address each, no route, no multicast, and in each its
 * own Chromium to which nothing was granted. The first hosts: it runs the program, and its person uses it at loopback.
 */
export interface House {
  readonly network: Network;
  readonly port: number;
  /** The laptop that hosts, in somebody's hands. */
  readonly host: Hands;
  readonly guests: readonly Hands[];
  /** The host, and then its guests. */
  readonly everyone: readonly Hands[];
  readonly program: Program;
  /** Starts the program on one more laptop: the first guest's is number 2. */
  startProgramOn(laptop: number): Promise<Program>;
  /** The address of the program in a laptop's own browser. */
  readonly ownUrl: string;
  close(): Promise<void>;
}

/** Sets up a house with so many guests. */
export async function openHouse(guests: number, wish: NetworkWish = { isMulticastFiltered: true }): Promise<House> {
  const ground = await openGround(guests + 1, wish);
  const { network, port, ownUrl, startProgramOn } = ground;
  const laptops: Laptop[] = [];
  const close = async () => {
    await Promise.allSettled(laptops.map((laptop) => laptop.close()));
    await ground.close();
  };
  try {
    const program = await startProgramOn(1);
    for (let laptop = 1; laptop <= guests + 1; laptop += 1) {
      const context = { viewport: { width: 1366, height: 768 } };
      const launched = await launchLaptop({ executable: network.chromiumOn(laptop), isPlain: true, context });
      laptops.push(launched);
      await observeChannels(launched.context);
    }
    const [host, ...others] = laptops.map((laptop, index) => new Hands(String(index + 1), laptop));
    if (host === undefined) throw new Error("the first laptop was started");
    const everyone = [host, ...others];
    return { network, port, host, guests: others, everyone, program, startProgramOn, ownUrl, close };
  } catch (error) {
    await close();
    throw error;
  }
}
