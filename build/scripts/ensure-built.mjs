import { existsSync, readdirSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";

import { nodeProgram } from "./node-program.mjs";
import { projectRoot } from "./project.mjs";
import { runCommand } from "./run-command.mjs";

const sources = ["renderer", "shared", "build/vite.config.ts", "package-lock.json"];
const output = "out/browser/index.html";

/**
 * When the newest file under a path was changed, in milliseconds; 0 when there is nothing.
 * @param {string} path
 * @returns {number}
 */
export function newestChange(path) {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  // The directory's own time counts as well: it is what changes when a file is removed.
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestChange(join(path, name))), stats.mtimeMs);
}

/**
 * Whether the built renderer is at least as new as everything it is made of.
 * @param {string} [root]
 */
export function isBuilt(root = projectRoot) {
  const builtAt = newestChange(join(root, output));
  return builtAt > 0 && sources.every((source) => newestChange(join(root, source)) <= builtAt);
}

/**
 * Builds the renderer when its sources are newer than what is there. Throws when it cannot be built.
 * @param {{ quiet?: boolean }} [options]
 */
export async function ensureBuilt(options) {
  if (!isBuilt()) await buildRenderer(options);
}

/**
 * Builds the renderer into out/browser. Throws when it cannot be built.
 * @param {{ quiet?: boolean }} [options] `quiet` shows the bundler's words only when it fails
 */
export async function buildRenderer({ quiet = false } = {}) {
  console.log("Building the program …");
  const startedAt = new Date();
  const { code, output: words } = await runCommand(
    nodeProgram(),
    ["node_modules/vite/bin/vite.js", "build", "--config", "build/vite.config.ts"],
    {
      // A test runner's NODE_ENV would otherwise put React's development build into the product.
      env: { ...process.env, NODE_ENV: "production" },
      stillAt: "still building",
      output: quiet ? "keep" : "show",
    },
  );
  if (code !== 0) throw new Error(`The program could not be built.\n${words}`);
  // Dated from before the sources were read: one changed meanwhile is newer, and built the next time.
  utimesSync(join(projectRoot, output), startedAt, startedAt);
}
