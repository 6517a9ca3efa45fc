import { runCommand } from "./run-command.mjs";

/**
 * Runs npm: the very one this script was started by, or else the one on the path.
 * @param {readonly string[]} args
 * @param {import("./run-command.mjs").RunOptions} [options]
 */
export function npm(args, options) {
  const startedBy = process.env["npm_execpath"];
  if (startedBy?.endsWith("npm-cli.js") === true) return runCommand(process.execPath, [startedBy, ...args], options);
  return runCommand(process.platform === "win32" ? "npm.cmd" : "npm", args, options);
}
