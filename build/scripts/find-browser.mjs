import { canRun, findProgram } from "./find-program.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const usualPlaces = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * Where a Chromium is that tests and the demo can drive: the one named by POLYPHONY_BROWSER, one installed on this
 * machine, or one that Playwright has downloaded. Null when there is none. Needs the packages to be installed.
 * @returns {Promise<string | null>}
 */
export async function findBrowser() {
  const named = process.env["POLYPHONY_BROWSER"];
  if (named !== undefined && named !== "") return named;
  const installed = findProgram(names) ?? usualPlaces.find(canRun);
  if (installed !== undefined) return installed;
  const { chromium } = await import("playwright-core");
  const downloaded = chromium.executablePath();
  return canRun(downloaded) ? downloaded : null;
}
