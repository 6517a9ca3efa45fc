import { aptInstall } from "./apt-install.mjs";
import { findBrowser } from "./find-browser.mjs";
import { nodeProgram } from "./node-program.mjs";
import { runCommand } from "./run-command.mjs";

/**
 * Makes sure that there is a Chromium which starts, and names it to everything started from here on
 * (POLYPHONY_BROWSER). Says so and goes on when none can be had: the tests that need one then fail.
 */
export async function ensureBrowser() {
  const browser = await obtainBrowser();
  if (browser === null) console.error("No Chromium here, and none can be fetched. Tests that need one will fail.");
  else process.env["POLYPHONY_BROWSER"] = browser;
}

/** @returns {Promise<string | null>} */
async function obtainBrowser() {
  const found = await startingBrowser();
  if (found !== null) return found;
  console.error("Fetching a Chromium for the tests …");
  const { code } = await runCommand(nodeProgram(), ["node_modules/playwright-core/cli.js", "install", "chromium"], {
    output: "keep",
    stillAt: "still fetching",
    timeoutMs: 5 * 60_000,
  });
  if (code !== 0) console.error("  It cannot be downloaded from here.");
  const downloaded = await startingBrowser();
  if (downloaded !== null) return downloaded;
  return (await aptInstall("chromium")) ? startingBrowser() : null;
}

/**
 * The Chromium that is there, if it starts: a downloaded one may lack libraries of the system.
 * @returns {Promise<string | null>}
 */
async function startingBrowser() {
  const browser = await findBrowser();
  if (browser === null) return null;
  // Chrome on Windows answers --version by opening a window.
  if (process.platform === "win32") return browser;
  const { code } = await runCommand(browser, ["--version"], { output: "keep", timeoutMs: 30_000 });
  return code === 0 ? browser : null;
}
