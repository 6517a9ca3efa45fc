import * as Y from "yjs";
import type { Bench } from "../bench.ts";
import { rowOf, skippedRow, type Budget, type Row } from "../row.ts";
import { NO_TRACES, readPaper, textAfter, type Patch } from "../traces/editing-trace.ts";
import { hasCaughtUp, seededDoc, typingAsOurs, typingInYjs, wordsIn } from "../traces/writing.ts";
import { nextTurn, openMesh, openTwoLaptops, until } from "../two-laptops.ts";

const PLAIN_YJS = "plain Yjs";
const BUDGET: Budget = { of: "ratio", atMost: 3 };
/** How many edits of the recording are replayed, and how often. One for each entry takes far longer for each of them. */
const FULL = { edits: Infinity, oneByOne: 2000, runs: 2 };
const QUICK = { edits: 3000, oneByOne: 100, runs: 1 };

/** How somebody types: as fast as the program takes keys, or so slowly that each key is saved before the next one. */
type Pace = "as fast as keys are taken" | "one saved after the other";

interface Replayed {
  readonly ms: number;
  readonly entries: number;
  readonly bytes: number;
}

/**
 * A paper that somebody really wrote, typed into the summary on one laptop until it stands on another one's: each edit made in the
 * document, signed, sealed, saved, put on the wire, proved, judged, saved and applied there. The baseline is the same edits
 * made in one plain Yjs document and applied to another, one update each. Ends the bench where any text is not the paper's.
 */
export async function measureTrace(bench: Bench): Promise<readonly Row[]> {
  const paper = await readPaper();
  const rows = [
    { name: "trace-paper", unit: "ms", budget: BUDGET, baselineName: PLAIN_YJS },
    { name: "trace-one-by-one", unit: "ms", budget: null, baselineName: PLAIN_YJS },
  ] as const;
  if (paper === null) return rows.map((row) => skippedRow(row, NO_TRACES));
  const { edits, oneByOne, runs } = bench.quick ? QUICK : FULL;
  const [asItIs, slowly] = rows;
  const all = paper.patches.slice(0, edits);
  const some = paper.patches.slice(0, oneByOne);
  const end = edits < paper.patches.length ? textAfter(all) : paper.endContent;
  return [
    await measure(bench, asItIs, { patches: all, end, pace: "as fast as keys are taken", runs }),
    await measure(bench, slowly, { patches: some, end: textAfter(some), pace: "one saved after the other", runs: 1 }),
  ];
}

interface Replay {
  readonly patches: readonly Patch[];
  readonly end: string;
  readonly pace: Pace;
  readonly runs: number;
}

async function measure(
  { quick }: Bench,
  row: Pick<Row, "baselineName" | "budget" | "name" | "unit">,
  { patches, end, pace, runs }: Replay,
): Promise<Row> {
  const ours: Replayed[] = [];
  const baseline: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    ours.push(await replayInOurs(patches, end, pace));
    baseline.push(replayInYjs(patches, end));
  }
  const entries = ours.map((one) => one.entries).join(", ");
  const bytes = ours.map((one) => (one.bytes / 1e6).toFixed(2)).join(", ");
  return rowOf({
    ...row,
    quick,
    each: `each run is ${patches.length} edits, ${pace}, from the first one until all of them stand on the other laptop`,
    ours: ours.map(({ ms }) => ms),
    baseline,
    notes: [
      `they became ${entries} entries of ${bytes} MB together: edits that come while the vault is busy become one`,
      "both laptops are one Node process; each has a SQLite vault beside it, as the desktop program has, on this disk",
      "between the laptops: the program's wire docs and links over data channels in memory; no WebRTC, no Chromium",
      "the text on the other laptop was compared with the recording's, letter by letter",
    ],
  });
}

async function replayInOurs(patches: readonly Patch[], end: string, pace: Pace): Promise<Replayed> {
  const { laptops, close } = await openTwoLaptops(openMesh);
  try {
    const [{ session: writer, kept }, { session: reader }] = laptops;
    const before = { ...kept };
    const isSaved = (): boolean => writer.view().saving === "saved";
    const begun = performance.now();
    const type = typingAsOurs(writer.summary.text.doc);
    for (const patch of patches) {
      type(patch);
      if (pace === "one saved after the other") await until("a key is saved", isSaved);
      else await nextTurn();
    }
    await until("all is saved", isSaved);
    await until("all has come", () => hasCaughtUp(reader.summary.text.doc, writer.summary.text.doc));
    await until("the text is there", () => wordsIn(reader.summary.text.doc) === end);
    const ms = performance.now() - begun;
    return { ms, entries: kept.entries - before.entries, bytes: kept.bytes - before.bytes };
  } finally {
    await close();
  }
}

function replayInYjs(patches: readonly Patch[], end: string): number {
  const [here, there] = [seededDoc(), seededDoc()];
  here.on("update", (update: Uint8Array) => {
    Y.applyUpdate(there, update);
  });
  const begun = performance.now();
  const type = typingInYjs(here);
  for (const patch of patches) type(patch);
  const ms = performance.now() - begun;
  if (wordsIn(there) !== end) throw new Error("plain Yjs did not end at the recording's text");
  return ms;
}
