import { existsSync } from "node:fs";
import { join } from "node:path";

import { projectRoot } from "./project.mjs";

const neededMajor = 24;

/**
 * The Node the program runs under: the `node` package's, whatever the system has. Before anything is installed it is
 * the Node this runs in, if that one is new enough. Throws when there is neither.
 * @param {string} [root]
 * @returns {string} its absolute path
 */
export function nodeProgram(root = projectRoot) {
  const name = process.platform === "win32" ? "node.exe" : "node";
  const own = join(root, "node_modules", "node", "bin", name);
  if (existsSync(own)) return own;
  if (Number(process.versions.node.split(".")[0]) >= neededMajor) return process.execPath;
  throw new Error(`Node ${String(neededMajor)} is not there; "npm ci" brings it.`);
}
