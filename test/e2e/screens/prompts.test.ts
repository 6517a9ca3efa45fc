import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openGallery, ROOM, type GalleryPage } from "./gallery-page.ts";
import { Keyboard } from "./keyboard.ts";

let gallery: GalleryPage;
let keyboard: Keyboard;
beforeAll(async () => {
  gallery = await openGallery();
  keyboard = new Keyboard(gallery.page);
});
afterAll(() => gallery.close());

const button = (name: string) => gallery.page.getByRole("button", { name, exact: true });
const panel = () => gallery.page.getByRole("dialog", { name: "Questions to ask" });
const box = (label = "What Samira wants to say") => gallery.page.getByRole("textbox", { name: label });
const said = () =>
  gallery.page.evaluate(() => {
    const { utterances } = window.gallery.session.view().state;
    return [...utterances.values()].filter((one) => one.said).length;
  });

describe("questions to ask", () => {
  it("are not shown until someone wishes for them", async () => {
    await gallery.show("talking", ROOM);
    await expect.poll(() => panel().count()).toBe(0);
    await expect.poll(() => button("What would you like to try first?").count()).toBe(0);
    await button("Questions to ask").click();
    await panel()
      .getByRole("button", { name: /^How did the idea of meeting come up/ })
      .waitFor();
    await expect.poll(() => button("What would you like to try first?").count()).toBe(0);
  });

  it("are chosen by the keyboard: the words are in the box, to be written on, and nothing is said", async () => {
    await gallery.show("talking", ROOM);
    const before = await said();
    await button("Questions to ask").focus();
    await keyboard.press("Enter");
    await panel().waitFor();
    await keyboard.tabTo("Having a say");
    await keyboard.press("Enter");
    await keyboard.tabTo("What would you like to try first?");
    await keyboard.press("Enter");
    await panel().waitFor({ state: "detached" });
    await expect.poll(() => keyboard.isWriting()).toBe(true);
    await gallery.page.keyboard.type(" Or tonight?");
    expect(await box().innerText()).toBe("What would you like to try first? Or tonight?");
    expect(await said()).toBe(before);
  });

  it("give the keyboard back when they are put away", async () => {
    await gallery.show("talking", ROOM);
    await button("Questions to ask").focus();
    await keyboard.press("Enter");
    await panel().waitFor();
    await keyboard.press("Escape");
    await panel().waitFor({ state: "detached" });
    await expect.poll(() => keyboard.isOn()).toBe("Questions to ask");
    expect((await box().innerText()).trim()).toBe("");
  });

  it("step aside for words that are being written, and are there again when the box is empty", async () => {
    await gallery.show("talking", ROOM);
    await box().fill("I want to keep walking");
    await button("Questions to ask").waitFor({ state: "detached" });
    await box().focus();
    await keyboard.press("Control+A");
    await keyboard.press("Backspace");
    await button("Questions to ask").waitFor();
  });

  it("are not asked in another’s name", async () => {
    await gallery.show("writing-for", ROOM);
    await box("What Jo says, written down by Ellen").waitFor();
    await expect.poll(() => button("Questions to ask").count()).toBe(0);
  });

  it("are the same for the person at the centre as for a psychiatrist", async () => {
    const asked: (readonly string[])[] = [];
    for (const [name, scene] of [
      ["Samira", "talking"],
      ["Dr Okafor", "shared"],
    ] as const) {
      await gallery.show(scene, ROOM);
      await gallery.page.evaluate((speaks) => {
        const { session, voice } = window.gallery.as(speaks);
        session.speakAs(voice);
      }, name);
      await box(`What ${name} wants to say`).waitFor();
      await button("Questions to ask").click();
      await panel().waitFor();
      asked.push(await panel().getByRole("button").allInnerTexts());
    }
    expect(asked[0]?.length).toBeGreaterThan(8);
    expect(asked[1]).toEqual(asked[0]);
  });

  it("fit a phone, and are large enough for a finger", async () => {
    try {
      await gallery.page.setViewportSize({ width: 390, height: 844 });
      await gallery.show("talking", ROOM);
      await button("Questions to ask").scrollIntoViewIfNeeded();
      await button("Questions to ask").click();
      await panel().waitFor();
      await button("Culture and language").click();
      for (const question of await panel().getByRole("button").all()) {
        const at = await question.boundingBox();
        expect(at?.x).toBeGreaterThanOrEqual(0);
        expect((at?.x ?? 0) + (at?.width ?? 0)).toBeLessThanOrEqual(390);
        expect(at?.height).toBeGreaterThanOrEqual(44);
      }
      expect(await gallery.barriers()).toEqual([]);
    } finally {
      await gallery.page.setViewportSize({ width: 1366, height: 768 });
    }
  });
});
