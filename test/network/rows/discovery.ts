import { join } from "node:path";
import { spawn } from "node:child_process";
import { nodeProgram } from "../../../build/scripts/node-program.mjs";
import { projectRoot } from "../../../build/scripts/project.mjs";
import { openHouse } from "../house.ts";
import type { Network } from "../network.ts";
import { rowOf, type Row } from "../row.ts";
import { runAlone } from "../run-alone.ts";

const PATIENCE_MS = 20_000;

/** A laptop with the program looks around on a network without a route. */
export async function measureDiscovery(runs: number): Promise<readonly Row[]> {
  const house = await openHouse(1, {});
  try {
    const seconds: number[] = [];
    for (let run = 0; run < runs; run += 1) seconds.push((await lookAround(house.network)) / 1000);
    const notes = ["From looking around until the room is listed, over multicast DNS. No route, no internet."];
    return [rowOf({ name: "discovery without a route", unit: "s", budget: 1, runs: seconds, notes })];
  } finally {
    await house.close();
  }
}

/** Milliseconds until the program's own looking around on laptop 2 has found the room of laptop 1. */
async function lookAround(network: Network): Promise<number> {
  const looking = join(projectRoot, "test/cast/look-around-program.ts");
  const [enter, args] = network.on(2, nodeProgram(), looking, network.addressOf(2));
  const child = spawn(enter, args, { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const until = Date.now() + PATIENCE_MS;
  try {
    for (;;) {
      const [, found] = /^found after (\d+)$/m.exec(said) ?? [];
      if (found !== undefined) return Number(found);
      if (Date.now() > until) throw new Error("nothing was found");
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  } finally {
    child.kill("SIGKILL");
  }
}

if (import.meta.main) await runAlone(measureDiscovery);
