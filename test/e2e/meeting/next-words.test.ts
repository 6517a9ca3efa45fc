import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ellen, samira } from "../../demo/cast.ts";
import type { Hands } from "../../demo/hands.ts";
import { openPlace, type Place } from "./place.ts";

/** A laptop that is so busy that the next words are there to be said before the ones before them are saved. */
async function signSlowly({ page }: Hands): Promise<void> {
  await page.addInitScript(() => {
    const { subtle } = crypto;
    const sign = subtle.sign.bind(subtle);
    subtle.sign = async (...wish) => {
      await new Promise((resolve) => setTimeout(resolve, 200));
      return sign(...wish);
    };
  });
}

describe("someone who types on without a pause", () => {
  let place: Place;
  let a: Hands;
  let b: Hands;

  beforeAll(async () => {
    place = await openPlace();
    [a, b] = [await place.laptop("A"), await place.laptop("B")];
    await signSlowly(a);
    const link = await b.startMeeting(place.url, "Samira’s meeting", "Samira", ellen);
    await a.knock(link, samira);
    await b.letIn("Samira");
  });

  afterAll(() => place.close());

  it("has every letter where it belongs, and all of it said, where saying takes a while too", async () => {
    const said = Array.from({ length: 6 }, (_, index) => `This is what I say, number ${String(index)}.`);
    await a.composer("Samira").click();
    for (const words of said) {
      await a.page.keyboard.type(words);
      await a.page.keyboard.press("Control+Enter");
    }
    for (const words of said) await b.utterance(words).waitFor();
    const shown = await b.page.getByRole("article").locator(".words").allInnerTexts();
    expect(shown).toEqual(said);
  });

  it("is told nothing for pressing twice, and keeps the keyboard where it is by then", async () => {
    await a.composer("Samira").click();
    await a.page.keyboard.type("I say this once.");
    await a.page.keyboard.press("Control+Enter");
    await a.page.keyboard.press("Control+Enter");
    await a.page.keyboard.type("And this by the button.");
    await a.page.keyboard.press("Tab");
    await b.utterance("I say this once.").waitFor();
    // The moment in which the keyboard went on to the next words, before.
    await a.page.waitForTimeout(500);
    await a.page.keyboard.press("Enter");
    await b.utterance("And this by the button.").waitFor();
    expect(await a.page.getByText("nothing was said").count()).toBe(0);
  });
});
