import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * The first of several programs that is on the PATH; null when none is.
 * @param {readonly string[]} names in order of preference
 * @param {string} [path]
 * @returns {string | null} its absolute path
 */
export function findProgram(names, path = process.env["PATH"] ?? "") {
  const folders = path.split(delimiter).filter((folder) => folder !== "");
  const ending = process.platform === "win32" ? ".exe" : "";
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name + ending)));
  return candidates.find(canRun) ?? null;
}

/**
 * Whether a path is a program this process may start.
 * @param {string} path
 */
export function canRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
