import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as Y from "yjs";
import type { Bench } from "../bench.ts";
import { nowMs } from "../clocks.ts";
import { fillVault } from "../fill/say-in-turn.ts";
import { keepMeeting } from "../kept-meeting.ts";
import { UTTERANCE_WORDS } from "../our-program.ts";
import { NO_BASELINE, rowOf, type Budget, type Row } from "../row.ts";
import { growthExponent, median } from "../statistics.ts";
import { seededDoc, typingInYjs } from "../traces/writing.ts";
import { beginAlone } from "../alone.ts";
import { openWorkerVault } from "../worker-vault.ts";
import { wordsOf } from "../words.ts";

const SIZES = [100, 1000, 10_000];
const QUICK_SIZES = [100];
const RUNS = 3;
const BUDGETED = 10_000;
const BUDGET: Budget = { of: "ours", atMost: 1500 };
/** So many of the last words have to be painted. */
const LAST_ONES = 1;

interface Opened {
  readonly size: number;
  readonly ours: number[];
  readonly baseline: number[];
}

/**
 * Opening a kept meeting. From a browser's vault: from the address to the last utterance painted, in a Chromium process just
 * started. From the desktop's SQLite vault: until everything in it is proved, judged and true in this Node process, where nothing is painted.
 */
export async function measureOpen(bench: Bench): Promise<readonly Row[]> {
  const sizes = bench.quick ? QUICK_SIZES : SIZES;
  const runs = bench.quick ? 1 : RUNS;
  const sqlite: Opened[] = [];
  for (const size of sizes) sqlite.push(await openFromSqlite(size, runs));
  const browser = await openInBrowsers(bench, sizes, runs);
  const rows = (name: string, opened: readonly Opened[], baselineName: string, notes: readonly string[]): Row[] => {
    const times = opened.map(({ size, ours }) => [size, median(ours)] as const);
    const [all, end] = [growthExponent(times), growthExponent(times.slice(-2))].map((power) => power.toFixed(2));
    const grows = `it grows with the power ${all} of how many there are, and ${end} between the two largest`;
    const said = opened.length < 2 ? [] : [grows];
    return opened.map(({ size, ours, baseline }) =>
      rowOf({
        name: `open-${name}-${size}`,
        unit: "ms",
        budget: size === BUDGETED ? BUDGET : null,
        baselineName,
        quick: bench.quick,
        each: `each run opens a kept meeting of ${size} utterances, three entries each`,
        ours,
        baseline,
        notes: [...said, ...notes],
      }),
    );
  };
  return [
    ...rows("browser", browser, NO_BASELINE, [
      "from the address to painted, in a Chromium process just started, from the browser's vault on this disk",
    ]),
    ...rows("sqlite", sqlite, "plain Yjs", [
      "read from the SQLite vault, proved, judged and folded in a Node process, and put into the wire doc; nothing is painted",
      "plain Yjs: the same words in as many documents, each taken in from one update in memory; nothing is read, proved or folded",
    ]),
  ];
}

async function openFromSqlite(size: number, runs: number): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), "polyphony-open-"));
  const texts = Array.from({ length: size }, (_, index) => wordsOf(index));
  const plain = texts.map(plainUpdateOf);
  const ours: number[] = [];
  const baseline: number[] = [];
  const vault = await openWorkerVault(folder);
  try {
    const { meeting, reopen } = await beginAlone(vault);
    await fillVault(vault, texts, null);
    for (let run = 0; run < runs; run += 1) {
      const begun = performance.now();
      const session = await reopen(vault, meeting);
      if (session.view().state.order.length !== size) throw new Error("not everything that was kept was believed");
      ours.push(performance.now() - begun);
      session.close();
      const took = performance.now();
      for (const update of plain) Y.applyUpdate(new Y.Doc(), update);
      baseline.push(performance.now() - took);
    }
  } finally {
    await vault.close();
    await rm(folder, { recursive: true, force: true });
  }
  return { size, ours, baseline };
}

function plainUpdateOf(said: string): Uint8Array {
  const doc = seededDoc();
  typingInYjs(doc)([0, 0, said]);
  return Y.encodeStateAsUpdate(doc);
}

async function openInBrowsers(bench: Bench, sizes: readonly number[], runs: number): Promise<readonly Opened[]> {
  const opened: Opened[] = [];
  for (const size of sizes) {
    const profile = await bench.createProfile();
    const texts = Array.from({ length: size }, (_, index) => wordsOf(index));
    const address = await keepMeeting(bench, profile, texts);
    const ours: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      ours.push(await openFromProfile(bench, await bench.createProfile(profile), address, texts.slice(-LAST_ONES)));
    }
    opened.push({ size, ours, baseline: [] });
  }
  return opened;
}

async function openFromProfile(
  bench: Bench,
  profile: string,
  address: string,
  texts: readonly string[],
): Promise<number> {
  const laptop = await bench.openLaptop(profile);
  try {
    const begun = nowMs();
    await laptop.page.goto(address, { waitUntil: "commit" });
    const painted = await laptop.page.evaluate(([where, last]) => window.probe.whenPainted(where, last, true), [
      UTTERANCE_WORDS,
      texts,
    ] as const);
    return painted - begun;
  } finally {
    await laptop.close();
  }
}
