import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { attacks } from "./all-attacks.ts";
import { attackInBrowsers } from "./browser/in-browsers.ts";
import { fuzz } from "./fuzz/run-fuzz.ts";
import { killWhileWriting } from "./kill/kill-while-writing.ts";
import { runAttack, type AttackResult } from "./run-attack.ts";

/** The parts of the suite. Each runs in a process of its own, so that none can take another down. */
export const PARTS = ["attacks", "browsers", "fuzz", "kill"] as const;
export type Part = (typeof PARTS)[number];

/** What one part found. */
export interface PartResult {
  readonly attacks: readonly AttackResult[];
  readonly fuzzInputs: number;
  readonly killed: number;
  readonly acknowledgedLost: number;
}

export interface Extent {
  readonly seed: number;
  readonly short: boolean;
}

const NOTHING: PartResult = { attacks: [], fuzzInputs: 0, killed: 0, acknowledgedLost: 0 };

/** Runs one part to its end. */
export async function runPart(part: Part, { seed, short }: Extent): Promise<PartResult> {
  switch (part) {
    case "attacks":
      return { ...NOTHING, attacks: await runAttacks({ seed, scale: short ? 0.03 : 1 }) };
    case "browsers":
      return { ...NOTHING, attacks: await attackInBrowsers() };
    case "fuzz": {
      const results = await fuzz({ seed, inputs: short ? 10_000 : 220_000 });
      return { ...NOTHING, attacks: results, fuzzInputs: results.reduce((sum, { tried }) => sum + tried, 0) };
    }
    case "kill":
      return { ...NOTHING, ...(await kill(seed, short ? 10 : 500)) };
  }
}

/** Runs all attacks in this process, one after the other. */
async function runAttacks(wish: { readonly seed: number; readonly scale: number }): Promise<readonly AttackResult[]> {
  const results: AttackResult[] = [];
  for (const attack of attacks) results.push(await runAttack(attack, wish));
  return results;
}

async function kill(seed: number, times: number): Promise<Partial<PartResult>> {
  const dir = await mkdtemp(join(tmpdir(), "polyphony-kill-"));
  const began = performance.now();
  try {
    const { killed, acknowledged, acknowledgedLost, ...other } = await killWhileWriting({
      times,
      seed,
      parallel: 1,
      dir,
    });
    const troubles = Object.entries({ acknowledgedLost, ...other }).filter(([, count]) => count > 0);
    const result: AttackResult = {
      name: "kill the program while it writes",
      promise: "P6",
      // A vault of which nothing was ever acknowledged has nothing to lose.
      tried: acknowledged > 0 ? killed : 0,
      succeeded: troubles.reduce((sum, [, count]) => sum + count, 0),
      harms: troubles.map(([what, count]) => `${what}: ${count}`),
      tookMs: performance.now() - began,
    };
    return { attacks: [result], killed, acknowledgedLost };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
