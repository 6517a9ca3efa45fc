import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openGallery, ROOM, type GalleryPage } from "./gallery-page.ts";

const WALL = `${ROOM}/wall`;

let gallery: GalleryPage;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

const record = () => gallery.page.getByRole("region", { name: "In our own words" });
const composer = () => gallery.page.getByRole("textbox", { name: "What Samira wants to say" });
const wayOut = () => gallery.page.getByRole("link", { name: "Leave this view" });

describe("the meeting on the wall", () => {
  it("shows what was said, what we want to remember and what we will do, large enough for across the room", async () => {
    await gallery.show("voices-apart", WALL);
    const words = record().getByText("Then I will ring at seven.");
    await words.waitFor();
    await gallery.page.getByText("Both of these stand.").waitFor();
    await gallery.page.getByText("Five nights at home.").waitFor();
    await gallery.page.getByText("If I may ring at night and someone answers.").waitFor();
    // Of a picture two metres wide, seen from four: letters of two centimetres and more.
    const size = await words.evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
    expect(size / 1366).toBeGreaterThan(0.02);
  });

  it("has nothing that is being written, nothing of this laptop, and nothing to press but the way out", async () => {
    await gallery.show("talking", ROOM);
    await composer().focus();
    await gallery.page.keyboard.type("I have not said this yet.");
    await gallery.page.keyboard.press("F8");
    await wayOut().waitFor();
    await record().getByText("I am afraid at night.").waitFor();
    const shown = await gallery.page.locator("body").innerText();
    expect(shown).not.toContain("I have not said this yet.");
    expect(shown).not.toContain("Text me when you go and when");
    const controls = gallery.page.locator("a, button, input, textarea, [contenteditable='true']");
    expect(await controls.allInnerTexts()).toEqual(["Leave this view"]);
  });

  it("is left with Escape, F8 or its one button, and nothing half written is lost", async () => {
    await gallery.show("talking", ROOM);
    await composer().focus();
    await gallery.page.keyboard.type("I want to keep walking");
    for (const leave of ["Escape", "F8"]) {
      await gallery.page.keyboard.press("F8");
      await wayOut().waitFor();
      await gallery.page.keyboard.press(leave);
      await composer().waitFor();
      expect(await composer().innerText()).toBe("I want to keep walking");
    }
    await gallery.page.getByRole("button", { name: "More", exact: true }).click();
    await gallery.page.getByRole("menuitem", { name: "Show it on the wall" }).click();
    await wayOut().click();
    await composer().waitFor();
  });

  it("follows the end as people speak, and keeps still for someone who has scrolled up", async () => {
    await gallery.show("long", WALL);
    await record().getByText("2999:").waitFor();
    await speak("Jo has come to the end.");
    await expect.poll(toEnd).toBeLessThan(2);
    await gallery.page.mouse.move(300, 400);
    await gallery.page.mouse.wheel(0, -900);
    await expect.poll(toEnd).toBeGreaterThan(500);
    const read = record().getByText("2990:");
    const before = await atRest(read);
    await speak("Something more. ".repeat(40));
    await record().getByText("Something more.").waitFor({ state: "attached" });
    expect(Math.abs((await atRest(read)) - before)).toBeLessThan(2);
  });

  it("is covered while the meeting pauses, and is back afterwards", async () => {
    await gallery.show("talking", WALL);
    await gallery.page.evaluate(() => window.gallery.session.pause());
    await gallery.page.getByRole("heading", { name: "We are pausing" }).waitFor();
    expect(await gallery.page.locator(".under-cover").getAttribute("inert")).not.toBeNull();
    await gallery.page.evaluate(() => window.gallery.session.resume());
    await record().getByText("I am afraid at night.").waitFor();
  });

  it("lets go at once of what is taken back", async () => {
    await gallery.show("talking", WALL);
    const words = record().getByText("I don’t want to be talked about in the kitchen");
    await words.waitFor({ state: "attached" });
    await gallery.page.evaluate(async () => {
      const { session } = window.gallery.as("Samira");
      const [, samiras] = session.view().state.order;
      if (samiras !== undefined) await session.withdraw(samiras, false);
    });
    await words.waitFor({ state: "detached" });
  });

  it("is not opened by a key from where someone reads alone", async () => {
    await gallery.show("second-round", `${ROOM}/read`);
    await gallery.page.keyboard.press("F8");
    await gallery.page.waitForTimeout(200);
    expect(await gallery.page.evaluate(() => location.hash)).toMatch(/\/read$/u);
  });
});

async function speak(words: string): Promise<void> {
  await gallery.page.evaluate(async (said) => {
    await window.gallery.arrives({ name: "Jo", words: said });
  }, words);
}

/** How far down the screen it stands once nothing has moved for a while: the list has drawn and measured what is there. */
async function atRest(shown: Locator): Promise<number> {
  for (let before = NaN; ;) {
    await gallery.page.waitForTimeout(300);
    await gallery.page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    const now = await shown.evaluate((one) => one.getBoundingClientRect().y);
    if (now === before) return now;
    before = now;
  }
}

function toEnd(): Promise<number> {
  return record().evaluate((list) => list.scrollHeight - list.scrollTop - list.clientHeight);
}
