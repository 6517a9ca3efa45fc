import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openGallery, ROOM, type GalleryPage } from "./gallery-page.ts";
import { tornWords } from "./torn-words.ts";

let gallery: GalleryPage;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

const SMALL_LAPTOP = { width: 1366, height: 768 };
const own = () => gallery.page.getByRole("article", { name: /^Samira, put differently/ });
const theirs = () => gallery.page.getByRole("article", { name: "Layla, answering Ellen" });
const isSeen = (name: string, row = theirs()) =>
  row.getByRole("button", { name }).evaluate((button) => button.checkVisibility({ opacityProperty: true }));

describe("what can be done with words", () => {
  it("is answering, on every line; the rest is seen under the hand and with the keyboard, and never taken away", async () => {
    await gallery.show("put-differently", ROOM);
    await expect.poll(() => isSeen("Answer Layla")).toBe(true);
    await expect.poll(() => isSeen("Answer some words of Layla")).toBe(false);
    // For a screen reader it is there all the while.
    await expect.poll(() => theirs().getByRole("button").count()).toBe(2);
    await theirs().hover();
    await expect.poll(() => isSeen("Answer some words of Layla")).toBe(true);
    await gallery.page.mouse.move(0, 0);
    await theirs().focus();
    await expect.poll(() => isSeen("Answer some words of Layla")).toBe(true);
  });

  it("is seen, where nothing can be hovered over, at the line that someone is at", async () => {
    const session = await gallery.page.context().newCDPSession(gallery.page);
    const hover = (value: string) =>
      session.send("Emulation.setEmulatedMedia", { features: [{ name: "hover", value }] });
    try {
      await hover("none");
      await gallery.show("put-differently", ROOM);
      const seen = () =>
        gallery.page
          .getByRole("button", { name: /^Answer some words/ })
          .evaluateAll((all) => all.filter((one) => one.checkVisibility({ opacityProperty: true })).length);
      expect(await seen()).toBeLessThanOrEqual(1);
      await theirs().click({ position: { x: 60, y: 40 } });
      await gallery.page.getByRole("textbox", { name: "What Samira wants to say" }).focus();
      await expect.poll(() => isSeen("Answer some words of Layla")).toBe(true);
      expect(await seen()).toBe(1);
    } finally {
      await hover("");
    }
  });

  it.each([
    { where: "on a small laptop", size: SMALL_LAPTOP, scale: 1 },
    { where: "with text of twice the size", size: SMALL_LAPTOP, scale: 2 },
    { where: "on a phone", size: { width: 390, height: 844 }, scale: 1 },
  ])("covers no name and no words $where", async ({ size, scale }) => {
    try {
      await gallery.page.setViewportSize(size);
      await gallery.show("put-differently", ROOM);
      await gallery.page.evaluate((times) => {
        document.documentElement.style.setProperty("--text-scale", String(times));
      }, scale);
      // The record draws its lines anew for the new size, and may do so once more.
      await expect
        .poll(async () => {
          await own().focus();
          return own().evaluate((row) => row === document.activeElement);
        })
        .toBe(true);
      const covered = await own().evaluate((row) => {
        const boxes = [...row.querySelectorAll(".utterance__actions button")].map((one) => one.getBoundingClientRect());
        const words = [...row.querySelectorAll(".voice-name, .words p")].map((one) => one.getBoundingClientRect());
        // A button reaches further than its words, by a few pixels above and below.
        const over = (a: DOMRect, b: DOMRect) =>
          a.left < b.right && b.left < a.right && a.top + 6 < b.bottom && b.top < a.bottom - 6;
        return { buttons: boxes.length, covers: boxes.some((box) => words.some((word) => over(box, word))) };
      });
      expect(covered).toEqual({ buttons: 4, covers: false });
      expect(await tornWords(gallery.page)).toEqual([]);
    } finally {
      await gallery.page.setViewportSize(SMALL_LAPTOP);
    }
  });

  it("leave the keyboard with what is typed next once they were put differently", async () => {
    await gallery.show("talking", ROOM);
    const row = gallery.page.getByRole("article", { name: "Samira, answering Tomas" });
    await row.getByRole("button", { name: "Put it differently" }).press("Enter");
    const box = () => gallery.page.getByRole("textbox", { name: "What Samira wants to say" });
    await expect.poll(() => box().evaluate((field) => field === document.activeElement)).toBe(true);
    await gallery.page.keyboard.type("As I mean it.");
    await gallery.page.keyboard.press("Control+Enter");
    await gallery.page.getByRole("article", { name: /^Samira, put differently/ }).waitFor();
    // As long as a row that comes anew could take to ask for the keyboard.
    await gallery.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    await gallery.page.keyboard.type("And more");
    await expect.poll(() => box().innerText()).toContain("And more");
  });
});
