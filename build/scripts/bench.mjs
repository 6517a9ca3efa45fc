import { ensureBrowser } from "./ensure-browser.mjs";
import { ensureBuilt } from "./ensure-built.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";
import { nodeProgram } from "./node-program.mjs";
import { plainly } from "./plainly.mjs";
import { runCommand } from "./run-command.mjs";

// npm run bench                  a table: ours, stock, ratio, budget
// npm run bench -- --json        the same as JSON on stdout
// npm run bench -- --only NAME   one row

await plainly(async () => {
  await ensureInstalled();
  await ensureBrowser();
  await ensureBuilt("browser");
  const { code } = await runCommand(nodeProgram(), ["test/bench/main.ts", ...process.argv.slice(2)]);
  process.exitCode = code === 0 ? 0 : 1;
});
