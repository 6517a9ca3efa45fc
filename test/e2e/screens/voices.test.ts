import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openGallery, ROOM, type GalleryPage } from "./gallery-page.ts";

const VOICES = `${ROOM}/voices`;

let gallery: GalleryPage;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

const mark = (name: string) => gallery.page.getByRole("link", { name, exact: true });
const marks = () => gallery.page.locator("[data-mark]");
const on = () => gallery.page.evaluate(() => document.activeElement?.getAttribute("aria-label"));

describe("the picture of the voices", () => {
  it("has a mark for each thing that was said, and says whose it is and whom it answers", async () => {
    await gallery.show("voices-apart", VOICES);
    await mark("Tomas, in a reflection").waitFor();
    await mark("Layla, answering Ellen").waitFor();
    await mark("Not confirmed yet: Ellen wrote this down for Jo").waitFor();
    const said = await gallery.page.evaluate(() => window.gallery.session.view().state.order.length);
    await expect.poll(() => marks().count()).toBe(said);
  });

  it("has a line with a name for those who have not been heard, and counts and compares nobody", async () => {
    await gallery.show("voices-apart", VOICES);
    const legend = gallery.page.getByRole("list", { name: "Whose line is which" });
    expect(await legend.getByRole("listitem").filter({ hasText: "not heard yet" }).allInnerTexts()).toEqual([
      expect.stringContaining("Karim"),
      expect.stringContaining("Jo"),
    ]);
    await gallery.page.locator(".voices__unheard").filter({ hasText: "Karim" }).waitFor();
    expect(await gallery.page.locator("main").innerText()).not.toMatch(/\d|%/u);
    const sizes = await gallery.page
      .locator(".voices__body")
      .evaluateAll((all) => all.map((one) => one.getAttribute("r")));
    expect(new Set(sizes).size).toBe(1);
  });

  it("has nothing of what is being written, and loses the mark of what is taken back", async () => {
    await gallery.show("talking", VOICES);
    await mark("Ellen, in a reflection").waitFor();
    await expect.poll(() => mark("Jo").count()).toBe(0);
    const before = await marks().count();
    await gallery.page.evaluate(async () => {
      const { session } = window.gallery.as("Samira");
      const [, samiras] = session.view().state.order;
      if (samiras !== undefined) await session.withdraw(samiras, true);
    });
    await expect.poll(() => marks().count()).toBe(before - 1);
  });

  it("is one stop for the Tab key, goes from mark to mark with the arrows, and Enter goes to the words", async () => {
    await gallery.show("voices-apart", VOICES);
    await marks().first().waitFor();
    await expect.poll(() => gallery.page.locator("[data-mark][tabindex='0']").count()).toBe(1);
    await marks().first().focus();
    for (let press = 0; press < 9; press += 1) await gallery.page.keyboard.press("ArrowRight");
    expect(await on()).toBe("Layla, answering Ellen");
    await gallery.page.keyboard.press("End");
    await gallery.page.keyboard.press("ArrowLeft");
    expect(await on()).toBe("Tomas, answering Samira");
    await gallery.page.keyboard.press("Enter");
    await gallery.page.getByRole("article", { name: "Tomas, answering Samira" }).waitFor();
    await expect.poll(on).toBe("Tomas, answering Samira");
    expect(await gallery.page.evaluate(() => document.activeElement?.tagName)).toBe("ARTICLE");
  });

  it("tells the same in words, to a screen reader always and to everyone who asks", async () => {
    await gallery.show("voices-apart", VOICES);
    const words = gallery.page.getByText(/^Ellen spoke first\. Then Samira\. Then Layla\./u);
    await words.waitFor({ state: "attached" });
    const unseen = () =>
      words.evaluate((one) => one.getBoundingClientRect().height < 4 || one.closest(".unseen") !== null);
    expect(await unseen()).toBe(true);
    await gallery.page.getByRole("button", { name: "In words" }).click();
    expect(await unseen()).toBe(false);
    await gallery.page.getByText("Not heard yet: Karim and Jo.").waitFor();
  });

  it("draws only so much at once of three thousand utterances, and goes to those from the middle", async () => {
    await gallery.show("long", VOICES);
    await marks().first().waitFor();
    await expect.poll(() => marks().count()).toBeLessThanOrEqual(200);
    const longest = await gallery.page.locator(".voices__in-words").evaluate((all) => all.textContent.length);
    expect(longest).toBeLessThan(4000);
    for (let turn = 0; turn < 3; turn += 1) await gallery.page.getByRole("button", { name: "Earlier" }).click();
    const looked = await marks().nth(100).getAttribute("data-mark");
    await marks().nth(100).focus();
    await gallery.page.keyboard.press("Enter");
    await expect
      .poll(() => gallery.page.evaluate(() => document.activeElement?.getAttribute("data-utterance")))
      .toBe(looked);
    const isWhollyInView = () =>
      gallery.page.evaluate(() => {
        const place = document.activeElement?.getBoundingClientRect();
        return place !== undefined && place.top > 0 && place.bottom < 768;
      });
    await expect.poll(isWhollyInView).toBe(true);
  });
});

describe("the picture in small", () => {
  it("is beside the summary where there is room, and leads to the large one", async () => {
    await gallery.show("talking", ROOM);
    await gallery.page.getByRole("link", { name: "See the voices" }).click();
    await gallery.page.getByRole("heading", { name: "The voices over time" }).waitFor();
    await gallery.page.getByRole("link", { name: "Back to the meeting" }).click();
    await gallery.page.getByRole("textbox", { name: "What Samira wants to say" }).waitFor();
  });

  it("takes no room from where one writes", async () => {
    await gallery.show("talking", ROOM);
    await gallery.page.getByRole("link", { name: "See the voices" }).waitFor();
    const composer = gallery.page.getByRole("region", { name: "Your words" });
    const withIt = await composer.boundingBox();
    await gallery.page.locator(".room__voices").evaluate((strip) => strip.remove());
    expect(await composer.boundingBox()).toEqual(withIt);
  });

  it("is left out on a phone, where the menu leads to the large one", async () => {
    try {
      await gallery.page.setViewportSize({ width: 390, height: 844 });
      await gallery.show("talking", ROOM);
      // It is there, only out of sight: looked for before it has come, it would be missed for another reason.
      await gallery.page.locator(".room__voices a").waitFor({ state: "attached" });
      await expect.poll(() => gallery.page.getByRole("link", { name: "See the voices" }).count()).toBe(0);
      await gallery.page.getByRole("button", { name: "More", exact: true }).click();
      await gallery.page.getByRole("menuitem", { name: "See the voices" }).click();
      await gallery.page.getByRole("heading", { name: "The voices over time" }).waitFor();
    } finally {
      await gallery.page.setViewportSize({ width: 1366, height: 768 });
    }
  });
});
