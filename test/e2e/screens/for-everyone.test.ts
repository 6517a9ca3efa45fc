import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EVERY_PAGE, type Shown, type Step } from "./every-page.ts";
import { EVERY_ROOM } from "./every-room.ts";
import { openGallery, type GalleryPage } from "./gallery-page.ts";
import { tornWords } from "./torn-words.ts";

/** These fit a small laptop without scrolling the page; what is long scrolls inside. */
const FITS = new Set([
  "the meeting on the wall",
  "a meeting in the middle",
  "a meeting that has just begun",
  "a long record",
  "someone at the door",
  "a pause",
  "words that are only here",
  "words written down for someone without a device",
  "something said aloud, to be witnessed",
  "writing down for someone",
  "being asked to write",
  "a reflection, listening",
  "space for an answer",
  "off the record",
  "a removal that is wished",
  "the room for someone who was removed",
]);

const SMALL_LAPTOP = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };

let gallery: GalleryPage;
beforeAll(async () => {
  gallery = await openGallery();
  await gallery.page.emulateMedia({ reducedMotion: "reduce" });
});
afterAll(() => gallery.close());

async function take(step: Step): Promise<void> {
  const { page } = gallery;
  if (typeof step === "string") {
    const named = { name: step, exact: true };
    const button = page.getByRole("button", named).or(page.getByRole("menuitem", named));
    // By the keyboard: so every state is one that it comes to.
    await button
      .or(page.locator("summary", { hasText: step }))
      .first()
      .press("Enter");
  } else if ("ticks" in step) {
    const named = { name: step.ticks, exact: true };
    await page.getByRole("checkbox", named).or(page.getByRole("radio", named)).first().press("Space");
  } else if ("chooses" in step) {
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: "Choose files" }).press("Enter"),
    ]);
    await chooser.setFiles([...step.chooses]);
    await page.getByText("It is checked.").waitFor();
  } else if ("key" in step) {
    await page.keyboard.press(step.key);
  } else {
    const composer = page.locator(".composer [contenteditable='true']");
    if (!(await page.evaluate(() => document.activeElement?.matches("input, textarea")))) await composer.focus();
    await page.keyboard.type(step.writes);
  }
}

const textOf = (scale: number) =>
  gallery.page.evaluate((times) => {
    document.documentElement.style.setProperty("--text-scale", String(times));
  }, scale);

/** How far the page reaches beyond the window. */
const beyond = (way: "Height" | "Width") =>
  gallery.page.evaluate((size) => {
    const page = document.documentElement;
    return page[`scroll${size}`] - page[`client${size}`];
  }, way);

// What is open beside a button finds its new place first.
const fitsInWidth = () => expect.poll(() => beyond("Width")).toBe(0);

/** Every screen and state is opened once; what is asked of it is asked of the same page, one thing after the other. */
describe.each<Shown>([...EVERY_PAGE, ...EVERY_ROOM])("$what", (shown) => {
  let begins: { readonly headings: number; readonly at: string | undefined; readonly title: string };

  beforeAll(async () => {
    await gallery.page.setViewportSize(SMALL_LAPTOP);
    await gallery.page.emulateMedia({ colorScheme: "light" });
    await gallery.show(shown.scene, shown.at);
    begins = {
      headings: await gallery.page.locator("h1:visible").count(),
      at: await gallery.page.evaluate(() => document.activeElement?.tagName),
      title: await gallery.page.title(),
    };
    for (const step of shown.then ?? []) await take(step);
  });

  it("begins at its heading, and has one", () => {
    expect(begins.headings).toBeGreaterThan(0);
    expect(begins.at).toBe("H1");
    expect(begins.title).not.toBe("");
  });

  it("puts no barrier in anyone’s way", async () => {
    expect(await gallery.barriers()).toEqual([]);
    expect(gallery.complaints).toEqual([]);
  });

  it("can be read in the dark", async () => {
    await gallery.page.emulateMedia({ colorScheme: "dark" });
    expect(await gallery.barriers("colours")).toEqual([]);
  });

  if (FITS.has(shown.what)) {
    it("fits a small laptop as a whole", async () => {
      expect(await beyond("Height")).toBe(0);
    });
  }

  it("has room in a narrow window, and for text of twice the size", async () => {
    await gallery.page.setViewportSize({ width: 700, height: 900 });
    await fitsInWidth();
    await gallery.page.setViewportSize(PHONE);
    await fitsInWidth();
    expect(await tornWords(gallery.page)).toEqual([]);
    await textOf(2);
    await fitsInWidth();
    await gallery.page.setViewportSize(SMALL_LAPTOP);
    await fitsInWidth();
    expect(await tornWords(gallery.page)).toEqual([]);
  });
});
