import { checkSteps, runCheckStep } from "./check-steps.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";
import { plainly } from "./plainly.mjs";

// npm run check              all steps
// npm run check -- types     only the named ones

const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in checkSteps));
if (unknown.length > 0) {
  console.error(`No such check: ${unknown.join(", ")}. There are: ${Object.keys(checkSteps).join(", ")}.`);
  process.exit(2);
}

await plainly(async () => {
  await ensureInstalled();
  for (const name of names.length > 0 ? names : Object.keys(checkSteps)) {
    if (!(await runCheckStep(name))) process.exitCode = 1;
  }
});
