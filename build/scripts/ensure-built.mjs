import { existsSync, readdirSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";

import { nodeProgram } from "./node-program.mjs";
import { projectRoot } from "./project.mjs";
import { runCommand } from "./run-command.mjs";

/**
 * @typedef {object} Target
 * @property {readonly string[]} sources whatever it is made of
 * @property {string} output the file that says when it was built
 * @property {readonly string[]} command the bundler and its arguments, for Node
 */

const rendererSources = ["renderer", "shared", "build/vite.config.ts", "package-lock.json"];

/** @type {Readonly<Record<"browser" | "desktop", Target>>} */
const targets = {
  browser: {
    sources: rendererSources,
    output: "out/browser/index.html",
    command: ["node_modules/vite/bin/vite.js", "build", "--config", "build/vite.config.ts"],
  },
  desktop: {
    sources: [...rendererSources, "electron", "build/electron.vite.config.ts"],
    output: "out/desktop/main/main.js",
    command: ["node_modules/electron-vite/bin/electron-vite.js", "build", "--config", "build/electron.vite.config.ts"],
  },
};

/**
 * When the newest file under a path was changed, in milliseconds; 0 when there is nothing.
 * @param {string} path
 * @returns {number}
 */
function newestChange(path) {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  // The directory's own time counts as well: it is what changes when a file is removed.
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestChange(join(path, name))), stats.mtimeMs);
}

/**
 * Whether what is built for a shell is at least as new as everything it is made of.
 * @param {keyof typeof targets} shell
 * @param {string} [root]
 */
export function isBuilt(shell, root = projectRoot) {
  const { sources, output } = targets[shell];
  const builtAt = newestChange(join(root, output));
  return builtAt > 0 && sources.every((source) => newestChange(join(root, source)) <= builtAt);
}

/**
 * Builds the program for a shell when its sources are newer than what is there. Throws when it cannot be built.
 * @param {keyof typeof targets} shell
 */
export async function ensureBuilt(shell) {
  if (!isBuilt(shell)) await build(shell);
}

/**
 * Builds the program for a shell, into `out`. Throws when it cannot be built.
 * @param {keyof typeof targets} shell
 */
export async function build(shell) {
  const { command, output } = targets[shell];
  console.error(`Building the program for the ${shell} …`);
  const startedAt = new Date();
  const { code } = await runCommand(nodeProgram(), command, {
    // A test runner's NODE_ENV would otherwise put React's development build into the product.
    env: { ...process.env, NODE_ENV: "production" },
    output: "progress",
    stillAt: "still building",
  });
  if (code !== 0) throw new Error(`The program could not be built for the ${shell}; why is said above.`);
  // Dated from before the sources were read: one changed meanwhile is newer, and built the next time.
  utimesSync(join(projectRoot, output), startedAt, startedAt);
}
