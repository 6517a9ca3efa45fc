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

const button = (name: string | RegExp) => gallery.page.getByRole("button", { name }).first();

describe("a reflection", () => {
  it("asks the family to listen, and locks nobody out", async () => {
    await gallery.show("reflecting-samira", ROOM);
    await gallery.page.getByText("The team is thinking aloud.").waitFor();
    await expect
      .poll(() => gallery.page.getByRole("textbox", { name: "What Samira wants to say" }).isEditable())
      .toBe(true);
  });

  it("is where the team’s words belong while it goes on", async () => {
    await gallery.show("reflecting-ellen", ROOM);
    expect(await button("As a reflection").getAttribute("aria-pressed")).toBe("true");
  });

  it("leaves space: the family is offered what can be answered, by the keyboard alone", async () => {
    await gallery.show("space-samira", ROOM);
    await button("Answer Ellen").waitFor();
    await keyboard.tabTo("We have nothing to add now");
    await keyboard.press("Enter");
    await gallery.page.getByText("Now there is space for an answer").waitFor({ state: "detached" });
  });

  it("puts the team’s own writing aside for that long, and no longer than anyone wishes", async () => {
    await gallery.show("space-ellen", ROOM);
    await gallery.page.getByText("First, space for an answer.").waitFor();
    await expect.poll(() => gallery.page.getByRole("textbox", { name: "What Ellen wants to say" }).count()).toBe(0);
    await button("They have nothing to add").click();
    await gallery.page.getByRole("textbox", { name: "What Ellen wants to say" }).waitFor();
  });
});

describe("off the record", () => {
  it("shows what is said, by voice, lets nothing be written down, and ends as it says it will", async () => {
    await gallery.show("off-the-record", ROOM);
    const said = gallery.page.getByRole("log", { name: "What was said off the record" });
    expect(await said.getByRole("paragraph").allInnerTexts()).toEqual([
      "Layla She was like this when her father left.",
      "Samira That’s mine to tell.",
    ]);
    await expect.poll(() => gallery.page.getByRole("button", { name: "Write down a decision" }).count()).toBe(0);
    await expect.poll(() => gallery.page.getByRole("textbox", { name: "What Samira wants to say" }).count()).toBe(0);
    await button("Keep what was said").click();
    await gallery.page.getByText("You wish to keep it.").waitFor();
    await button("Back on the record").click();
    await gallery.page.getByRole("heading", { name: "Off the record" }).waitFor({ state: "detached" });
    await expect.poll(() => gallery.page.getByText("her father left").count()).toBe(0);
  });

  it("lets one thing be said after the other, however fast", async () => {
    await gallery.show("off-the-record", ROOM);
    const box = gallery.page.getByRole("textbox", { name: /says off the record/ });
    await box.click();
    for (const words of ["One.", "Two."]) {
      await gallery.page.keyboard.type(words);
      await gallery.page.keyboard.press("Control+Enter");
    }
    const said = gallery.page.getByRole("log", { name: "What was said off the record" });
    await expect.poll(() => said.getByRole("paragraph").allInnerTexts()).toContain("Samira Two.");
    await expect.poll(() => said.getByRole("paragraph").allInnerTexts()).toContain("Samira One.");
    expect(await box.inputValue()).toBe("");
  });

  it("has what somebody was in the middle of writing down there again afterwards", async () => {
    await gallery.show("deciding", ROOM);
    await button("Write down a decision").click();
    const field = gallery.page.getByRole("textbox", { name: "What we will do" });
    await field.fill("Somebody rings in the mor");
    await gallery.page.evaluate(() => window.gallery.as("Samira").session.beginOffTheRecord());
    await gallery.page.getByRole("heading", { name: "Off the record" }).waitFor();
    await expect.poll(() => field.count()).toBe(0);
    await expect.poll(() => button("Leave something open").count()).toBe(0);
    await button("Back on the record").click();
    await field.waitFor();
    await expect.poll(() => field.inputValue()).toBe("Somebody rings in the mor");
  });

  it("keeps what is typed on while the words before it are being said", async () => {
    await gallery.show("off-the-record", ROOM);
    const field = gallery.page.getByRole("textbox", { name: /^What Samira/ });
    await field.fill("One thing.");
    // The very next key.
    await field.evaluate(async (box: HTMLTextAreaElement) => {
      box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true }));
      await new Promise((resolve) => setTimeout(resolve));
      box.setRangeText(" And ano", box.value.length, box.value.length, "end");
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
    await gallery.page.getByRole("log").getByText("One thing.").waitFor();
    await expect.poll(() => field.inputValue()).toBe(" And ano");
  });
});

describe("words beside their rendering", () => {
  it("are each in their own language and direction, with a note that says who made it", async () => {
    await gallery.show("rendered-samira", ROOM);
    const article = gallery.page.getByRole("article", { name: "Layla" });
    await article.getByText("in Arabic, in English by Nadia").waitFor();
    const ways = await article
      .locator("[lang]")
      .evaluateAll((all) => all.map((one) => `${one.getAttribute("lang") ?? ""} ${getComputedStyle(one).direction}`));
    expect(ways).toEqual(["ar rtl", "en ltr"]);
    expect(await article.getByRole("list", { name: "Notes by Nadia" }).innerText()).toBe("taʿbāna: tired, or ill");
  });

  it("are worded anew by the interpreter where they stand", async () => {
    await gallery.show("rendered-nadia", ROOM);
    await button(/^Word it anew: what Layla said/).click();
    const field = gallery.page.getByRole("textbox", { name: "What Layla said, in English" });
    await expect.poll(() => field.inputValue()).toBe("My daughter is taʿbāna.");
    await field.fill("My daughter is tired.");
    await button("Keep it beside the words").click();
    await gallery.page.getByRole("article", { name: "Layla" }).getByText("My daughter is tired.").waitFor();
  });
});
