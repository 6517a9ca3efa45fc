import { canStopUdp } from "./network.ts";

/** One line of the report. */
export interface Row {
  readonly name: string;
  /** What stands for all runs: the worst of them. Null where nothing was measured. */
  readonly figure: number | null;
  readonly unit: string;
  /** What the figure may be at most; null where it is only told. */
  readonly budget: number | null;
  /** Whether it is kept, and what else must hold did; null where nothing was measured. */
  readonly holds: boolean | null;
  /** Why nothing was measured, or null. */
  readonly skipped: string | null;
  /** The figure of each run. */
  readonly runs: readonly number[];
  /** What has to be known to read the figure. */
  readonly notes: readonly string[];
}

/** What was measured. */
export interface Measured {
  readonly name: string;
  readonly unit: string;
  readonly budget: number | null;
  readonly runs: readonly number[];
  /** What must hold besides; each that does not is named. */
  readonly broken?: readonly string[];
  readonly notes?: readonly string[];
}

/** A row of what was measured: the worst run counts. */
export function rowOf({ name, unit, budget, runs, broken = [], notes = [] }: Measured): Row {
  if (runs.length === 0) throw new Error(`${name}: nothing was measured`);
  const figure = Math.round(Math.max(...runs) * 1000) / 1000;
  const holds = broken.length === 0 && (budget === null || figure <= budget);
  const rounded = runs.map((run) => Math.round(run * 1000) / 1000);
  return { name, figure, unit, budget, holds, skipped: null, runs: rounded, notes: [...broken, ...notes] };
}

/** A row of which nothing could be measured here, and why. */
export function skippedRow(name: string, skipped: string): Row {
  return { name, figure: null, unit: "", budget: null, holds: null, skipped, runs: [], notes: [] };
}

/** Why no network can be made here, or null where one can. */
export function whyNoNetwork(): string | null {
  return canStopUdp() ? null : "network namespaces need Linux, root, iproute2 and nftables";
}
