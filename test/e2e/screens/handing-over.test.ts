import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openGallery, ROOM, type GalleryPage } from "./gallery-page.ts";

let gallery: GalleryPage;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

const button = (name: string) => gallery.page.getByRole("button", { name, exact: true });
const heading = (name: string) => gallery.page.getByRole("heading", { name, exact: true });
const pinOf = (name: string) => gallery.page.getByLabel(`${name}’s PIN`, { exact: true });
const box = (name: string) => gallery.page.getByRole("textbox", { name: `What ${name} wants to say` });
const focusedLabel = () => gallery.page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await gallery.page.keyboard.press(key);
};
const type = (words: string) => gallery.page.keyboard.type(words);
const choose = async (name: string) => {
  await gallery.page.getByRole("button", { name: /^Speaking as/ }).click();
  await gallery.page.getByRole("menuitemradio", { name, exact: true }).click();
};
const HANDED_OVER = "This laptop is being handed over";

describe("a laptop on which a voice has a PIN", () => {
  it("shows nothing of anyone’s before it is said whose hands it is in", async () => {
    await gallery.show("shared-pins", ROOM);
    await heading(HANDED_OVER).waitFor();
    expect(await gallery.barriers()).toEqual([]);
    await expect.poll(() => gallery.page.locator("[inert] article").count()).toBeGreaterThan(0);
    const shown = await gallery.page.screenshot();
    await gallery.page.evaluate(() => document.querySelector("[inert]")?.remove());
    // What lies over everything lets nothing through.
    expect(Buffer.compare(await gallery.page.screenshot(), shown)).toBe(0);
    expect(gallery.complaints).toEqual([]);
  });

  it("lets a voice in by its PIN with the keyboard alone, and says calmly when it is another", async () => {
    await gallery.show("shared-pins", ROOM);
    await heading(HANDED_OVER).waitFor();
    await press("Tab", "Tab", "Enter");
    await pinOf("Dr Okafor").waitFor();
    expect(await pinOf("Dr Okafor").getAttribute("type")).toBe("password");
    expect(await pinOf("Dr Okafor").getAttribute("autocomplete")).toBe("off");
    expect(await gallery.barriers()).toEqual([]);
    await type("1357");
    await press("Enter");
    await gallery.page.getByRole("alert").filter({ hasText: "This is not the PIN" }).waitFor();
    await expect.poll(() => pinOf("Dr Okafor").inputValue()).toBe("");
    await type("2468");
    await press("Enter");
    await box("Dr Okafor").waitFor();
    await gallery.page.waitForFunction(() => document.activeElement?.matches(".composer *") === true);
    expect(await focusedLabel()).toBe("What Dr Okafor wants to say");
    expect(await gallery.barriers()).toEqual([]);
  });

  it("goes by the cover from the voice that has it to another, whichever of the two has the PIN", async () => {
    await gallery.show("shared-pins", ROOM);
    await button("Tomas").click();
    await box("Tomas").waitFor();
    await choose("Layla");
    await heading("For Layla").waitFor();
    await pinOf("Layla").fill("قهوة");
    await press("Enter");
    await box("Layla").waitFor();
    await choose("Tomas");
    await button("I am Tomas").click();
    await box("Tomas").waitFor();
    expect(gallery.complaints).toEqual([]);
  });

  it("is handed over without saying to whom, and says what can be done when a PIN is forgotten", async () => {
    await gallery.show("shared-pins", ROOM);
    await button("Tomas").click();
    await gallery.page.getByRole("button", { name: /^Speaking as/ }).click();
    await gallery.page.getByRole("menuitem", { name: "Hand this laptop over" }).click();
    await heading(HANDED_OVER).waitFor();
    await button("Layla").click();
    await button("The PIN is forgotten").click();
    await gallery.page.getByText("Nobody can bring a PIN back").waitFor();
    expect(await gallery.barriers()).toEqual([]);
    await button("Someone else").click();
    await button("Tomas").click();
    await box("Tomas").waitFor();
  });

  it("has room for it on a phone and with large text", async () => {
    await gallery.page.setViewportSize({ width: 390, height: 844 });
    await gallery.show("shared-pins", ROOM);
    await button("Layla").click();
    await gallery.page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    await pinOf("Layla").waitFor();
    const width = await gallery.page.evaluate(() => document.querySelector(".handover")?.scrollWidth ?? 0);
    expect(width).toBeLessThanOrEqual(390);
    await gallery.page.setViewportSize({ width: 1366, height: 768 });
  });
});

describe("a PIN", () => {
  it("is set, and from then on asked for; it is changed and taken away with the one that holds", async () => {
    await gallery.show("shared", ROOM);
    const open = async () => {
      await gallery.page.getByRole("button", { name: /^Speaking as Tomas/ }).click();
      await gallery.page.getByRole("menuitem", { name: "A PIN for Tomas" }).click();
      await gallery.page.getByRole("dialog", { name: "A PIN for Tomas" }).waitFor();
    };
    const fill = (label: string, words: string) => gallery.page.getByLabel(label, { exact: true }).fill(words);
    await open();
    await gallery.page.getByText("does not keep out someone who has the laptop and time").waitFor();
    expect(await gallery.barriers()).toEqual([]);
    await fill("A PIN", "2468");
    await fill("The same once more", "2469");
    await press("Enter");
    await gallery.page.getByRole("alert").filter({ hasText: "not the same" }).waitFor();
    await fill("The same once more", "2468");
    await press("Enter");
    await gallery.page.getByRole("dialog").waitFor({ state: "detached" });
    await choose("Layla");
    await button("I am Layla").click();
    await choose("Tomas");
    await pinOf("Tomas").fill("2468");
    await press("Enter");
    await box("Tomas").waitFor();

    await open();
    await fill("The PIN as it is now", "1111");
    await button("Take the PIN away").click();
    await gallery.page.getByRole("alert").filter({ hasText: "This is not the PIN" }).waitFor();
    await fill("The PIN as it is now", "2468");
    await button("Take the PIN away").click();
    await gallery.page.getByRole("dialog").waitFor({ state: "detached" });
    await choose("Layla");
    await box("Layla").waitFor();
    expect(gallery.complaints).toEqual([]);
  });

  it("may be chosen on arriving at a laptop that is shared, and stays out of the way otherwise", async () => {
    await gallery.show("shared", `${ROOM}/voice`);
    await gallery.page.getByLabel("Your name, as you want to be called").fill("Nadia");
    await gallery.page.getByLabel("A PIN for you on this laptop").fill("12");
    await gallery.page.getByLabel("The same once more").fill("12");
    await button("Add this voice").click();
    await gallery.page.getByRole("alert").filter({ hasText: "at least four signs" }).waitFor();
    await gallery.page.getByLabel("A PIN for you on this laptop").fill("1234");
    await gallery.page.getByLabel("The same once more").fill("1234");
    expect(await gallery.barriers()).toEqual([]);
    await button("Add this voice").click();
    await gallery.page.getByRole("button", { name: /^Speaking as Nadia/ }).waitFor();

    await gallery.show("invited", ROOM);
    await expect.poll(() => gallery.page.getByLabel("A PIN for you on this laptop").count()).toBe(0);
    await button("This laptop is shared").click();
    await gallery.page.getByLabel("A PIN for you on this laptop").waitFor();
  });
});

describe("a laptop on which no voice has a PIN", () => {
  it("lets another speak at once", async () => {
    await gallery.show("shared", ROOM);
    await choose("Layla");
    await box("Layla").waitFor();
    await expect.poll(() => heading(HANDED_OVER).count()).toBe(0);
  });
});

describe("reading and answering on a laptop with PINs", () => {
  it("is for whoever has the laptop, and hands it over by the same cover", async () => {
    await gallery.show("proposed-pins", `${ROOM}/read`);
    await button("Layla").click();
    await pinOf("Layla").fill("1357");
    await press("Enter");
    await gallery.page.getByText("Layla, this is only between you and the page.").waitFor();
    await button("Yes, this can stand").click();
    await gallery.page.getByText("You have said: yes, this can stand.").waitFor();
    await button("I am done").click();
    await heading(HANDED_OVER).waitFor();
    await button("Dr Okafor").click();
    await pinOf("Dr Okafor").fill("2468");
    await press("Enter");
    await gallery.page.getByText("Dr Okafor, this is only between you and the page.").waitFor();
    await expect.poll(() => gallery.page.getByText("You have said").count()).toBe(0);
    await button("Not yet").waitFor();
    expect(gallery.complaints).toEqual([]);
  });
});
