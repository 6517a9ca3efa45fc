import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { npm } from "./npm.mjs";
import { nodeProgram } from "./node-program.mjs";
import { projectRoot } from "./project.mjs";
import { runCommand } from "./run-command.mjs";

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {boolean} [optional] left out on machines it is not made for
 *
 * @typedef {Record<string, LockedPackage>} LockedPackages
 */

/**
 * Whether every package the lock file names is in node_modules, in that version. Compares what npm wrote down, not
 * dates: a checkout that touches the lock file without changing it installs nothing.
 * @param {string} [root]
 */
export function isInstalled(root = projectRoot) {
  const wanted = lockedPackages(join(root, "package-lock.json"));
  // npm writes this file last, so an installation that was interrupted has none.
  const found = lockedPackages(join(root, "node_modules", ".package-lock.json"));
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === "" || optional === true || found[path]?.version === version,
  );
}

/**
 * @param {string} path
 * @returns {LockedPackages}
 */
function lockedPackages(path) {
  if (!existsSync(path)) return {};
  /** @type {unknown} */
  const lock = JSON.parse(readFileSync(path, "utf8"));
  // npm's own format, written by npm and read for these fields only.
  return /** @type {{ packages?: LockedPackages }} */ (lock).packages ?? {};
}

/** Installs the packages, and with them Node 24, when they are missing or not those of the lock file. Throws when it fails. */
export async function ensureInstalled() {
  if (!isInstalled()) {
    console.error("Installing what the program is made of (npm ci; the first time takes a minute or two) …");
    // Without engine warnings: some packages want a newer Node than the system's, and will run under the one this brings.
    const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
    const { code } = await npm(args, { output: "progress", stillAt: "still installing", timeoutMs: 20 * 60_000 });
    if (code !== 0) throw new Error("npm ci failed; its own words are above.");
  }
  if (!existsSync(join(projectRoot, "node_modules", "node", "bin"))) {
    // Some npm settings do not run install scripts. This one script puts Node 24 in its place.
    console.error("Fetching Node 24 …");
    await runCommand(process.execPath, ["installArchSpecificPackage.js"], {
      cwd: join(projectRoot, "node_modules", "node"),
      output: "progress",
      stillAt: "still fetching",
      timeoutMs: 10 * 60_000,
    });
  }
  const { code, output } = await runCommand(nodeProgram(), ["--version"], { output: "keep" });
  if (code !== 0) throw new Error(`The Node 24 that was installed does not run here.\n${output}`);
}
