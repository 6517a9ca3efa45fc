import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../../build/scripts/project.mjs";
import { openNetwork, type Network, type NetworkWish } from "./network.ts";
import { startProgram, type Program } from "./program.ts";

/** A network of its own for so many laptops, and the built program, which can be started on any of them. */
export interface Ground {
  readonly network: Network;
  /** A folder for whatever the laptops keep. It is gone after closing. */
  readonly folder: string;
  readonly port: number;
  /** The address of the program in the browser of a laptop that runs it. */
  readonly ownUrl: string;
  /** Starts the program on a laptop, open to the others. The first laptop is number 1. */
  readonly startProgramOn: (laptop: number) => Promise<Program>;
  /** Ends the programs and takes the network away. The laptops' browsers are closed before. */
  readonly close: () => Promise<void>;
}

const PORT = 4807;

/** Makes the network and puts a copy of the built program beside it. */
export async function openGround(laptops: number, wish: NetworkWish): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), "polyphony-ground-"));
  const undoings: (() => Promise<void>)[] = [
    () => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }),
  ];
  const close = async () => {
    for (const undo of undoings.splice(0).reverse()) await undo();
  };
  try {
    const directory = join(folder, "program");
    // A build that runs meanwhile changes nothing here.
    await cp(join(projectRoot, "out/browser"), directory, { recursive: true });
    const network = openNetwork(laptops, wish);
    undoings.push(async () => network.close());
    return {
      network,
      folder,
      port: PORT,
      ownUrl: `http://127.0.0.1:${PORT}/`,
      async startProgramOn(laptop) {
        const profile = join(folder, `program-${laptop}`);
        const program = await startProgram(network, laptop, { directory, profile, port: PORT });
        undoings.push(() => program.end());
        return program;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
