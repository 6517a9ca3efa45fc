import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openGallery, ROOM, type GalleryPage } from "./gallery-page.ts";

let gallery: GalleryPage;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

const DOOR = "I can check the door with her, once.";
const DAD = "Dad left when I was nine.";

const button = (name: string) => gallery.page.getByRole("button", { name, exact: true });
const article = (words: string) => gallery.page.getByRole("article").filter({ hasText: words });
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await gallery.page.keyboard.press(key);
};
/** What the keyboard is on, by the name a screen reader says. */
const focused = () =>
  gallery.page.evaluate(
    () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent,
  );
const isWriting = () => gallery.page.evaluate(() => document.activeElement?.tagName === "TEXTAREA");
/** Goes on with the Tab key until it is on the button of this name. */
async function tabTo(name: string): Promise<void> {
  for (let stop = 0; stop < 12; stop += 1) {
    if (await button(name).evaluateAll((found) => found.some((one) => one === document.activeElement))) return;
    await press("Tab");
  }
  throw new Error(`the Tab key does not come to ${name}`);
}

describe("words that Ellen wrote down for Samira", () => {
  it("look unconfirmed, and ask only Samira", async () => {
    await gallery.show("unconfirmed", ROOM);
    const own = gallery.page.getByRole("article", { name: "Not confirmed yet: Ellen wrote this down for Samira" });
    const others = gallery.page.getByRole("article", {
      name: "Not confirmed yet: Ellen wrote this down for Dr Okafor",
    });
    expect(await own.getByRole("button", { name: "Yes, I said that" }).count()).toBe(1);
    expect(await others.getByRole("button", { name: /said|say/ }).count()).toBe(0);
    expect(await own.locator(".words").evaluate((words) => getComputedStyle(words).fontStyle)).toBe("italic");
  });

  it("are confirmed by the keyboard, which stays on them", async () => {
    await gallery.show("unconfirmed", ROOM);
    await article(DAD).focus();
    await tabTo("Yes, I said that");
    await press("Enter");
    await article(DAD).getByText("written down by Ellen", { exact: true }).waitFor();
    await expect.poll(focused).toBe("Samira");
    expect(
      await article(DAD)
        .locator(".words")
        .evaluate((words) => getComputedStyle(words).fontStyle),
    ).toBe("normal");
  });

  it("are refused only when that was said twice; then the keyboard is at what stands there now", async () => {
    await gallery.show("unconfirmed", ROOM);
    await article(DAD).focus();
    await tabTo("I didn’t say that");
    await press("Enter");
    await gallery.page.getByRole("dialog", { name: "I didn’t say that" }).waitFor();
    expect(await article(DAD).count()).toBe(1);
    await tabTo("Let them go");
    await press("Enter");
    await article(DAD).waitFor({ state: "detached" });
    await expect.poll(focused).toBe("Not confirmed yet: Ellen wrote this down for Dr Okafor");
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
    await tabTo("Take these words back");
    await press("Enter");
    await gallery.page.getByRole("dialog", { name: "Take these words back" }).waitFor();
    await tabTo(how);
    await press("Enter");
    await article(mine).waitFor({ state: "detached" });
    await expect.poll(focused).toBe(lands);
    expect(await gallery.page.getByText("Something was taken back here.").count()).toBe(left);
    expect(await gallery.page.getByRole("dialog").count()).toBe(0);
  });

  it("leave the keyboard in the record also where they were all there was", async () => {
    await gallery.show("empty", ROOM);
    await gallery.page.keyboard.press("F6");
    await gallery.page.getByRole("textbox", { name: "What Ellen wants to say" }).focus();
    await gallery.page.keyboard.type("Alone.");
    await press("Control+Enter");
    await article("Alone.").focus();
    await tabTo("Take these words back");
    await press("Enter");
    await tabTo("Take them back, leave nothing");
    await press("Enter");
    await gallery.page.getByText("Nothing has been said yet.").waitFor();
    await expect.poll(() => gallery.page.evaluate(() => document.activeElement?.className)).toBe("record");
  });

  it("do not lose the place of someone who has gone on to write", async () => {
    await gallery.show("unconfirmed", ROOM);
    await button("Yes, I said that").click();
    await expect.poll(focused).toBe("Samira");
    await gallery.page.getByRole("textbox", { name: "What Samira wants to say" }).focus();
    await gallery.page.evaluate(() => {
      const { fake } = window.gallery;
      const first = fake.view().state.order[0];
      if (first !== undefined) void fake.withdraw(first, false);
    });
    await gallery.page.getByText("What would you like to use this time for?").waitFor({ state: "detached" });
    expect(await isWriting()).toBe(true);
  });
});

describe("someone without a device", () => {
  it("says yes aloud; that it is written down stands in the place of the question", async () => {
    await gallery.show("seated", ROOM);
    await article(DOOR).focus();
    await tabTo("Jo says: yes, I said that");
    await press("Enter");
    await article(DOOR).getByText("What Jo says of these words is written down.").waitFor();
    expect(await button("Jo says: yes, I said that").count()).toBe(0);
    await expect.poll(focused).toBe("Not confirmed yet: Tomas wrote this down for Jo");
    // Whoever wrote it down is not the one who is asked whether it was heard.
    expect(await button("I, Ellen, heard it").count()).toBe(0);
  });

  it("is heard by another voice, and then it counts", async () => {
    await gallery.show("aloud", ROOM);
    const asked = gallery.page.getByText(
      "Ellen has written down that Jo says: yes, those are my words. Did you hear it too?",
    );
    await asked.waitFor();
    expect(await gallery.page.getByRole("article", { name: /^Not confirmed yet: Tomas/ }).count()).toBe(1);
    await button("I, Samira, heard it").focus();
    await press("Enter");
    await asked.waitFor({ state: "detached" });
    await article(DOOR).getByText("written down by Tomas", { exact: true }).waitFor();
    await expect.poll(isWriting).toBe(true);
  });

  it("is not heard by everyone: that says nothing and is not asked again", async () => {
    await gallery.show("aloud", ROOM);
    await button("I did not hear it").focus();
    await press("Enter");
    await button("I did not hear it").waitFor({ state: "detached" });
    await expect.poll(isWriting).toBe(true);
    expect(await gallery.page.evaluate(() => window.gallery.fake.view().unwitnessed.length)).toBe(1);
  });

  it("is let in by name, and is here", async () => {
    await gallery.show("seated", ROOM);
    await button("Who is here").focus();
    await press("Enter");
    await tabTo("Someone without a device");
    await press("Enter");
    await gallery.page.getByText("They have a voice like everyone else.").waitFor();
    expect(await gallery.page.evaluate(() => document.activeElement === document.body)).toBe(false);
    await gallery.page
      .getByLabel(/called/)
      .first()
      .fill("Nadia");
    await button("Let them in").focus();
    await press("Enter");
    await gallery.page.getByText("Nadia is here without a device").waitFor();
    await expect.poll(focused).toBe("Someone without a device");
  });

  it("is read to and answers; what was answered is said, and it waits for who heard it", async () => {
    await gallery.show("reading-aloud", `${ROOM}/read`);
    await button("Jo").focus();
    await press("Enter");
    await gallery.page.getByText("Read this to Jo, who has no device here.").waitFor();
    await button("Yes, this can stand").focus();
    await press("Enter");
    const said = gallery.page.getByRole("status").filter({ hasText: "Jo says yes to the text that was read" });
    await said.waitFor();
    expect(await button("Not yet").count()).toBe(0);
    await tabTo("Write down another answer");
    await press("Enter");
    await button("Not yet").focus();
    await press("Enter");
    await gallery.page.getByRole("status").filter({ hasText: "Jo says not yet" }).waitFor();
    await gallery.page.evaluate(async () => {
      const { fake } = window.gallery;
      for (const place of fake.view().unwitnessed) await fake.witness(place);
    });
    await gallery.page.getByText("Jo has said: not yet. That is a complete answer.").waitFor();
    await button("I am done").click();
    await gallery.page.getByRole("heading", { name: "Who is reading?" }).waitFor();
  });
});

describe("writing down for someone", () => {
  it("is chosen by the keyboard, says whose words they are, and is then heard as that", async () => {
    await gallery.show("talking", ROOM);
    await button("In my own words ▾")
      .or(gallery.page.getByRole("button", { name: /^In my own words/ }))
      .focus();
    await press("Enter");
    await gallery.page.getByRole("menuitemradio", { name: "Writing down for Karim" }).focus();
    await press("Enter");
    const box = gallery.page.getByRole("textbox", { name: "What Karim says, written down by Samira" });
    await box.waitFor();
    await expect.poll(isWriting).toBe(true);
    await gallery.page.keyboard.type("I am on the bus.");
    await press("Control+Enter");
    await gallery.page.getByRole("article", { name: "Not confirmed yet: Samira wrote this down for Karim" }).waitFor();
    await gallery.page.getByRole("textbox", { name: "What Samira wants to say" }).waitFor();
  });

  it("is told to a screen reader as written down, also to the one whose words they are", async () => {
    await gallery.show("talking", ROOM);
    await gallery.page.evaluate(() => {
      const { fake, people } = window.gallery;
      const named = (name: string) => people.find(({ profile }) => profile.name === name);
      const [samira, ellen] = [named("Samira"), named("Ellen")];
      if (samira === undefined || ellen === undefined) return;
      const id = fake.begin(samira, { scribe: ellen });
      fake.write(id, [{ style: "paragraph", runs: [{ voice: ellen.id, text: "I want to sleep." }] }]);
      fake.finish(id);
    });
    await gallery.page
      .getByRole("status")
      .filter({ hasText: "Ellen has written down for Samira: I want to sleep." })
      .waitFor();
  });
});

describe("removing", () => {
  const LEAVES = "Someone leaves for good, or a laptop is lost";
  const open = async (name: string) => {
    await button("Who is here").focus();
    await press("Enter");
    expect(await gallery.page.getByRole("button", { name: /^Remove/ }).count()).toBe(0);
    await tabTo(LEAVES);
    await press("Enter");
    await tabTo(name);
    await press("Enter");
  };

  it("is wished in three quiet steps, and happens only when another voice wishes it too", async () => {
    await gallery.show("talking", ROOM);
    await open("Karim");
    await expect.poll(focused).toContain("It needs one more voice that wishes it");
    await tabTo("I wish that Karim be removed");
    await press("Enter");
    await expect.poll(focused).toBe(LEAVES);
    await press("Escape");
    await gallery.page.getByText("Samira wishes that Karim be removed from the meeting.").waitFor();
    expect(await button("I wish too that Karim be removed").count()).toBe(0);
  });

  it("of one’s own voice says that it happens at once", async () => {
    await gallery.show("talking", ROOM);
    await open("Samira");
    await expect.poll(focused).toContain("This is your own voice, Samira.");
    await tabTo("I leave for good");
    await press("Enter");
    await gallery.page.getByText("You are no longer part of this meeting.").waitFor();
  });

  it("is seconded or left, and the keyboard goes on to where words are written", async () => {
    for (const name of ["I wish too that Karim be removed", "I leave it at that"]) {
      await gallery.show("removal", ROOM);
      await button(name).focus();
      await press("Enter");
      await button(name).waitFor({ state: "detached" });
      await expect.poll(isWriting).toBe(true);
    }
    expect(await gallery.page.evaluate(() => window.gallery.fake.view().state.removalsProposed.length)).toBe(1);
  });

  it("leaves what was said, and says so to the one who was removed", async () => {
    await gallery.show("removed", ROOM);
    await gallery.page
      .getByText("You are no longer part of this meeting. What you said stays as you said it.")
      .waitFor();
    expect(await gallery.page.getByRole("article").count()).toBeGreaterThan(0);
    expect(await gallery.page.getByRole("button", { name: "Say it" }).isDisabled()).toBe(true);
  });
});

describe("forgetting what was crossed out", () => {
  it("says first what it means, and gives the keyboard back", async () => {
    await gallery.show("talking", ROOM);
    await button("Forget what was crossed out").focus();
    await press("Enter");
    await gallery.page.getByText("Nobody can bring it back, also not by undoing.").waitFor();
    await tabTo("Forget it everywhere");
    await press("Enter");
    await gallery.page.getByText("It is being forgotten.").waitFor();
    await expect.poll(focused).toBe("Forget what was crossed out");
  });
});
