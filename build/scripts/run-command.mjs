import { spawn } from "node:child_process";

import { projectRoot } from "./project.mjs";

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] where to run it; the project when absent
 * @property {NodeJS.ProcessEnv} [env] its whole environment; ours when absent
 * @property {number} [timeoutMs] after this long it is ended and counts as failed
 * @property {string} [stillAt] what to say every ten seconds while it is silent and working
 * @property {"show" | "progress" | "keep"} [output] shown as it comes (the default); shown as progress, on stderr, where
 *   it is in nobody's way; or kept and handed back
 * @property {boolean} [input] whether it may read what is typed
 */

/** @type {Record<"show" | "progress" | "keep", ["inherit" | "pipe" | 2, "inherit" | "pipe"]>} */
const outlets = { show: ["inherit", "inherit"], progress: [2, "inherit"], keep: ["pipe", "pipe"] };

/**
 * Runs a program to its end. Never throws: a program that cannot be started or runs too long has exit code -1.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runCommand(program, args, options = {}) {
  const { output: where = "show", stillAt, timeoutMs } = options;
  return new Promise((resolve) => {
    const child = spawn(program, [...args], {
      cwd: options.cwd ?? projectRoot,
      env: options.env ?? process.env,
      stdio: [options.input === true ? "inherit" : "ignore", ...outlets[where]],
      // npm, and whatever npm puts on the path, is a .cmd file on Windows, which only a shell can run.
      shell: process.platform === "win32" && program.endsWith(".cmd"),
    });
    let output = "";
    child.stdout?.on("data", (/** @type {Buffer} */ chunk) => (output += chunk.toString("utf8")));
    child.stderr?.on("data", (/** @type {Buffer} */ chunk) => (output += chunk.toString("utf8")));

    const startedAt = Date.now();
    const heartbeat =
      stillAt === undefined
        ? undefined
        : setInterval(() => {
            console.error(`  ${stillAt} (${String(Math.round((Date.now() - startedAt) / 1000))} s)`);
          }, 10_000);
    const deadline = timeoutMs === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), timeoutMs);

    /** @param {number} code */
    const end = (code) => {
      clearInterval(heartbeat);
      clearTimeout(deadline);
      resolve({ code, output });
    };
    child.on("error", (error) => {
      output += error.message;
      end(-1);
    });
    child.on("close", (code) => {
      end(code ?? -1);
    });
  });
}
