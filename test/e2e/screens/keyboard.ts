import type { Page } from "playwright-core";

/** Further than this from where somebody is, a button is not in reach of the Tab key. */
const WITHIN = 12;

/** A page as someone uses it who has no mouse. */
export class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  press(key: string): Promise<void> {
    return this.#page.keyboard.press(key);
  }

  /** Goes on with the Tab key until it is on the button of this name. */
  async tabTo(name: string): Promise<void> {
    const named = this.#page.getByRole("button", { name, exact: true });
    for (let stop = 0; stop < WITHIN; stop += 1) {
      if (await named.evaluateAll((found) => found.some((one) => one === document.activeElement))) return;
      await this.press("Tab");
    }
    throw new Error(`the Tab key does not come to ${name}`);
  }

  /** What it is on: by its label, or by the words in it. */
  isOn(): Promise<string | null> {
    return this.#page.evaluate(() => {
      const on = document.activeElement;
      return on?.getAttribute("aria-label") ?? on?.textContent ?? null;
    });
  }

  /** Whether it is where words are written. */
  isWriting(): Promise<boolean> {
    return this.#page.evaluate(() => document.activeElement?.classList.contains("words-input") === true);
  }
}
