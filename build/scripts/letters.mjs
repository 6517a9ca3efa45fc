import { ensureBrowser } from "./ensure-browser.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";
import { nodeProgram } from "./node-program.mjs";
import { plainly } from "./plainly.mjs";
import { runCommand } from "./run-command.mjs";

// npm run letters                    people write together: does every letter keep its writer?
// npm run letters -- --meetings N    in so many random meetings on the model; without it 100,000
// npm run letters -- --editors N     in so many with real editors in Chromium; without it 2,000
// npm run letters -- --seed S        in other ones; a failure names its seed

await plainly(async () => {
  await ensureInstalled();
  await ensureBrowser();
  const { code } = await runCommand(nodeProgram(), ["test/letters/main.ts", ...process.argv.slice(2)]);
  process.exitCode = code === 0 ? 0 : 1;
});
