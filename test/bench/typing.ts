import type { Page } from "playwright-core";

/** A quick typist's time from one key to the next, in milliseconds. */
export const PACE_MS = 30;

/** Presses one real key after the other. What takes longer than the pace is not made up for. */
export async function typeLetters(page: Page, letters: string): Promise<void> {
  for (const letter of letters) {
    const pause = new Promise((resolve) => setTimeout(resolve, PACE_MS));
    await page.keyboard.press(letter);
    await pause;
  }
}
