import type { Bench } from "../bench.ts";
import { bundleFilling } from "../build-pages.ts";
import { beginMeeting } from "../our-program.ts";
import { rowOf, skippedRow, type Row } from "../row.ts";
import { NO_TRACES, readPaper, type Patch } from "../traces/editing-trace.ts";

const FULL = { edits: 5000, runs: 2 };
const QUICK = { edits: 500, runs: 1 };

/**
 * The beginning of a paper that somebody really wrote, typed in a page of Chromium until this browser keeps all of it: by the
 * program's session into the browser's vault, and in plain Yjs with y-indexeddb. Each run is a browser just started.
 */
export async function measureKeeping(bench: Bench): Promise<readonly Row[]> {
  const row = { name: "keep-typing", unit: "ms", budget: null, baselineName: "plain Yjs + y-indexeddb" };
  const paper = await readPaper();
  if (paper === null) return [skippedRow(row, NO_TRACES)];
  const { edits, runs } = bench.quick ? QUICK : FULL;
  const patches = paper.patches.slice(0, edits);
  const script = await bundleFilling("keep-typing.ts");
  const ours: number[] = [];
  const baseline: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    ours.push(await typeInPage(bench, script, "ours", patches));
    baseline.push(await typeInPage(bench, script, "yIndexedDb", patches));
  }
  return [
    rowOf({
      ...row,
      quick: bench.quick,
      each: `each run is the first ${patches.length} edits of the paper, as fast as keys are taken, from the first one until all are kept`,
      ours,
      baseline,
      notes: [
        "ours is signed and sealed, and kept with durability strict; edits that come while the vault is busy become one entry",
        "y-indexeddb keeps one update for each edit as it is, with the durability that browsers have where nothing is said",
      ],
    }),
  ];
}

async function typeInPage(
  bench: Bench,
  script: string,
  by: "ours" | "yIndexedDb",
  patches: readonly Patch[],
): Promise<number> {
  const laptop = await bench.openLaptop();
  try {
    await beginMeeting(laptop.page, bench.ours.url);
    await laptop.page.goto(`${bench.ours.url}#/`);
    await laptop.page.reload();
    await laptop.page.evaluate(script);
    return await laptop.page.evaluate(([how, typed]) => window.keepTyping[how](typed), [by, patches] as const);
  } finally {
    await laptop.close();
  }
}
