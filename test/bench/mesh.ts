import type { Page } from "playwright-core";
import { pause } from "./gathering.ts";

const PATIENCE_MS = 60_000;

/** Waits until each of these pages has an open data channel to each other one. */
export async function expectMesh(pages: readonly Page[]): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const sent = await Promise.all(pages.map((page) => page.evaluate(() => window.probe.sent())));
    if (sent.every(({ channels }) => channels >= pages.length - 1)) return;
    if (performance.now() > until) {
      throw new Error(
        `not everyone is connected: ${sent.map(({ channels }) => channels).join(", ")} channels are open`,
      );
    }
    await pause(100);
  }
}

/** The payload bytes that all data channels between these pages have carried so far. */
export async function bytesSent(pages: readonly Page[]): Promise<number> {
  const sent = await Promise.all(pages.map((page) => page.evaluate(() => window.probe.sent())));
  return sent.reduce((sum, { bytes }) => sum + bytes, 0);
}
