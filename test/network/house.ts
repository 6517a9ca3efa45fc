import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../../build/scripts/project.mjs";
import { Hands } from "../demo/hands.ts";
import { launchLaptop, type Laptop } from "../e2e/chromium.ts";
import { openNetwork, type Network, type NetworkWish } from "./network.ts";
import { observeChannels } from "./observed-channels.ts";
import { startProgram, type Program } from "./program.ts";

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

const PORT = 4807;

/** Sets up a house with so many guests. */
export async function openHouse(guests: number, wish: NetworkWish = { isMulticastFiltered: true }): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), "polyphony-house-"));
  const closing: (() => Promise<void>)[] = [
    () => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }),
  ];
  const close = async () => {
    for (const undo of closing.splice(0).reverse()) await undo();
  };
  try {
    const directory = join(folder, "program");
    // A build that runs meanwhile changes nothing here.
    await cp(join(projectRoot, "out/browser"), directory, { recursive: true });
    const network = openNetwork(guests + 1, wish);
    closing.push(async () => network.close());
    const startProgramOn = async (laptop: number) => {
      const profile = join(folder, `program-${laptop}`);
      const program = await startProgram(network, laptop, { directory, profile, port: PORT });
      closing.push(() => program.end());
      return program;
    };
    const program = await startProgramOn(1);
    const laptops: Laptop[] = [];
    closing.push(async () => {
      await Promise.allSettled(laptops.map((laptop) => laptop.close()));
    });
    for (let laptop = 1; laptop <= guests + 1; laptop += 1) {
      const context = { viewport: { width: 1366, height: 768 } };
      const launched = await launchLaptop({ executable: network.chromiumOn(laptop), isPlain: true, context });
      laptops.push(launched);
      await observeChannels(launched.context);
    }
    const [host, ...others] = laptops.map((laptop, index) => new Hands(String(index + 1), laptop));
    if (host === undefined) throw new Error("the first laptop was started");
    const ownUrl = `http://127.0.0.1:${PORT}/`;
    const everyone = [host, ...others];
    return { network, port: PORT, host, guests: others, everyone, program, startProgramOn, ownUrl, close };
  } catch (error) {
    await close();
    throw error;
  }
}
