import { median, middleHalf } from "./statistics.ts";

/** What DESIGN §8 asks of a number: of ours by itself, or of ours divided by the baseline. */
export interface Budget {
  readonly of: "ours" | "ratio";
  readonly atMost: number;
}

/** How often something was measured, and how much that varied. */
export interface Runs {
  /** Whether fewer were made than the budgets are meant for. */
  readonly quick: boolean;
  /** What one of the numbers below was taken from, and what went before uncounted. */
  readonly each: string;
  readonly ours: readonly number[];
  /** Fewer than ours where the baseline did not get there. */
  readonly baseline: readonly number[];
  /** Where the middle half of `ours` and of `baseline` lies; null for none. */
  readonly spread: { readonly ours: Range | null; readonly baseline: Range | null };
  /** What has to be known to read the numbers, in words. */
  readonly notes: readonly string[];
}

type Range = readonly [number, number];

/** One line of the table. */
export interface Row {
  readonly name: string;
  readonly unit: string;
  /** Null where it could not be measured; `skipped` says why. */
  readonly ours: number | null;
  /** Null where the baseline did not get there in any run. */
  readonly baseline: number | null;
  readonly baselineName: string;
  /** Ours divided by the baseline. */
  readonly ratio: number | null;
  readonly budget: Budget | null;
  /** Whether the budget is kept; null where there is none, or nothing to compare with. */
  readonly holds: boolean | null;
  /** Why nothing was measured, or null. */
  readonly skipped: string | null;
  readonly runs: Runs;
}

/** What was measured, before anything is reckoned from it. */
export interface Measured {
  readonly name: string;
  readonly unit: string;
  readonly budget: Budget | null;
  /** What `baseline` is of, where it is not the stock page. */
  readonly baselineName?: string;
  readonly quick: boolean;
  readonly each: string;
  /** One number for each run, in the order of the runs. */
  readonly ours: readonly number[];
  readonly baseline: readonly number[];
  readonly notes?: readonly string[];
  /** The number that stands for all runs, when it is not their median. */
  readonly overall?: { readonly ours: number; readonly baseline: number };
}

/** What a row is compared with where there is nothing to compare it with. */
export const NO_BASELINE = "none";
/** What a row is compared with where nothing else is said. */
const BASELINE_NAME = "stock y-webrtc + Lexical";

/** Reckons a row from what was measured. */
export function rowOf(measured: Measured): Row {
  const { name, unit, budget, quick, each } = measured;
  const ours = measured.overall?.ours ?? median(measured.ours);
  if (!Number.isFinite(ours)) throw new Error(`${name}: nothing was measured`);
  const got = measured.baseline.length > 0;
  const baseline = got ? (measured.overall?.baseline ?? median(measured.baseline)) : null;
  const ratio = baseline === null ? null : ours / baseline;
  const held = budget?.of === "ratio" ? ratio : ours;
  return {
    name,
    unit,
    ours: rounded(ours),
    baseline: baseline === null ? null : rounded(baseline),
    baselineName: measured.baselineName ?? BASELINE_NAME,
    ratio: ratio === null ? null : rounded(ratio),
    budget,
    holds: budget === null || held === null ? null : held <= budget.atMost,
    skipped: null,
    runs: {
      quick,
      each,
      ours: measured.ours.map(rounded),
      baseline: measured.baseline.map(rounded),
      spread: { ours: spreadOf(measured.ours), baseline: spreadOf(measured.baseline) },
      notes: measured.notes ?? [],
    },
  };
}

/** A row of which nothing could be measured here, and why. It holds nothing. */
export function skippedRow(
  { name, unit, budget, baselineName }: Pick<Row, "baselineName" | "budget" | "name" | "unit">,
  skipped: string,
): Row {
  const runs = {
    quick: false,
    each: skipped,
    ours: [],
    baseline: [],
    spread: { ours: null, baseline: null },
    notes: [],
  };
  return { name, unit, ours: null, baseline: null, baselineName, ratio: null, budget, holds: null, skipped, runs };
}

function spreadOf(numbers: readonly number[]): Range | null {
  if (numbers.length === 0) return null;
  const [low, high] = middleHalf(numbers);
  return [rounded(low), rounded(high)];
}

/** Three digits after the point: more than any of these numbers is good for. */
function rounded(number: number): number {
  return Math.round(number * 1000) / 1000;
}
