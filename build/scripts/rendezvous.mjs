import { spawn } from "node:child_process";

import { ensureBuilt } from "./ensure-built.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";
import { nodeProgram } from "./node-program.mjs";
import { plainly } from "./plainly.mjs";
import { projectRoot } from "./project.mjs";

// npm run rendezvous    where laptops of many meetings find each other from afar; electron/rendezvous/README.md

await plainly(async () => {
  await ensureInstalled();
  await ensureBuilt("browser");
  const child = spawn(nodeProgram(), ["electron/rendezvous/main.ts"], { cwd: projectRoot, stdio: "inherit" });
  // Ctrl+C reaches both of us; a request to end reaches this process alone. We wait for the other to end well.
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  process.exitCode = await new Promise((resolve) => {
    child.on("error", () => resolve(1));
    child.on("close", (code) => resolve(code ?? 1));
  });
});
