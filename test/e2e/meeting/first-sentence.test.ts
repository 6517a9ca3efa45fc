import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ellen, karim } from "../../demo/cast.ts";
import type { Hands } from "../../demo/hands.ts";
import { openPlace, type Place } from "./place.ts";

/** About forty words a minute, by someone who looks at the keys. */
const BETWEEN_KEYS_MS = 250;
/** What someone takes in of a screen before they do something. */
const LOOKS_MS = 3000;
/** From being let in to the words on the host's screen, whatever a busy machine adds to the time in which someone looks and types. */
const WITHIN_MS = 30_000;
const WORDS = "She was like this when Dad left.";

describe("a newcomer who was let in", () => {
  let place: Place;
  let host: Hands;
  let link: string;

  beforeAll(async () => {
    place = await openPlace();
    host = await place.laptop("B");
    link = await host.startMeeting(place.url, "Samira’s meeting", "Samira", ellen);
  });

  afterAll(() => place.close());

  it("says a first sentence within half a minute, with what the screen says first and no help", async () => {
    const { page } = await comesIn(karim.name);
    const person = new Person(page);
    await host.letIn(karim.name);

    // The page opens by itself, and the keyboard is where words are written.
    await page.getByRole("heading", { level: 1, name: "Samira’s meeting" }).waitFor();
    await expect.poll(() => isWriting(page)).toBe(true);
    expect(await focusedName(page)).toBe("What Karim wants to say");
    await person.looks();
    await page.getByText("In your own words", { exact: true }).waitFor();
    await person.types(WORDS);

    // There is one thing on the screen that looks like the next one, and it says what it does.
    const main = page.locator(".button--main:visible");
    await expect.poll(() => main.allInnerTexts()).toEqual(["Say it"]);
    await person.looks();
    await main.click();
    await host.utterance(WORDS).waitFor();
    expect(person.tookMs).toBeLessThan(WITHIN_MS);
    // What is said next goes on from there.
    await expect.poll(() => isWriting(page)).toBe(true);
  });

  it("does so with the keyboard alone: “say it” is what comes after the words", async () => {
    const { page } = await comesIn("Amal");
    const person = new Person(page);
    await host.letIn("Amal");
    await expect.poll(() => isWriting(page)).toBe(true);
    await person.looks();
    await person.types("I am her aunt.");
    await page.keyboard.press("Tab");
    await expect.poll(() => focusedName(page)).toBe("Say it");
    await page.keyboard.press("Enter");
    await host.utterance("I am her aunt.").waitFor();
    expect(person.tookMs).toBeLessThan(WITHIN_MS);
  });

  async function comesIn(name: string): Promise<Hands> {
    const laptop = await place.laptop(name);
    await laptop.knock(link, { ...karim, name, colour: name === karim.name ? karim.colour : "Slate" });
    await laptop.page.getByRole("heading", { name: `You have knocked, ${name}` }).waitFor();
    return laptop;
  }
});

/** Someone who takes their time, and the time that has passed for them since they were let in. */
class Person {
  readonly #page: Hands["page"];
  readonly #begunAt = performance.now();
  #lateMs = 0;

  constructor(page: Hands["page"]) {
    this.#page = page;
  }

  get tookMs(): number {
    return performance.now() - this.#begunAt - this.#lateMs;
  }

  looks(): Promise<void> {
    return this.#takes(LOOKS_MS, () => this.#page.waitForTimeout(LOOKS_MS));
  }

  types(words: string): Promise<void> {
    return this.#takes(words.length * BETWEEN_KEYS_MS, () =>
      this.#page.keyboard.type(words, { delay: BETWEEN_KEYS_MS }),
    );
  }

  /** What a person does in so long may take a machine longer that plays it; that is not the person's time. */
  async #takes(ms: number, act: () => Promise<void>): Promise<void> {
    const begunAt = performance.now();
    await act();
    this.#lateMs += Math.max(0, performance.now() - begunAt - ms);
  }
}

function isWriting(page: Hands["page"]): Promise<boolean> {
  return page.evaluate(() => document.activeElement?.closest(".composer") !== null);
}

function focusedName(page: Hands["page"]): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement;
    return at?.getAttribute("aria-label") ?? at?.textContent ?? "";
  });
}
