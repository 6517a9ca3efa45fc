import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Scene } from "../../gallery/scenes.ts";
import { openGallery, ROOM, type GalleryPage } from "./gallery-page.ts";
import { Keyboard } from "./keyboard.ts";

const WORDS = "The mentally ill patient could not sleep.";

let gallery: GalleryPage;
let keyboard: Keyboard;
const asked: string[] = [];
/** Longer than the pause after which words are looked at, and than looking has taken here, the first time with what it needs. */
let aWhileMs = 2500;
beforeAll(async () => {
  gallery = await openGallery();
  keyboard = new Keyboard(gallery.page);
  gallery.page.on("request", (request) => asked.push(request.url()));
});
afterAll(() => gallery.close());

const hints = () => gallery.page.getByRole("region", { name: "Language hints" });
const box = (label: string) => gallery.page.getByRole("textbox", { name: label });
const offered = () => hints().getByText("For “mentally ill”, some people prefer");
const retextWasLoaded = () => asked.some((url) => url.includes("hints-in-words"));

async function show(scene: Scene, wished: boolean): Promise<void> {
  await gallery.show("empty", "#/settings");
  const tick = gallery.page.getByRole("checkbox", { name: "Language hints for professionals" });
  if (wished) await tick.check({ force: true });
  await gallery.show(scene, ROOM);
  asked.length = 0;
}

beforeEach(async () => {
  await gallery.show("empty", "#/");
  await gallery.page.evaluate(() => {
    localStorage.clear();
  });
});

describe("language hints", () => {
  it("are offered beneath what Ellen writes, when she pauses, and take neither her words nor the keyboard", async () => {
    await show("knocking", true);
    await box("What Ellen wants to say").focus();
    expect(retextWasLoaded()).toBe(false);
    const before = await box("What Ellen wants to say").boundingBox();
    await gallery.page.keyboard.type(WORDS);
    const typed = performance.now();
    await offered().waitFor();
    aWhileMs = Math.max(aWhileMs, 1.5 * (performance.now() - typed));
    expect(await hints().innerText()).toContain(
      "For “mentally ill”, some people prefer “person with mental illness” or “person with a mental disorder”.",
    );
    expect(await hints().innerText()).toContain("The person comes first, then what they live with.");
    await expect.poll(() => keyboard.isWriting()).toBe(true);
    expect(await box("What Ellen wants to say").innerText()).toBe(WORDS);
    expect(await box("What Ellen wants to say").boundingBox()).toEqual(before);
    for (const colorScheme of ["light", "dark"] as const) {
      await gallery.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      expect(await gallery.barriers()).toEqual([]);
    }
  });

  it("are told of politely to someone who does not see them, and can be found", async () => {
    await show("knocking", true);
    await box("What Ellen wants to say").fill(WORDS);
    const told = gallery.page.getByRole("status").filter({ hasText: "There is a language hint below what you write." });
    await told.waitFor();
    await expect.poll(() => hints().locator("[aria-live], [role=alert], [role=status]").count()).toBe(0);
    await expect.poll(() => hints().getByRole("listitem").count()).toBe(1);
  });

  it("go when the words they were for go", async () => {
    await show("knocking", true);
    await box("What Ellen wants to say").fill(WORDS);
    await offered().waitFor();
    await box("What Ellen wants to say").fill("She could not sleep.");
    await offered().waitFor({ state: "detached" });
  });

  it("are hidden for these words by the keyboard, which is then where one writes", async () => {
    await show("knocking", true);
    await box("What Ellen wants to say").focus();
    await gallery.page.keyboard.type(WORDS);
    await offered().waitFor();
    await keyboard.tabTo("Hide these");
    await keyboard.press("Enter");
    await offered().waitFor({ state: "detached" });
    await expect.poll(() => keyboard.isWriting()).toBe(true);
    await gallery.page.keyboard.press("End");
    await gallery.page.keyboard.type(" An addict.");
    await gallery.page.waitForTimeout(aWhileMs);
    await expect.poll(() => hints().count()).toBe(0);
    // The next words are other words.
    await keyboard.press("Control+Enter");
    await expect.poll(async () => (await box("What Ellen wants to say").innerText()).trim()).toBe("");
    await gallery.page.keyboard.type(WORDS);
    await offered().waitFor();
  });

  it("are nobody’s unless they were wished", async () => {
    await show("knocking", false);
    await box("What Ellen wants to say").fill(WORDS);
    await gallery.page.waitForTimeout(aWhileMs);
    await expect.poll(() => hints().count()).toBe(0);
    expect(retextWasLoaded()).toBe(false);
  });

  it.each([
    { who: "Samira", scene: "talking", label: "What Samira wants to say" },
    { who: "Tomas, a peer worker", scene: "shared", label: "What Tomas wants to say" },
    { who: "Karim", scene: "guest", label: "What Karim wants to say" },
    {
      who: "Ellen when she writes down what Jo says",
      scene: "writing-for",
      label: "What Jo says, written down by Ellen",
    },
  ] as const)("are never shown to $who; nothing is loaded for it", async ({ scene, label }) => {
    await show(scene, true);
    await box(label).fill(WORDS);
    await gallery.page.waitForTimeout(aWhileMs);
    await expect.poll(() => hints().count()).toBe(0);
    expect(retextWasLoaded()).toBe(false);
  });

  it("say so where they cannot be loaded, and leave the words alone", async () => {
    await gallery.page.route("**/hints-in-words-*", (route) => route.abort());
    try {
      await show("knocking", true);
      await box("What Ellen wants to say").fill(WORDS);
      await hints().getByText("Language hints cannot be shown here just now.").waitFor();
      expect(await box("What Ellen wants to say").innerText()).toBe(WORDS);
    } finally {
      await gallery.page.unroute("**/hints-in-words-*");
    }
  });
});
