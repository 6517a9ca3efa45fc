import { chromium, type Browser } from "playwright-core";

import { findChromium } from "../e2e/chromium.ts";

let started: Promise<Browser> | undefined;

/** The one Chromium that plays every window of this process; started when the first window opens. */
export function startedChromium(): Promise<Browser> {
  started ??= chromium.launch({
    executablePath: findChromium(),
    args: [
      "--no-sandbox",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-quic",
    ],
  });
  return started;
}

/** Ends it, if it was started. */
export async function closeChromium(): Promise<void> {
  if (started !== undefined) await (await started).close();
}
