import type { AttackResult } from "./run-attack.ts";

/** What the whole run comes to. */
interface Totals {
  readonly fuzzInputs: number;
  readonly killed: number;
  readonly acknowledgedLost: number;
}

/** The results for people: one line for each attack, and what they come to. */
export function tableOf(attacks: readonly AttackResult[], { fuzzInputs, killed, acknowledgedLost }: Totals): string {
  const lines = attacks.map(({ name, promise, tried, succeeded }) => {
    const sign = succeeded === 0 && tried > 0 ? "✓" : "✗";
    return `${sign} ${promise} ${String(tried).padStart(8)} tried ${String(succeeded).padStart(4)} succeeded   ${name}`;
  });
  const held = attacks.filter(({ succeeded, tried }) => succeeded === 0 && tried > 0).length;
  return [
    ...lines,
    "",
    `${held} of ${attacks.length} attacks came to nothing; ${fuzzInputs} hostile inputs were read.`,
    `Killed ${killed} times while writing; of what had been acknowledged, ${acknowledgedLost} entries were lost.`,
  ].join("\n");
}
