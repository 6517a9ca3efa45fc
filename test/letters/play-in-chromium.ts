import { availableParallelism } from "node:os";
import type { Page } from "playwright-core";
import { launchLaptop } from "../e2e/chromium.ts";
import type {} from "./editors/main.tsx";
import { serveEditors } from "./serve-editors.ts";

/** A random meeting in which something went wrong. The same seed plays it again. */
export interface FaultyMeeting {
  readonly seed: number;
  readonly acts: readonly string[];
  readonly faults: readonly string[];
}

export interface PlayWish {
  readonly firstSeed: number;
  readonly meetings: number;
  /** How many browsers play side by side; one for each core where nothing is said. */
  readonly browsers?: number;
  /** Called after each meeting. */
  readonly onPlayed?: (played: number) => void;
}

/** Plays random meetings with real editors in Chromium. Returns those in which something went wrong; it stops at five. */
export async function playInChromium(wish: PlayWish): Promise<readonly FaultyMeeting[]> {
  const { firstSeed, meetings, browsers = availableParallelism(), onPlayed } = wish;
  const served = await serveEditors();
  const faulty: FaultyMeeting[] = [];
  let next = firstSeed;
  const play = async (): Promise<void> => {
    const laptop = await launchLaptop({ context: { viewport: { width: 1366, height: 768 } } });
    const complaints: string[] = [];
    laptop.page.on("pageerror", (error) => complaints.push(error.stack ?? error.message));
    try {
      await laptop.page.goto(served.address);
      while (next < firstSeed + meetings && faulty.length < 5) {
        const seed = next;
        next += 1;
        const played = await playOne(laptop.page, seed);
        const faults = [...played.faults, ...complaints.splice(0)];
        if (faults.length > 0) faulty.push({ seed, acts: played.acts, faults });
        onPlayed?.(seed - firstSeed + 1);
      }
    } finally {
      await laptop.close();
    }
  };
  try {
    await Promise.all(Array.from({ length: browsers }, play));
  } finally {
    await served.close();
  }
  return faulty.sort((a, b) => a.seed - b.seed);
}

async function playOne(page: Page, seed: number): Promise<Omit<FaultyMeeting, "seed">> {
  try {
    return await page.evaluate((which) => window.letters.play(which), seed);
  } catch (error) {
    // An editor that throws ends the meeting: that is a fault like any other.
    return { acts: [], faults: [error instanceof Error ? (error.stack ?? error.message) : String(error)] };
  }
}
