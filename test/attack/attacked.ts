import type { AttackResult } from "./run-attack.ts";

/** Runs one attack against the program as it is now: with whatever a test has left out of it. */
export async function attacked(name: string): Promise<AttackResult> {
  const { attacks } = await import("./all-attacks.ts");
  const { runAttack } = await import("./run-attack.ts");
  const attack = attacks.find((one) => one.name === name);
  if (attack === undefined) throw new Error(`There is no attack called "${name}".`);
  return runAttack(attack, { seed: 7, scale: 0.02, patienceMs: 300 });
}
