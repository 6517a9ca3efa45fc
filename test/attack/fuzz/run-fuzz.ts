import type { AttackResult } from "../run-attack.ts";
import { Chance } from "../chance.ts";
import { bytesFromOutside } from "./bytes-from-outside.ts";
import { documentsFromOutside } from "./documents-from-outside.ts";
import { filesFromOutside } from "./files.ts";
import { recordsOfTheDisk } from "./records-of-the-disk.ts";
import type { Target } from "./target.ts";

/** Whatever reads what comes from outside. */
export const targets: readonly Target[] = [
  ...bytesFromOutside,
  ...documentsFromOutside,
  ...recordsOfTheDisk,
  ...filesFromOutside,
];

/** One input may take so long; a reader that needs more could be kept busy by whoever sends it some. */
const MOST_MS = 500;

/** How many harms of one reader are told: the first ones say it all. */
const MOST_TOLD = 5;

/** Gives each reader its share of so many inputs. An exception, or too long a time for one of them, is harm. */
export async function fuzz(wish: { readonly seed: number; readonly inputs: number }): Promise<readonly AttackResult[]> {
  const shares = targets.reduce((sum, { share }) => sum + share, 0);
  const results: AttackResult[] = [];
  for (const target of targets) {
    results.push(await fuzzOne(target, wish.seed, Math.ceil((wish.inputs * target.share) / shares)));
  }
  return results;
}

/** Gives one reader so many inputs. */
export async function fuzzOne(target: Target, seed: number, inputs: number): Promise<AttackResult> {
  const name = `read hostile input: ${target.name}`;
  const read = await target.prepare(Chance.of(seed, name));
  const harms: string[] = [];
  const began = performance.now();
  for (let count = 0; count < inputs; count += 1) {
    const from = performance.now();
    try {
      await read();
    } catch (error) {
      harms.push(`input ${count}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
    const tookMs = performance.now() - from;
    if (tookMs > MOST_MS) harms.push(`input ${count} took ${tookMs.toFixed()} ms`);
  }
  const tookMs = performance.now() - began;
  return { name, promise: "P5", tried: inputs, succeeded: harms.length, harms: harms.slice(0, MOST_TOLD), tookMs };
}
