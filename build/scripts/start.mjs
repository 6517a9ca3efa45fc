import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { parseArgs } from "node:util";

import { thisMachine, windowObstacle } from "./choose-shell.mjs";
import { ensureBuilt } from "./ensure-built.mjs";
import { ensureElectron } from "./ensure-electron.mjs";
import { ensureInstalled } from "./ensure-installed.mjs";
import { nodeProgram } from "./node-program.mjs";
import { plainly } from "./plainly.mjs";
import { projectRoot } from "./project.mjs";

// npm start                  the desktop program where Electron can be had, else the browser shell; says which and why
// npm start -- --browser     the browser shell in any case
// npm start -- --room        lets other laptops in this room come in, without asking
// npm start -- --port N      the browser shell's port (or PORT)
// npm start -- --profile DIR where the browser shell keeps its certificate
// npm start -- --certificate FILE --key FILE    an organisation's certificate for the browser shell
// npm start -- --no-open     prints the browser shell's address without opening it

const { values: wish } = parseArgs({
  options: {
    browser: { type: "boolean" },
    room: { type: "boolean" },
    port: { type: "string" },
    profile: { type: "string" },
    certificate: { type: "string" },
    key: { type: "string" },
    "no-open": { type: "boolean" },
  },
});

await plainly(async () => {
  await ensureInstalled();
  const obstacle = wish.browser === true ? "as asked" : await openDesktop();
  if (obstacle !== null) await openBrowserShell(obstacle);
});

/**
 * Runs the desktop program to its end.
 * @returns {Promise<string | null>} why it could not, as part of a sentence; null when it did
 */
async function openDesktop() {
  const noWindow = windowObstacle(thisMachine());
  if (noWindow !== null) return noWindow;
  const electron = await ensureElectron();
  if (electron === null) return "Electron's own program cannot be fetched here";
  await ensureBuilt("desktop");
  console.log("Polyphony opens in its own window (Electron is here, and so is a display).");
  const startedAt = Date.now();
  // By way of package.json, which gives the program its name and its own place for what it keeps.
  const code = await runInFront(electron, [".", ...(wish.room === true ? ["--room"] : [])]);
  // Someone who closes the window is done. A program that fails at once never had one.
  return code !== 0 && Date.now() - startedAt < 10_000 ? "Electron does not start on this machine" : null;
}

/** @param {string} because */
async function openBrowserShell(because) {
  await ensureBuilt("browser");
  const port = wish.port ?? process.env["PORT"];
  /** @type {(name: "certificate" | "key" | "profile") => string[]} */
  const named = (name) => (wish[name] === undefined ? [] : [`--${name}`, resolve(wish[name])]);
  process.exitCode = await runInFront(nodeProgram(), [
    "electron/serve/main.ts",
    ...(port === undefined || port === "" ? [] : ["--port", port]),
    ...(wish.room === true ? ["--room"] : []),
    ...named("profile"),
    ...named("certificate"),
    ...named("key"),
    ...(wish["no-open"] === true ? ["--no-open"] : []),
    ...["--because", because],
  ]);
}

/**
 * Runs what the person came for. It is ended as this is, and says by its exit code how it went.
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
function runInFront(program, args) {
  const child = spawn(program, [...args], { cwd: projectRoot, stdio: "inherit" });
  // Ctrl+C reaches both of us; we wait for it to end well.
  process.on("SIGINT", () => undefined);
  const end = () => child.kill("SIGTERM");
  process.once("SIGTERM", end);
  if (process.env["npm_lifecycle_event"] !== undefined) whenOrphaned(end);
  return new Promise((resolve) => {
    child.on("error", () => resolve(-1));
    child.on("close", (code) => resolve(code ?? 0));
  });
}

/**
 * npm runs scripts by a shell that does not pass on a request to end: it just goes, and leaves us behind.
 * @param {() => void} end
 */
function whenOrphaned(end) {
  const startedBy = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === startedBy) return;
    clearInterval(watch);
    end();
  }, 500);
  watch.unref();
}
