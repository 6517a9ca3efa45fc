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

const DOOR = "I can check the door with her, once.";

const button = (name: string) => gallery.page.getByRole("button", { name, exact: true });
const article = (words: string) => gallery.page.getByRole("article").filter({ hasText: words });

describe("someone without a device", () => {
  it("says yes aloud; that it is written down stands in the place of the question", async () => {
    await gallery.show("seated", ROOM);
    await article(DOOR).focus();
    await keyboard.tabTo("Jo says: yes, I said that");
    await keyboard.press("Enter");
    await article(DOOR).getByText("What Jo says of these words is written down.").waitFor();
    await expect.poll(() => button("Jo says: yes, I said that").count()).toBe(0);
    await expect.poll(() => keyboard.isOn()).toBe("Jo, written down by Tomas, not confirmed yet");
    // Whoever wrote it down is not the one who is asked whether it was heard.
    await expect.poll(() => button("I, Ellen, heard it").count()).toBe(0);
  });

  it("is heard by another voice, and then it counts", async () => {
    await gallery.show("aloud", ROOM);
    const asked = gallery.page.getByText(
      `Ellen wrote down that Jo stands by these words: “${DOOR}” Did you hear it too?`,
    );
    await asked.waitFor();
    await expect
      .poll(() => gallery.page.getByRole("article", { name: /written down by Tomas, not confirmed yet/ }).count())
      .toBe(1);
    await button("I, Samira, heard it").focus();
    await keyboard.press("Enter");
    await asked.waitFor({ state: "detached" });
    await article(DOOR).getByText("written down by Tomas", { exact: true }).waitFor();
    await expect.poll(() => keyboard.isWriting()).toBe(true);
  });

  it("is not heard by everyone: that says nothing and is not asked again", async () => {
    await gallery.show("aloud", ROOM);
    await button("I did not hear it").focus();
    await keyboard.press("Enter");
    await button("I did not hear it").waitFor({ state: "detached" });
    await expect.poll(() => keyboard.isWriting()).toBe(true);
    expect(await gallery.page.evaluate(() => window.gallery.session.view().unwitnessed.length)).toBe(1);
  });

  it("is let in by name, and is here", async () => {
    await gallery.show("seated", ROOM);
    await button("Who is here").focus();
    await keyboard.press("Enter");
    await keyboard.tabTo("Someone without a device");
    await keyboard.press("Enter");
    await gallery.page.getByText("They have a voice like everyone else.").waitFor();
    expect(await gallery.page.evaluate(() => document.activeElement === document.body)).toBe(false);
    await gallery.page
      .getByLabel(/called/)
      .first()
      .fill("Nadia");
    await button("Let them in").focus();
    await keyboard.press("Enter");
    await gallery.page.getByText("Nadia is here without a device").waitFor();
    await expect.poll(() => keyboard.isOn()).toBe("Someone without a device");
  });

  it("is read to and answers; what was answered is said, and it waits for who heard it", async () => {
    await gallery.show("reading-aloud", `${ROOM}/read`);
    await button("Jo").focus();
    await keyboard.press("Enter");
    await gallery.page.getByText("Read this to Jo, who has no device here.").waitFor();
    await button("Yes, this can stand").focus();
    await keyboard.press("Enter");
    const said = gallery.page.getByRole("status").filter({ hasText: "Jo says yes to the text that was read" });
    await said.waitFor();
    await expect.poll(() => button("Not yet").count()).toBe(0);
    await keyboard.tabTo("Write down another answer");
    await keyboard.press("Enter");
    await button("Not yet").focus();
    await keyboard.press("Enter");
    await gallery.page.getByRole("status").filter({ hasText: "Jo says not yet" }).waitFor();
    await gallery.page.evaluate(async () => {
      const { session } = window.gallery.as("Samira");
      for (const place of session.view().unwitnessed) await session.witness(place);
    });
    await gallery.page.getByText("Jo has said: not yet. That is a complete answer.").waitFor();
    await button("I am done").click();
    await gallery.page.getByRole("heading", { name: "Who is reading?" }).waitFor();
  });
});
