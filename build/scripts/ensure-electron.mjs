import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { nodeProgram } from "./node-program.mjs";
import { projectRoot } from "./project.mjs";
import { runCommand } from "./run-command.mjs";

/**
 * Where Electron's program is, fetching it by Electron's own installer when it is not there yet. Null when it cannot be
 * had in a few minutes. Only to be asked where a window can be opened.
 * @returns {Promise<string | null>}
 */
export async function ensureElectron() {
  const found = findElectron();
  if (found !== null) return found;
  console.error("Fetching Electron (once) …");
  await runCommand(nodeProgram(), ["node_modules/electron/install.js"], {
    output: "progress",
    stillAt: "still fetching",
    timeoutMs: 5 * 60_000,
  });
  return findElectron();
}

/**
 * Where Electron's program is; null when it has not been fetched.
 * @param {string} [root]
 * @returns {string | null}
 */
function findElectron(root = projectRoot) {
  const directory = join(root, "node_modules", "electron");
  const note = join(directory, "path.txt");
  if (!existsSync(note)) return null;
  const program = join(directory, "dist", readFileSync(note, "utf8"));
  return existsSync(program) ? program : null;
}
