import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { projectRoot } from "../../build/scripts/project.mjs";
import { describeMachine } from "../bench/machine.ts";
import { skippedRow, whyNoNetwork, type Row } from "./row.ts";
import { measureBadLine } from "./rows/bad-line.ts";
import { measureCuts } from "./rows/cuts.ts";
import { measureDiscovery } from "./rows/discovery.ts";
import { measureFirefox } from "./rows/firefox.ts";
import { measureFromAfar } from "./rows/from-afar.ts";
import { measureHostKilled } from "./rows/host-killed.ts";
import { measureLateJoin } from "./rows/late-join.ts";
import { measureLinkHolder } from "./rows/link-holder.ts";
import { measureMalformed } from "./rows/malformed.ts";
import { measureMesh } from "./rows/mesh.ts";
import { measureLinkLocal, measureVpn } from "./rows/odd-networks.ts";
import { measureTwelve } from "./rows/twelve.ts";
import { measureUdp } from "./rows/udp.ts";
import { tableOf } from "./table.ts";

/*
 * What a room of several laptops must hold, measured in network namespaces:
 *   node test/network/main.ts [--only NAME] [--runs N] [--quick]
 * `--quick`: no cut longer than 30 s, a tenth of the malformed frames. Without `--only` it writes test/network/report.json. Exits 0 when every row holds or says why it was skipped.
 */

interface Measurement {
  readonly name: string;
  readonly measure: (runs: number) => Promise<readonly Row[]>;
  readonly limitMinutes: number;
}

const { values: wish } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    runs: { type: "string", default: "3" },
    quick: { type: "boolean", default: false },
  },
});

const MEASUREMENTS: readonly Measurement[] = [
  { name: "mesh-of-3", measure: (runs) => measureMesh(3, runs), limitMinutes: 15 },
  { name: "mesh-of-6", measure: (runs) => measureMesh(6, runs), limitMinutes: 20 },
  { name: "link-holder", measure: measureLinkHolder, limitMinutes: 5 },
  { name: "cuts", measure: (runs) => measureCuts(runs, wish.quick ? [10, 30] : [10, 30, 90]), limitMinutes: 30 },
  { name: "udp", measure: measureUdp, limitMinutes: 15 },
  { name: "host-killed", measure: measureHostKilled, limitMinutes: 5 },
  { name: "link-local", measure: measureLinkLocal, limitMinutes: 10 },
  { name: "vpn", measure: measureVpn, limitMinutes: 10 },
  { name: "firefox", measure: measureFirefox, limitMinutes: 5 },
  { name: "discovery", measure: measureDiscovery, limitMinutes: 5 },
  { name: "late-join", measure: measureLateJoin, limitMinutes: 15 },
  { name: "bad-line", measure: measureBadLine, limitMinutes: 15 },
  { name: "from-afar", measure: measureFromAfar, limitMinutes: 10 },
  { name: "malformed", measure: () => measureMalformed(wish.quick ? 100_000 : 1_000_000), limitMinutes: 20 },
  { name: "twelve", measure: measureTwelve, limitMinutes: 15 },
];

const wished = MEASUREMENTS.filter(({ name }) => wish.only === "" || name === wish.only);
if (wished.length === 0) {
  console.error(`There is no row called "${wish.only}". Try ${MEASUREMENTS.map(({ name }) => name).join(", ")}.`);
  process.exitCode = 2;
} else {
  const machine = describeMachine();
  const rows = await measureAll(wished, Number(wish.runs), (soFar) => {
    if (wish.only !== "") return;
    const report = { date: new Date().toISOString(), machine, rows: soFar };
    writeFileSync(join(projectRoot, "test/network/report.json"), `${JSON.stringify(report, null, 2)}\n`);
  });
  console.log(tableOf(rows));
  process.exitCode = rows.every(({ holds }) => holds !== false) ? 0 : 1;
}

async function measureAll(
  measurements: readonly Measurement[],
  runs: number,
  keep: (rows: readonly Row[]) => void,
): Promise<readonly Row[]> {
  const why = whyNoNetwork();
  const rows: Row[] = [];
  for (const { name, measure, limitMinutes } of measurements) {
    if (why !== null) {
      rows.push(skippedRow(name, why));
      continue;
    }
    console.error(`Measuring ${name} …`);
    try {
      rows.push(...(await within(limitMinutes, name, measure(runs))));
    } catch (error) {
      rows.push(failedRow(name, error instanceof Error ? error.message : String(error)));
    }
    keep(rows);
  }
  return rows;
}

/** A row that could not be measured because something did not happen at all: it does not hold. */
function failedRow(name: string, because: string): Row {
  return { name, figure: null, unit: "", budget: null, holds: false, skipped: null, runs: [], notes: [because] };
}

async function within<Value>(minutes: number, name: string, promise: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const limit = () => reject(new Error(`${name} was not measured within ${minutes} minutes`));
    timer = setTimeout(limit, minutes * 60_000);
  });
  // When it is late, what it rejects with later is nobody's to hear.
  promise.catch(() => undefined);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
