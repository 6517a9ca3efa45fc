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

const DAD = "Dad left when I was nine.";

const button = (name: string) => gallery.page.getByRole("button", { name, exact: true });
const article = (words: string) => gallery.page.getByRole("article").filter({ hasText: words });
/** The line beside words that nobody has stood by yet is dashed. */
const looksUnfinished = (words: string) =>
  article(words).evaluate((one) => getComputedStyle(one, "::before").backgroundImage.includes("gradient"));

describe("words that Ellen wrote down for Samira", () => {
  it("look unconfirmed, and ask only Samira", async () => {
    await gallery.show("unconfirmed", ROOM);
    const own = gallery.page.getByRole("article", { name: "Samira, written down by Ellen, not confirmed yet" });
    const others = gallery.page.getByRole("article", {
      name: "Dr Okafor, written down by Ellen, not confirmed yet",
    });
    await expect.poll(() => own.getByRole("button", { name: "Yes, I said that" }).count()).toBe(1);
    await expect.poll(() => others.getByRole("button", { name: /said|say/ }).count()).toBe(0);
    expect(await looksUnfinished(DAD)).toBe(true);
  });

  it("are confirmed by the keyboard, which stays on them", async () => {
    await gallery.show("unconfirmed", ROOM);
    await article(DAD).focus();
    await keyboard.tabTo("Yes, I said that");
    await keyboard.press("Enter");
    await article(DAD).getByText("written down by Ellen", { exact: true }).waitFor();
    await expect.poll(() => keyboard.isOn()).toBe("Samira, written down by Ellen");
    expect(await looksUnfinished(DAD)).toBe(false);
  });

  it("are refused only when that was said twice; then the keyboard is at what stands there now", async () => {
    await gallery.show("unconfirmed", ROOM);
    await article(DAD).focus();
    await keyboard.tabTo("I didn’t say that");
    await keyboard.press("Enter");
    await gallery.page.getByRole("dialog", { name: "I didn’t say that" }).waitFor();
    await expect.poll(() => article(DAD).count()).toBe(1);
    await keyboard.tabTo("Let them go");
    await keyboard.press("Enter");
    await article(DAD).waitFor({ state: "detached" });
    await expect.poll(() => keyboard.isOn()).toBe("Dr Okafor, written down by Ellen, not confirmed yet");
  });
});

describe("one’s own words", () => {
  const mine = "‘Check it with me’ – write that.";

  it.each([
    { how: "Take them back, leave nothing", lands: "Layla, answering Ellen", left: 0 },
    { how: "Take them back, let it be seen", lands: "Samira has taken something back here", left: 1 },
  ])("are taken back by the keyboard: $how", async ({ how, lands, left }) => {
    await gallery.show("talking", ROOM);
    await article(mine).focus();
    await keyboard.tabTo("Take these words back");
    await keyboard.press("Enter");
    await gallery.page.getByRole("dialog", { name: "Take these words back" }).waitFor();
    await keyboard.tabTo(how);
    await keyboard.press("Enter");
    await article(mine).waitFor({ state: "detached" });
    await expect.poll(() => keyboard.isOn()).toBe(lands);
    await expect.poll(() => gallery.page.getByText("Something was taken back here.").count()).toBe(left);
    await expect.poll(() => gallery.page.getByRole("dialog").count()).toBe(0);
  });

  it("are kept out of the record by the keyboard, which stays on them, and let in again", async () => {
    await gallery.show("talking", ROOM);
    await article(mine).focus();
    await keyboard.tabTo("Take these words back");
    await keyboard.press("Enter");
    await keyboard.tabTo("Keep this out of the record");
    await keyboard.press("Enter");
    await article(mine).getByText("not for the record", { exact: true }).waitFor();
    await expect.poll(() => keyboard.isOn()).toBe("Take these words back");
    expect(
      await gallery.page.getByRole("article", { name: "Samira, not for the record, answering Tomas" }).count(),
    ).toBe(1);
    await keyboard.tabTo("It may be in the record");
    await keyboard.press("Enter");
    await article(mine).getByText("not for the record").waitFor({ state: "detached" });
    await expect.poll(() => keyboard.isOn()).toBe("Samira, answering Tomas");
  });

  it("are seen by everyone to be kept out, and are nobody else’s to let in", async () => {
    await gallery.show("proposing-readers", ROOM);
    const kept = article("I was away when it happened.");
    await kept.getByText("not for the record", { exact: true }).waitFor();
    await expect.poll(() => kept.getByRole("button", { name: /record/ }).count()).toBe(0);
  });

  it("leave the keyboard in the record also where they were all there was", async () => {
    await gallery.show("empty", ROOM);
    await gallery.page.keyboard.press("F6");
    await gallery.page.getByRole("textbox", { name: "What Ellen wants to say" }).focus();
    await gallery.page.keyboard.type("Alone.");
    await keyboard.press("Control+Enter");
    await article("Alone.").focus();
    await keyboard.tabTo("Take these words back");
    await keyboard.press("Enter");
    await keyboard.tabTo("Take them back, leave nothing");
    await keyboard.press("Enter");
    await gallery.page.getByText("Nothing has been said yet.").waitFor();
    await expect.poll(() => gallery.page.evaluate(() => document.activeElement?.className)).toBe("record");
  });

  it("do not lose the place of someone who has gone on to write", async () => {
    await gallery.show("unconfirmed", ROOM);
    await button("Yes, I said that").click();
    await expect.poll(() => keyboard.isOn()).toBe("Samira, written down by Ellen");
    await gallery.page.getByRole("textbox", { name: "What Samira wants to say" }).focus();
    await gallery.page.evaluate(async () => {
      const { as, meeting } = window.gallery;
      await as("Ellen").session.withdraw(meeting.utterance("What would you like to use this time for?"), false);
    });
    await gallery.page.getByText("What would you like to use this time for?").waitFor({ state: "detached" });
    await expect.poll(() => keyboard.isWriting()).toBe(true);
  });
});

describe("writing down for someone", () => {
  it("is chosen by the keyboard, says whose words they are, and is then heard as that", async () => {
    await gallery.show("talking", ROOM);
    await button("In my own words ▾")
      .or(gallery.page.getByRole("button", { name: /^In my own words/ }))
      .focus();
    await keyboard.press("Enter");
    await gallery.page.getByRole("menuitemradio", { name: "Writing down for Karim" }).focus();
    await keyboard.press("Enter");
    const box = gallery.page.getByRole("textbox", { name: "What Karim says, written down by Samira" });
    await box.waitFor();
    await expect.poll(() => keyboard.isWriting()).toBe(true);
    await gallery.page.keyboard.type("I am on the bus.");
    await keyboard.press("Control+Enter");
    await gallery.page.getByRole("article", { name: "Karim, written down by Samira, not confirmed yet" }).waitFor();
    await gallery.page.getByRole("textbox", { name: "What Samira wants to say" }).waitFor();
  });

  it("is told to a screen reader as written down, also to the one whose words they are", async () => {
    await gallery.show("talking", ROOM);
    await gallery.page.evaluate(async () => {
      await window.gallery.as("Ellen").scribe("Samira", "I want to sleep.");
    });
    await gallery.page
      .getByRole("status")
      .filter({ hasText: "Ellen has written down for Samira: I want to sleep." })
      .waitFor();
  });
});
