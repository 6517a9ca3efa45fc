import { findProgram } from "./find-program.mjs";
import { runCommand } from "./run-command.mjs";

/**
 * Installs packages of the system, where that can be done without asking anyone: as root, with apt.
 * @param {readonly string[]} names
 * @returns {Promise<boolean>} whether they were
 */
export async function aptInstall(...names) {
  if (process.getuid?.() !== 0 || findProgram(["apt-get"]) === null) return false;
  console.error(`Installing ${names.join(", ")} (apt-get) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const stillAt = "still installing";
  // Its own words are many, and only of interest when it fails.
  const update = await runCommand("apt-get", ["update"], { env, stillAt, output: "keep", timeoutMs: 5 * 60_000 });
  const install = await runCommand("apt-get", ["install", "-y", "--no-install-recommends", ...names], {
    env,
    stillAt,
    output: "keep",
    timeoutMs: 10 * 60_000,
  });
  if (install.code !== 0) console.error(update.output + install.output);
  return install.code === 0;
}
