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

describe("removing", () => {
  const LEAVES = "Someone leaves for good, or a laptop is lost";
  const open = async (name: string) => {
    await button("Who is here").focus();
    await keyboard.press("Enter");
    await expect.poll(() => gallery.page.getByRole("button", { name: /^Remove/ }).count()).toBe(0);
    await keyboard.tabTo(LEAVES);
    await keyboard.press("Enter");
    await keyboard.tabTo(name);
    await keyboard.press("Enter");
  };

  it("is wished in three quiet steps, and happens only when another voice wishes it too", async () => {
    await gallery.show("talking", ROOM);
    await open("Karim");
    await expect.poll(() => keyboard.isOn()).toContain("It needs one more voice that wishes it");
    await keyboard.tabTo("I wish that Karim be removed");
    await keyboard.press("Enter");
    await expect.poll(() => keyboard.isOn()).toBe(LEAVES);
    await keyboard.press("Escape");
    await gallery.page.getByText("Samira wishes that Karim be removed from the meeting.").waitFor();
    await expect.poll(() => button("I wish too that Karim be removed").count()).toBe(0);
  });

  it("of one’s own voice says that it happens at once", async () => {
    await gallery.show("talking", ROOM);
    await open("Samira");
    await expect.poll(() => keyboard.isOn()).toContain("This is your own voice, Samira.");
    await keyboard.tabTo("I leave for good");
    await keyboard.press("Enter");
    await gallery.page.getByText("You are no longer part of this meeting.").waitFor();
  });

  it("is seconded or left, and the keyboard goes on to where words are written", async () => {
    for (const name of ["I wish too that Karim be removed", "I leave it at that"]) {
      await gallery.show("removal", ROOM);
      await button(name).focus();
      await keyboard.press("Enter");
      await button(name).waitFor({ state: "detached" });
      await expect.poll(() => keyboard.isWriting()).toBe(true);
    }
    expect(await gallery.page.evaluate(() => window.gallery.session.view().state.removalsProposed.length)).toBe(1);
  });

  it("can be wished of the person at the centre who has gone, without whom nothing becomes final", async () => {
    await gallery.show("deciding", ROOM);
    await gallery.page.evaluate(async () => {
      const { session, voice } = window.gallery.as("Samira");
      await session.leave(voice);
    });
    const standing = () =>
      gallery.page.evaluate(() => {
        const voices = [...window.gallery.session.view().state.voices.values()];
        return voices.find(({ profile }) => profile.name === "Samira")?.standing;
      });
    await expect.poll(standing).toBe("left");
    await open("Samira");
    await keyboard.tabTo("I wish that Samira be removed");
    await keyboard.press("Enter");
    await gallery.page.evaluate(async () => {
      const { session } = window.gallery.as("Layla");
      const until = () => session.view().state.removalsProposed[0];
      while (until() === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
      const wished = until();
      if (wished !== undefined) await session.secondRemoval({ feed: wished.feed, seq: wished.seq });
    });
    await expect.poll(standing).toBe("removed");
  });

  it("leaves what was said, and says so to the one who was removed", async () => {
    await gallery.show("removed", ROOM);
    await gallery.page
      .getByText("You are no longer part of this meeting. What you said stays as you said it.")
      .waitFor();
    await expect.poll(() => gallery.page.getByRole("article").count()).toBeGreaterThan(0);
    await expect.poll(() => gallery.page.getByRole("button", { name: "Say it" }).isDisabled()).toBe(true);
  });
});

describe("forgetting what was crossed out", () => {
  it("says first what it means, and gives the keyboard back", async () => {
    await gallery.show("talking", ROOM);
    await button("Forget what was crossed out").focus();
    await keyboard.press("Enter");
    await gallery.page.getByText("Nobody can bring it back, also not by undoing.").waitFor();
    await keyboard.tabTo("Forget it everywhere");
    await keyboard.press("Enter");
    await gallery.page.getByText("It is being forgotten.").waitFor();
    await expect.poll(() => keyboard.isOn()).toBe("Forget what was crossed out");
  });
});
