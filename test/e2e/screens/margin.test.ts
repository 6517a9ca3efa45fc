import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openGallery, ROOM, type GalleryPage } from "./gallery-page.ts";

let gallery: GalleryPage;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

const button = (name: string) => gallery.page.getByRole("button", { name, exact: true });
const panel = () => gallery.page.getByRole("dialog", { name: "Notes to yourself" });
const notes = () => panel().getByRole("listitem");
const press = (key: string) => gallery.page.keyboard.press(key);
const type = (words: string) => gallery.page.keyboard.type(words);

async function note(words: string): Promise<void> {
  await type(words);
  await button("Keep this note").click();
  await notes().filter({ hasText: words }).waitFor();
}

describe("notes to oneself", () => {
  it("open and close with a key the page of keys names, and are written with the keyboard alone", async () => {
    await gallery.show("talking", ROOM);
    await gallery.page.getByRole("heading", { level: 1 }).focus();
    await press("?");
    await gallery.page.getByText("Open and close your notes to yourself").waitFor();
    await press("Escape");
    await press("F9");
    await panel().waitFor();
    await type("Ask Jo about the door.");
    await press("Tab");
    await press("Enter");
    await notes().filter({ hasText: "Ask Jo about the door." }).waitFor();
    expect(await gallery.barriers()).toEqual([]);
    await type("I am tired.");
    await press("F9");
    await panel().waitFor({ state: "detached" });
    await press("F9");
    // What was typed is kept, also where the panel was closed over it.
    await notes().filter({ hasText: "I am tired." }).waitFor();
    expect(gallery.complaints).toEqual([]);
  });

  it("are changed, let go of, and brought back where they were", async () => {
    await gallery.show("talking", ROOM);
    await press("F9");
    await note("Ask Jo about the door.");
    await note("I am tired.");
    await button("Let it go: Ask Jo about the door.").click();
    await gallery.page.getByRole("status").filter({ hasText: "The note is gone." }).waitFor();
    await expect.poll(() => notes().count()).toBe(1);
    await button("Bring it back").click();
    expect(await notes().first().textContent()).toContain("Ask Jo about the door.");
    await button("Change: I am tired.").click();
    await gallery.page.getByLabel("This note").fill("I am very tired.");
    await button("Keep it like this").click();
    expect(await notes().nth(1).textContent()).toContain("I am very tired.");
  });

  it("are put into one’s own words to be said, and heard by nobody before", async () => {
    await gallery.show("talking", ROOM);
    await press("F9");
    await note("I am frightened.");
    await button("Say this: I am frightened.").click();
    await panel().waitFor({ state: "detached" });
    const box = gallery.page.getByRole("textbox", { name: "What Samira wants to say" });
    await box.filter({ hasText: "I am frightened." }).waitFor();
    await gallery.page.waitForFunction(() => document.activeElement?.matches(".composer *") === true);
    await type(" At night.");
    expect(await box.textContent()).toBe("I am frightened. At night.");
    await button("Say it").click();
    await gallery.page.locator("[data-utterance]").filter({ hasText: "I am frightened. At night." }).waitFor();
    expect(gallery.complaints).toEqual([]);
  });

  it("are gone from the screen as soon as the laptop is in another’s hands, and there again afterwards", async () => {
    await gallery.show("shared-pins", ROOM);
    await button("Tomas").click();
    await press("F9");
    await note("That door was mine once.");
    await press("F9");
    await gallery.page.getByRole("button", { name: /^Speaking as/ }).click();
    await gallery.page.getByRole("menuitemradio", { name: "Dr Okafor" }).click();
    expect(await gallery.page.content()).not.toContain("That door was mine once.");
    await gallery.page.getByLabel("Dr Okafor’s PIN").fill("2468");
    await press("Enter");
    await gallery.page.getByRole("textbox", { name: "What Dr Okafor wants to say" }).waitFor();
    await press("F9");
    await panel().getByText("There is nothing here yet.").waitFor();
    expect(await gallery.page.content()).not.toContain("That door was mine once.");
  });
});
