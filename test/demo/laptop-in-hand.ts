import type { Locator, Page } from "playwright-core";
import type { Laptop } from "../e2e/chromium.ts";
import { byMouse, type Manner } from "./manner.ts";

/** One laptop in somebody's hands: whose turn it is, and where one writes and reads. */
export class LaptopInHand {
  readonly name: string;
  laptop: Laptop;

  readonly #how: (page: Page) => Manner;
  protected readonly pins = new Map<string, string>();

  constructor(name: string, laptop: Laptop, how: (page: Page) => Manner = () => byMouse) {
    this.name = name;
    this.laptop = laptop;
    this.#how = how;
  }

  get manner(): Manner {
    return this.#how(this.page);
  }

  get page(): Page {
    return this.laptop.page;
  }

  /** Lets someone at this laptop speak: behind the cover and with their PIN, where there is one. */
  async speakAs(name: string): Promise<void> {
    if (await this.cover.isVisible()) {
      await this.takeFromCover(name);
      await this.backToMeeting();
    }
    const button = this.page.getByRole("button", { name: /^Speaking as|^Who is speaking/ });
    if ((await button.textContent())?.includes(`Speaking as ${name}`) === true) return;
    await this.manner.press(button);
    await this.manner.press(this.page.getByRole("menuitemradio", { name, exact: true }));
    const speaks = this.page.getByRole("button", { name: `Speaking as ${name}` });
    const cover = this.page.getByRole("heading", { name: `For ${name}` });
    await speaks.or(cover).waitFor();
    if (await cover.isVisible()) await this.takeLaptop(name);
    await speaks.waitFor();
  }

  /** What lies over everything while the laptop goes from hand to hand. */
  get cover(): Locator {
    return this.page.getByRole("heading", { name: "This laptop is being handed over" });
  }

  /** Takes the laptop that somebody has handed on. */
  async takeFromCover(name: string): Promise<void> {
    await this.manner.press(this.page.getByRole("button", { name, exact: true }));
    const held = this.page.getByRole("heading", { name: `For ${name}` });
    await this.cover.waitFor({ state: "detached" });
    if (await held.isVisible()) await this.takeLaptop(name);
    await held.waitFor({ state: "detached" });
  }

  /** On the cover, where the laptop is held out to this voice. */
  async takeLaptop(name: string): Promise<void> {
    const pin = this.page.getByLabel(`${name}’s PIN`);
    const there = this.page.getByRole("button", { name: `I am ${name}` });
    await pin.or(there).waitFor();
    if (await there.isVisible()) {
      await this.manner.press(there);
      return;
    }
    await this.manner.fill(pin, this.pins.get(name) ?? "");
    await this.manner.press(this.page.getByRole("button", { name: "Go on" }));
  }

  async write(name: string, words: string): Promise<void> {
    await this.speakAs(name);
    await this.manner.goTo(this.composer(name));
    await this.page.keyboard.type(words);
  }

  async backToMeeting(): Promise<void> {
    if (await this.summary.isVisible()) return;
    await this.manner.press(this.page.getByRole("link", { name: "Back to the meeting" }));
    await this.summary.waitFor();
  }

  composer(name: string): Locator {
    return this.page.getByRole("textbox", { name: `What ${name} wants to say` });
  }

  get summary(): Locator {
    return this.page.getByRole("textbox", { name: "What we want to remember, written together" });
  }

  /** The utterance on the screen that holds these words. */
  utterance(words: string): Locator {
    return this.page.getByRole("article").filter({ hasText: words }).first();
  }

  /** A colour's name begins with initials, and a choice may explain itself: it is told by what stands in it. */
  async choose(where: Locator | Page, label: string): Promise<void> {
    const choice = where.locator("label").filter({ hasText: new RegExp(`${label}$`) });
    await this.manner.choose(choice.locator("input"));
  }
}
