import { ensureInstalled } from "./ensure-installed.mjs";
import { nodeProgram } from "./node-program.mjs";
import { plainly } from "./plainly.mjs";
import { runCommand } from "./run-command.mjs";

// npm run verify -- FILE…           who consented to what and when, or what in a file is not as it was agreed
// npm run verify -- FILE… --json    the same as one line of JSON for each file

await plainly(async () => {
  await ensureInstalled();
  const { code } = await runCommand(nodeProgram(), ["electron/verify/main.ts", ...process.argv.slice(2)]);
  process.exitCode = code === 0 ? 0 : 1;
});
