import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

import { checkSteps, runCheckStep } from "./check-steps.mjs";
import { ensureBrowser } from "./ensure-browser.mjs";
import { ensureExportTools } from "./ensure-export-tools.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";
import { ensureNetworkTools } from "./ensure-network-tools.mjs";
import { ensureRendezvousTools } from "./ensure-rendezvous-tools.mjs";
import { nodeProgram } from "./node-program.mjs";
import { projectRoot } from "./project.mjs";
import { runCommand } from "./run-command.mjs";
import { addTallies, tallyLine, tallyTests } from "./tally.mjs";

// npm test    everything: the checks, then every test. The last line says how many passed and failed.

const results = "out/test-results";

/** A quiet machine takes less than 30 minutes; others are half as fast, and busy ones slower still. */
const LONGEST_MINUTES = 80;

/** @type {import("./tally.mjs").Tally[]} */
const tallies = [];
try {
  await ensureInstalled();
  await ensureBrowser();
  await ensureExportTools();
  await ensureRendezvousTools();
  await ensureNetworkTools();
  for (const name of Object.keys(checkSteps)) {
    const holds = await runCheckStep(name);
    tallies.push({ passed: holds ? 1 : 0, failed: holds ? 0 : 1, skipped: 0 });
  }
  tallies.push(await runTests());
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  tallies.push({ passed: 0, failed: 1, skipped: 0 });
}

const total = addTallies(tallies);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
console.log(tallyLine(total));

async function runTests() {
  const reportPath = join(projectRoot, results, "vitest.json");
  mkdirSync(join(projectRoot, results), { recursive: true });
  // A report of an earlier run must not pass for this one's.
  rmSync(reportPath, { force: true });
  const { code } = await runCommand(
    nodeProgram(),
    [
      ...["node_modules/vitest/vitest.mjs", "run", "--config", "build/vitest.config.ts"],
      ...["--reporter=default", "--reporter=json", `--outputFile.json=${results}/vitest.json`],
    ],
    { timeoutMs: LONGEST_MINUTES * 60_000 },
  );
  if (!existsSync(reportPath)) {
    console.error(`The tests came to no end: they stopped by themselves, or after ${LONGEST_MINUTES} minutes.`);
  }
  return tallyTests(existsSync(reportPath) ? readReport(reportPath) : null, code);
}

/** @param {string} path */
function readReport(path) {
  /** @type {unknown} */
  const report = JSON.parse(readFileSync(path, "utf8"));
  // Written a moment ago by the vitest whose version package.json pins.
  return /** @type {import("./tally.mjs").Report} */ (report);
}
