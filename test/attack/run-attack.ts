import type { Attack } from "./attack.ts";
import { Chance } from "./chance.ts";
import { becomeAPage } from "./memory-page.ts";
import { openPlace, type OpenPlace, type Place } from "./place.ts";

/** What the report says of one attack. */
export interface AttackResult {
  readonly name: string;
  readonly promise: Attack["promise"];
  readonly tried: number;
  /** How often it did harm: 0, or something has to be mended. */
  readonly succeeded: number;
  readonly harms: readonly string[];
  readonly tookMs: number;
}

/** Runs one attack to its end. One that cannot be carried out counts as succeeded: nothing was shown by it. */
export async function runAttack(
  attack: Attack,
  wish: { readonly seed: number; readonly scale: number; readonly patienceMs?: number },
): Promise<AttackResult> {
  const began = performance.now();
  const faults: string[] = [];
  const places: Place[] = [];
  const leave = becomeAPage((error) => {
    faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  });
  const chance = Chance.of(wish.seed, attack.name);
  const { patienceMs } = wish;
  const open: OpenPlace = async (asked = {}) => {
    const place = await openPlace(chance, faults, { ...asked, ...(patienceMs !== undefined && { patienceMs }) });
    places.push(place);
    return place;
  };
  let outcome: Awaited<ReturnType<Attack["run"]>>;
  try {
    outcome = await attack.run({ open, chance, scale: wish.scale });
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    outcome = { tried: 0, harms: [`it came to no end: ${why}`] };
  } finally {
    for (const place of places) place.close();
    // What a laptop still has to say to its console, it says now.
    await new Promise((resolve) => setImmediate(resolve));
    leave();
  }
  const harms = [...new Set([...outcome.harms, ...faults.map((fault) => `in a console: ${fault}`)])];
  const { name, promise } = attack;
  return { name, promise, tried: outcome.tried, succeeded: harms.length, harms, tookMs: performance.now() - began };
}
