import { ensureBrowser } from "./ensure-browser.mjs";
import { ensureBuilt } from "./ensure-built.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";
import { nodeProgram } from "./node-program.mjs";
import { plainly } from "./plainly.mjs";
import { runCommand } from "./run-command.mjs";

// npm run attack                  every attack the project knows of, as a table; at most five minutes
// npm run attack -- --json        the same as JSON on stdout
// npm run attack -- --seed N      with other choices
// npm run attack -- --short       less of everything that is done in numbers

await plainly(async () => {
  await ensureInstalled();
  await ensureBrowser();
  await ensureBuilt("browser");
  const { code } = await runCommand(nodeProgram(), ["test/attack/main.ts", ...process.argv.slice(2)]);
  process.exitCode = code === 0 ? 0 : 1;
});
