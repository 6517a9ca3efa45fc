import { parseArgs } from "node:util";
import { skippedRow, whyNoNetwork, type Row } from "./row.ts";
import { tableOf } from "./table.ts";

/** Prints the rows of one file, which was started by itself: `node test/network/rows/mesh.ts [--runs N]`. */
export async function runAlone(measure: (runs: number) => Promise<readonly Row[]>): Promise<void> {
  const { values } = parseArgs({ options: { runs: { type: "string", default: "1" } } });
  const why = whyNoNetwork();
  console.log(tableOf(why === null ? await measure(Number(values.runs)) : [skippedRow("all", why)]));
}
