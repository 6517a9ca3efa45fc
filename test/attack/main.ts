import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { PARTS, runPart, type Extent, type Part, type PartResult } from "./run-part.ts";
import { tableOf } from "./table.ts";

/*
 * Attacks honest laptops in every way the project knows of:
 *   node test/attack/main.ts [--json] [--seed N] [--short]
 * Exits 0 if nothing succeeded and nothing acknowledged was lost, else 1.
 */

const { values: wish } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    seed: { type: "string", default: "1" },
    short: { type: "boolean", default: false },
    /** One part, in this process, as JSON: how this program runs its parts. */
    part: { type: "string" },
  },
});

/** No part may take longer; what is not shown by then is not shown. */
const LIMIT_MS = 280_000;

const part = PARTS.find((name) => name === wish.part);
const extent: Extent = { seed: Number(wish.seed), short: wish.short };
if (!Number.isSafeInteger(extent.seed)) {
  console.error("--seed takes a whole number.");
  process.exitCode = 2;
} else if (part !== undefined) {
  const result = await runPart(part, extent);
  process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit(0));
} else {
  await attackAll(extent);
}

async function attackAll(wished: Extent): Promise<void> {
  // Killing leaves one of two cores to the others; what needs browsers waits for what measures.
  const inTurn = async (): Promise<readonly PartResult[]> => {
    const results: PartResult[] = [];
    for (const name of ["fuzz", "attacks", "browsers"] as const) results.push(await partInItsProcess(name, wished));
    return results;
  };
  const results = (await Promise.all([inTurn(), partInItsProcess("kill", wished).then((one) => [one])])).flat();
  const attacks = results.flatMap((result) => result.attacks);
  const sum = (of: (result: PartResult) => number): number => results.reduce((total, one) => total + of(one), 0);
  const report = {
    attacks: attacks.map(({ name, tried, succeeded }) => ({ name, tried, succeeded })),
    fuzzInputs: sum(({ fuzzInputs }) => fuzzInputs),
    killed: sum(({ killed }) => killed),
    acknowledgedLost: sum(({ acknowledgedLost }) => acknowledgedLost),
  };
  console.log(wish.json ? JSON.stringify(report, null, 2) : tableOf(attacks, report));
  for (const { name, harms } of attacks) for (const harm of harms) console.error(`${name}: ${harm}`);
  const isUnharmed = attacks.every(({ succeeded, tried }) => succeeded === 0 && tried > 0);
  process.exitCode = isUnharmed && report.acknowledgedLost === 0 ? 0 : 1;
}

async function partInItsProcess(name: Part, { seed, short }: Extent): Promise<PartResult> {
  console.error(`Attacking: ${name} …`);
  const args = [fileURLToPath(import.meta.url), "--part", name, "--seed", String(seed), ...(short ? ["--short"] : [])];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ["--expose-gc", ...args], {
      timeout: LIMIT_MS,
      maxBuffer: 64 * 1024 * 1024,
    });
    // Written by this very program a moment ago.
    return JSON.parse(stdout) as PartResult;
  } catch (error) {
    const harms = [error instanceof Error ? error.message : String(error)];
    const failed = {
      name: `${name}: came to no end`,
      promise: "P5",
      tried: 0,
      succeeded: 1,
      harms,
      tookMs: 0,
    } as const;
    return { attacks: [failed], fuzzInputs: 0, killed: 0, acknowledgedLost: 0 };
  }
}
