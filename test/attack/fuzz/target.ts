import type { Chance } from "../chance.ts";

/** Something that reads what comes from outside. */
export interface Target {
  readonly name: string;
  /** How many of a thousand inputs it gets. */
  readonly share: number;
  /** Makes ready. What it returns reads one input, made by chance from valid ones, and throws where a promise is broken. */
  readonly prepare: (chance: Chance) => Promise<() => unknown>;
}

/** Says that a reader has broken a promise about what it accepted. */
export function broken(what: string): never {
  throw new Error(what);
}
