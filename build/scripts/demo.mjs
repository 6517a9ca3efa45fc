import { ensureBrowser } from "./ensure-browser.mjs";
import { ensureBuilt } from "./ensure-built.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";
import { nodeProgram } from "./node-program.mjs";
import { plainly } from "./plainly.mjs";
import { runCommand } from "./run-command.mjs";

// npm run demo                                the scenario's meeting, in visible windows
// npm run demo -- --keyboard                  the same with nothing but keys
// npm run demo -- --headless --out DIR        the same unseen, leaving papers, pictures and report.json in DIR

await plainly(async () => {
  await ensureInstalled();
  await ensureBrowser();
  await ensureBuilt("browser");
  const { code } = await runCommand(nodeProgram(), ["test/demo/main.ts", ...process.argv.slice(2)]);
  process.exitCode = code === 0 ? 0 : 1;
});
