import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ellen, samira } from "../../demo/cast.ts";
import type { Hands } from "../../demo/hands.ts";
import { openPlace, type Place } from "./place.ts";

describe("someone who types on without a pause", () => {
  let place: Place;
  let a: Hands;
  let b: Hands;

  beforeAll(async () => {
    place = await openPlace();
    [a, b] = [await place.laptop("A"), await place.laptop("B")];
    const link = await b.startMeeting(place.url, "Samira’s meeting", "Samira", ellen);
    await a.knock(link, samira);
    await b.letIn("Samira");
  });

  afterAll(() => place.close());

  it("has every letter where it belongs: those after “say it” begin the next words", async () => {
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
});
