import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { openBench, type Bench } from "./bench.ts";
import { describeMachine, installedVersions } from "./machine.ts";
import type { Row } from "./row.ts";
import { measureConverge } from "./rows/converge.ts";
import { measureExport } from "./rows/export.ts";
import { measureKeeping } from "./rows/keep-typing.ts";
import { measureLateJoin } from "./rows/late-join.ts";
import { measureLatency } from "./rows/latency.ts";
import { measureLongRecord } from "./rows/long-record.ts";
import { measureMeshBytes } from "./rows/mesh-bytes.ts";
import { measureOpen } from "./rows/open.ts";
import { measureSize } from "./rows/size.ts";
import { measureStart } from "./rows/start.ts";
import { measureTrace } from "./rows/trace.ts";
import { tableOf } from "./table.ts";

/*
 * Measures the program beside stock y-webrtc and Lexical, on this machine and in one run:
 *   node test/bench/main.ts [--json] [--only NAME] [--quick] [--directory DIR]
 * NAME is one of the measurements below, or the name of one row. Exits 0 when everything was measured, whether the
 * budgets hold or not.
 */

/** What measures several rows in one go, and how long it may take before something is wrong. */
interface Measurement {
  readonly name: string;
  readonly measure: (bench: Bench) => Promise<readonly Row[]>;
  readonly limitMs: number;
}

const MINUTE_MS = 60_000;
const MEASUREMENTS: readonly Measurement[] = [
  { name: "latency", measure: measureLatency, limitMs: 4.5 * MINUTE_MS },
  { name: "late-join", measure: measureLateJoin, limitMs: 5 * MINUTE_MS },
  { name: "mesh-bytes", measure: measureMeshBytes, limitMs: 5 * MINUTE_MS },
  { name: "start", measure: measureStart, limitMs: 2 * MINUTE_MS },
  { name: "trace", measure: measureTrace, limitMs: 8 * MINUTE_MS },
  { name: "keep-typing", measure: measureKeeping, limitMs: 3 * MINUTE_MS },
  { name: "converge", measure: measureConverge, limitMs: 3 * MINUTE_MS },
  { name: "open", measure: measureOpen, limitMs: 6 * MINUTE_MS },
  { name: "long-record", measure: measureLongRecord, limitMs: 8 * MINUTE_MS },
  { name: "export", measure: measureExport, limitMs: 3 * MINUTE_MS },
  { name: "size", measure: measureSize, limitMs: 4 * MINUTE_MS },
];

const { values: wish } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    only: { type: "string", default: "" },
    quick: { type: "boolean", default: false },
    directory: { type: "string", default: fileURLToPath(new URL("../../out/browser", import.meta.url)) },
  },
});

const wished = MEASUREMENTS.filter(({ name }) => wish.only === "" || `${wish.only}-`.startsWith(`${name}-`));
if (wished.length === 0) {
  console.error(`There is no row called "${wish.only}". Try ${MEASUREMENTS.map(({ name }) => name).join(", ")}.`);
  process.exitCode = 2;
} else {
  await measureAll(wished);
}

async function measureAll(measurements: readonly Measurement[]): Promise<void> {
  const machine = describeMachine();
  const bench = await openBench({ built: wish.directory, quick: wish.quick });
  const rows: Row[] = [];
  try {
    for (const { name, measure, limitMs } of measurements) {
      console.error(`Measuring ${name} …`);
      rows.push(...(await within(limitMs, name, measure(bench))));
      await bench.closeLaptops();
    }
  } finally {
    await bench.close();
  }
  const asked = rows.some(({ name }) => name === wish.only) ? rows.filter(({ name }) => name === wish.only) : rows;
  const versions = await installedVersions(bench.chromiumVersion());
  console.log(wish.json ? JSON.stringify({ machine, versions, rows: asked }, null, 2) : tableOf(asked));
}

async function within<Value>(limitMs: number, name: string, promise: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`${name} was not measured within ${limitMs / MINUTE_MS} minutes`));
    }, limitMs);
  });
  // When it is late its browsers are closed, which makes it reject with nobody listening.
  promise.catch(() => undefined);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
