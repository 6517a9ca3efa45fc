import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ellen, karim } from "../../demo/cast.ts";
import type { Hands } from "../../demo/hands.ts";
import { openPlace, type Place } from "./place.ts";

/** About forty words a minute, by someone who looks at the keys. */
const BETWEEN_KEYS_MS = 250;
/** What someone takes in of a screen before they do something. */
const LOOKS_MS = 3000;
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
    const letInAt = performance.now();
    await host.letIn(karim.name);

    // The page opens by itself, and the keyboard is where words are written.
    await page.getByRole("heading", { level: 1, name: "Samira’s meeting" }).waitFor();
    await expect.poll(() => isWriting(page)).toBe(true);
    expect(await focusedName(page)).toBe("What Karim wants to say");
    await page.waitForTimeout(LOOKS_MS);
    await page.getByText("In your own words", { exact: true }).waitFor();
    await page.keyboard.type(WORDS, { delay: BETWEEN_KEYS_MS });

    // There is one thing on the screen that looks like the next one, and it says what it does.
    const main = page.locator(".button--main:visible");
    expect(await main.allInnerTexts()).toEqual(["Say it"]);
    await page.waitForTimeout(LOOKS_MS);
    await main.click();
    await host.utterance(WORDS).waitFor();
    expect(performance.now() - letInAt).toBeLessThan(WITHIN_MS);
    // What is said next goes on from there.
    expect(await isWriting(page)).toBe(true);
  });

  it("does so with the keyboard alone: “say it” is what comes after the words", async () => {
    const { page } = await comesIn("Amal");
    const letInAt = performance.now();
    await host.letIn("Amal");
    await expect.poll(() => isWriting(page)).toBe(true);
    await page.waitForTimeout(LOOKS_MS);
    await page.keyboard.type("I am her aunt.", { delay: BETWEEN_KEYS_MS });
    await page.keyboard.press("Tab");
    expect(await focusedName(page)).toBe("Say it");
    await page.keyboard.press("Enter");
    await host.utterance("I am her aunt.").waitFor();
    expect(performance.now() - letInAt).toBeLessThan(WITHIN_MS);
  });

  async function comesIn(name: string): Promise<Hands> {
    const laptop = await place.laptop(name);
    await laptop.knock(link, { ...karim, name, colour: name === karim.name ? karim.colour : "Slate" });
    await laptop.page.getByRole("heading", { name: `You have knocked, ${name}` }).waitFor();
    return laptop;
  }
});

function isWriting(page: Hands["page"]): Promise<boolean> {
  return page.evaluate(() => document.activeElement?.closest(".composer") !== null);
}

function focusedName(page: Hands["page"]): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement;
    return at?.getAttribute("aria-label") ?? at?.textContent ?? "";
  });
}
