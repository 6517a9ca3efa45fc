import { ensureBrowser } from "./ensure-browser.mjs";
import { ensureBuilt } from "./ensure-built.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";
import { ensureNetworkTools } from "./ensure-network-tools.mjs";
import { ensureRendezvousTools } from "./ensure-rendezvous-tools.mjs";
import { nodeProgram } from "./node-program.mjs";
import { plainly } from "./plainly.mjs";
import { runCommand } from "./run-command.mjs";

// npm run test:network                  laptops in network namespaces: a table, and test/network/report.json
// npm run test:network -- --only NAME   one row
// npm run test:network -- --runs N      each row N times; the worst counts

await plainly(async () => {
  await ensureInstalled();
  await ensureBrowser();
  await ensureNetworkTools();
  await ensureRendezvousTools();
  await ensureBuilt("browser");
  const { code } = await runCommand(nodeProgram(), ["test/network/main.ts", ...process.argv.slice(2)], {
    timeoutMs: 4 * 60 * 60_000,
  });
  process.exitCode = code === 0 ? 0 : 1;
});
