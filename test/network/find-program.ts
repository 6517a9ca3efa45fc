import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Where the first of these programs is that is installed on this machine, or null. */
export function findProgram(...names: readonly string[]): string | null {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const programs = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return programs.find((program) => existsSync(program)) ?? null;
}
