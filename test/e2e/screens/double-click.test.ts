import type { Locator } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openGallery, ROOM, type GalleryPage } from "./gallery-page.ts";

let gallery: GalleryPage;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

const button = (name: string): Locator => gallery.page.getByRole("button", { name });
const box = (): Locator => gallery.page.getByRole("textbox", { name: "What Samira wants to say" });
const seen = (): Locator => button("Others see it as I write");
const words = async (): Promise<string> => (await box().innerText()).trim();

/** Where somebody pressed a button, whatever is there by the second click. */
async function doubleClick(what: Locator): Promise<void> {
  await what.scrollIntoViewIfNeeded();
  const at = await what.boundingBox();
  if (at === null) throw new Error("it is on the screen");
  await gallery.page.mouse.dblclick(at.x + at.width / 2, at.y + at.height / 2);
}

/** Where the toggle stands, from where one writes: in a narrow window all of it moves with what the header says. */
async function beneathTheBox(): Promise<readonly number[]> {
  const [composer, toggle] = [await gallery.page.locator(".composer").boundingBox(), await seen().boundingBox()];
  if (composer === null || toggle === null) throw new Error("both are on the screen");
  return [toggle.x - composer.x, toggle.y - composer.y, toggle.width, toggle.height];
}

/** What the others see of Samira's words that are not said yet. */
const onOtherScreens = () =>
  gallery.page.evaluate(() => {
    const { session } = window.gallery.as("Ellen");
    const unsaid = [...session.view().state.utterances.values()].filter(({ said }) => !said);
    return JSON.stringify(unsaid.map(({ id }) => session.utteranceText(id)));
  });

describe.each([
  ["on a laptop", { width: 1366, height: 768 }],
  ["in a narrow window", { width: 480, height: 800 }],
])("what stands beside words that are not said yet, %s", (_where, size) => {
  beforeEach(async () => {
    await gallery.page.setViewportSize(size);
    await gallery.show("talking", ROOM);
    if ((await seen().getAttribute("aria-pressed")) === "true") await seen().click();
    await box().focus();
    await gallery.page.keyboard.type("I do not dare.");
    await button("Let these words go").waitFor();
  });

  it("shows nobody the words when letting go of them is double-clicked", async () => {
    await doubleClick(button("Let these words go"));
    await button("Bring back what I let go").waitFor();
    expect(await words()).toBe("");
    expect(await seen().getAttribute("aria-pressed")).toBe("false");
    await box().focus();
    await gallery.page.keyboard.type("Still not for anyone.");
    await expect.poll(words).toBe("Still not for anyone.");
    expect(await onOtherScreens()).not.toMatch(/dare|anyone/u);
  });

  it("brings the words back, and keeps them, when that is double-clicked", async () => {
    await button("Let these words go").click();
    await doubleClick(button("Bring back what I let go"));
    await expect.poll(words).toBe("I do not dare.");
    await button("Let these words go").waitFor();
  });

  it("keeps what shows them to others in its place while other buttons come and go", async () => {
    const place = await beneathTheBox();
    await button("Let these words go").click();
    await button("Questions to ask").waitFor();
    await button("Bring back what I let go").waitFor();
    expect(await beneathTheBox()).toEqual(place);
    await button("Bring back what I let go").click();
    await button("Let these words go").waitFor();
    expect(await beneathTheBox()).toEqual(place);
  });
});

describe("a double click", () => {
  it("presses nothing that has come under the finger only now", async () => {
    const pressed = await gallery.page.evaluate(() => {
      const [one, other] = [document.createElement("button"), document.createElement("button")];
      const heard: string[] = [];
      one.addEventListener("click", () => heard.push("one"));
      other.addEventListener("click", () => heard.push("other"));
      document.body.append(one, other);
      const click = (what: Element, detail: number) =>
        what.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, detail }));
      for (const [what, detail] of [
        [one, 1],
        [other, 2],
        [one, 3],
        [other, 1],
        [other, 2],
        [one, 0],
      ] as const) {
        click(what, detail);
      }
      return heard;
    });
    expect(pressed).toEqual(["one", "one", "other", "other", "one"]);
  });
});
