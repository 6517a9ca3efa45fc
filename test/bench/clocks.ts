import type { Page } from "playwright-core";

/** How far a page's clock is ahead of this process's, in milliseconds, and how wrong that may be either way. */
export interface ClockDifference {
  readonly aheadMs: number;
  readonly uncertainMs: number;
}

const QUESTIONS = 60;
/** Clocks that differ by more than this could make a neighbour look quicker or slower than it is. */
const TOLERATED_MS = 2;

/** This process's time on the clock that the pages use too. */
export function nowMs(): number {
  return performance.timeOrigin + performance.now();
}

/**
 * Verifies that all these pages and this process read the same clock. Each page is asked for its time again and again; the
 * quickest answer bounds the difference by half of the time it took. Throws when the clocks are known to differ.
 */
export async function compareClocks(pages: readonly Page[]): Promise<readonly ClockDifference[]> {
  const differences: ClockDifference[] = [];
  for (const page of pages) differences.push(await differenceOf(page));
  for (const { aheadMs, uncertainMs } of differences) {
    if (Math.abs(aheadMs) - uncertainMs > TOLERATED_MS) {
      throw new Error(`a browser's clock is ${aheadMs.toFixed(1)} ms (± ${uncertainMs.toFixed(1)}) ahead of ours`);
    }
  }
  return differences;
}

/** What `compareClocks` found, in words. */
export function clocksInWords(differences: readonly ClockDifference[]): string {
  const each = differences.map(({ aheadMs, uncertainMs }) => `${aheadMs.toFixed(2)} ± ${uncertainMs.toFixed(2)} ms`);
  return `clocks of the browsers against this process: ${each.join(", ")}`;
}

async function differenceOf(page: Page): Promise<ClockDifference> {
  let best: ClockDifference = { aheadMs: 0, uncertainMs: Infinity };
  for (let question = 0; question < QUESTIONS; question += 1) {
    const asked = nowMs();
    const there = await page.evaluate(() => performance.timeOrigin + performance.now());
    const answered = nowMs();
    const uncertainMs = (answered - asked) / 2;
    if (uncertainMs < best.uncertainMs) best = { aheadMs: there - (asked + answered) / 2, uncertainMs };
  }
  return best;
}
