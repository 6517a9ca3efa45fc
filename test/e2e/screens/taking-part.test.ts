import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openGallery, ROOM, type GalleryPage } from "./gallery-page.ts";

let gallery: GalleryPage;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

const button = (name: string) => gallery.page.getByRole("button", { name, exact: true });
const whoIsHere = () => button("Who is here").click();

describe("saying how one wants to be called", () => {
  it("is done with a name and one press; everything else is there already or can wait", async () => {
    await gallery.show("invited", ROOM);
    const { page } = gallery;
    await page.getByLabel("Your name, as you want to be called").fill("Karim");
    const chosen = page.getByRole("radiogroup", { name: "Your colour" }).getByRole("radio", { checked: true });
    await expect.poll(() => chosen.count()).toBe(1);
    await expect.poll(() => page.getByLabel("How your name is said, or how you are spoken of").isVisible()).toBe(false);
    expect(await gallery.barriers()).toEqual([]);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "You have knocked, Karim" }).waitFor();
  });

  it("tells every colour from every other without seeing it: by its pattern and by its name", async () => {
    await gallery.show("invited", ROOM);
    await gallery.page.getByLabel("Your name, as you want to be called").fill("Karim");
    const options = gallery.page.getByRole("radiogroup", { name: "Your colour" }).locator(".choice");
    const seen = await options.evaluateAll((all) =>
      all.map((one) => {
        const avatar = one.querySelector(".avatar");
        return [avatar?.textContent, avatar === null ? "" : getComputedStyle(avatar).backgroundImage, one.textContent];
      }),
    );
    expect(seen.map(([initials]) => initials)).toEqual(seen.map(() => "Ka"));
    expect(new Set(seen.map(([, pattern]) => pattern)).size).toBe(8);
    expect(new Set(seen.map(([, , words]) => words)).size).toBe(8);
  });

  it("finds a language by the name its speakers use, with the keyboard alone", async () => {
    await gallery.show("invited", ROOM);
    const { page } = gallery;
    await page.getByText("More about how I want to be called").click();
    await page.getByRole("combobox", { name: "The language you mostly speak here" }).pressSequentially("العر");
    await page.getByRole("option", { name: /Arabic/ }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.getByRole("combobox").inputValue()).toContain("Arabic");
    expect(await gallery.barriers()).toEqual([]);
  });

  it("can be changed later, and how a name is said stands where people are listed", async () => {
    await gallery.show("talking", ROOM);
    const { page } = gallery;
    await whoIsHere();
    await button("Change how I am called").click();
    await page.getByText("More about how I want to be called").click();
    await page.getByLabel("How your name is said, or how you are spoken of").fill("sa-MEE-ra");
    await expect.poll(() => page.getByRole("radiogroup", { name: "You are here as" }).count()).toBe(0);
    await button("Keep").click();
    await page.getByRole("listitem").filter({ hasText: "Samira is here" }).getByText("sa-MEE-ra").waitFor();
    expect(await gallery.barriers()).toEqual([]);
  });
});

describe("an interpreter", () => {
  it("is offered no words of her own, and stands after the voices, as what she is", async () => {
    await gallery.show("interpreter-here", ROOM);
    const { page } = gallery;
    await expect.poll(() => page.getByRole("textbox", { name: "What Nadia wants to say" }).count()).toBe(0);
    await expect.poll(() => button("Say it").count()).toBe(0);
    await whoIsHere();
    const people = page.getByRole("dialog").getByRole("listitem");
    await page.getByRole("dialog").getByText("Nadia is here").waitFor();
    const names = (await people.allTextContents()).filter((words) => / is (?:here|away)/.test(words));
    expect(names.at(-1)).toContain("interprets");
    expect(await gallery.barriers()).toEqual([]);
  });
});

describe("someone who is missing", () => {
  it("is noted by anyone without a name, and named by Samira alone", async () => {
    await gallery.show("missing-ellen", ROOM);
    const { page } = gallery;
    await whoIsHere();
    const missing = page.getByRole("region", { name: "Who is not here" });
    await missing.getByText("My aunt").waitFor();
    await missing.getByText("Someone who is not named").waitFor();
    await expect.poll(() => missing.getByRole("button", { name: "Name them" }).count()).toBe(0);
    await missing.getByRole("button", { name: "Someone is missing" }).click();
    await missing.getByText("Samira can give a name").waitFor();
    await expect.poll(() => missing.getByRole("textbox").count()).toBe(0);
    expect(await gallery.barriers()).toEqual([]);
    await missing.getByRole("button", { name: "Note that someone is missing" }).click();
    await expect.poll(() => missing.getByText("Someone who is not named").count()).toBe(2);

    await gallery.show("missing-samira", ROOM);
    await whoIsHere();
    await missing.getByRole("button", { name: "Name them" }).click();
    await missing.getByLabel("What you want to call them").fill("My teacher");
    await page.keyboard.press("Enter");
    await missing.getByText("My teacher").waitFor();
  });

  it("is spoken of no more when Samira wishes it, after she has read what that means", async () => {
    await gallery.show("missing-samira", ROOM);
    const { page } = gallery;
    await page.getByRole("article", { name: "Ellen, imagining what My aunt might say" }).waitFor();
    await whoIsHere();
    const missing = page.getByRole("region", { name: "Who is not here" });
    await missing
      .getByRole("listitem")
      .filter({ hasText: "My aunt" })
      .getByRole("button", { name: /no more/ })
      .click();
    await missing.getByText("Nobody can bring it back").waitFor();
    await missing.getByRole("button", { name: "Let it go" }).click();
    await missing.getByText("My aunt").waitFor({ state: "detached" });
    await page.keyboard.press("Escape");
    await page.getByRole("article", { name: "Ellen, imagining what someone who is not here might say" }).waitFor();
  });

  it("may be imagined: the words say so, to eyes and ears, and are those of whoever imagines", async () => {
    await gallery.show("missing-ellen", ROOM);
    const { page } = gallery;
    await whoIsHere();
    await button("Imagine what they might say: someone who is not here").click();
    await page.getByText("You imagine what someone who is not here might say.").waitFor();
    expect(await gallery.barriers()).toEqual([]);
    await page.getByRole("textbox", { name: "What Ellen wants to say" }).pressSequentially("He would wait.");
    await button("Say it").click();
    const article = page.getByRole("article", { name: "Ellen, imagining what someone who is not here might say" });
    await article.getByText("He would wait.").waitFor();
    await article.getByText("imagining what someone who is not here might say", { exact: true }).waitFor();
  });
});

describe("who will read it", () => {
  it("is named on a page that says nothing is sent, and each voice decides how it is called", async () => {
    await gallery.show("readers-ellen", ROOM);
    const { page } = gallery;
    await button("More").click();
    await page.getByRole("menuitem", { name: "Who will read it" }).click();
    await page.getByText("Nothing goes to anyone by that.").waitFor();
    const gp = page.getByRole("region", { name: "the GP" });
    await gp.getByText("is called “Samira’s mother”").waitFor();
    await expect.poll(() => gp.getByRole("button", { name: /^Layla:/ }).count()).toBe(0);
    await gp.getByRole("button", { name: "Ellen: be called something else for the GP" }).click();
    await gp.getByLabel("Name", { exact: true }).fill("a nurse");
    expect(await gallery.barriers()).toEqual([]);
    await page.keyboard.press("Enter");
    await gp.getByText("is called “a nurse”").waitFor();

    await gp.getByRole("button", { name: "Jo: be called something else for the GP" }).click();
    await gp.getByText("It counts once another voice who heard it says so.").waitFor();
    await gp.getByRole("button", { name: "Not now" }).click();
    await button("Take the GP back").click();
    await button("Take it back").click();
    await page.getByText("Nobody outside the room has been named.").waitFor();
  });
});

describe("a reader who could not be named", () => {
  it("stays written where it was written", async () => {
    await gallery.show("readers-ellen", `${ROOM}/readers`);
    const { page } = gallery;
    await button("Name someone who will read it").click();
    const who = page.getByLabel("Who it is");
    await who.fill("the school");
    await page.evaluate(() => window.gallery.session.beginOffTheRecord());
    await who.press("Enter");
    await page.getByRole("alert").getByText("off the record").waitFor();
    await expect.poll(() => who.inputValue()).toBe("the school");
  });
});

describe("a copy for someone outside the room", () => {
  it("is the person’s to say yes to, in one press that can be taken back", async () => {
    await gallery.show("readers-samira", `${ROOM}/readers`);
    const { page } = gallery;
    const school = page.getByRole("region", { name: "the school" });
    await school.getByText("A copy for the school is made only if you wish it.").waitFor();
    const answer = school.getByRole("button", { name: /: the school$/ }).first();
    await answer.press("Enter");
    await school.getByText("A copy for the school: you have said yes.").waitFor();
    // The keyboard stays where it was, so that a slip is taken back by the same key.
    expect(await answer.evaluate((one) => one === document.activeElement)).toBe(true);
    await answer.press("Enter");
    await school.getByText("is made only if you wish it").waitFor();
  });

  it("is for nobody else to say yes to: they read whether the person has", async () => {
    await gallery.show("proposing-readers", `${ROOM}/readers`);
    const { page } = gallery;
    await page.getByText("A copy for the GP: Samira has said yes.").waitFor();
    await page.getByText("A copy for the school is made only if Samira wishes it.").waitFor();
    await expect.poll(() => page.getByRole("button", { name: /They may have a copy|Not any more/ }).count()).toBe(0);
  });
});

describe("leaving", () => {
  it("says what it means first, and then what is so", async () => {
    await gallery.show("talking", ROOM);
    const { page } = gallery;
    await whoIsHere();
    await button("Leave the meeting").click();
    await page.getByText("Leaving is not a yes to anything").waitFor();
    await button("I leave now, Samira").click();
    await page.getByRole("heading", { level: 1, name: "You have left, Samira" }).waitFor();
    expect(await gallery.barriers()).toEqual([]);
    await page.getByRole("link", { name: "Come in again" }).click();
    await page.getByRole("heading", { name: "Come in to Samira’s meeting" }).waitFor();
  });

  it("leaves one’s own words in reach", async () => {
    await gallery.show("left", ROOM);
    const { page } = gallery;
    const said = page.getByRole("article").filter({ hasText: "Dad left" });
    await said.getByRole("button", { name: "Take these words back" }).click();
    await said.getByRole("button", { name: "Take them back, leave nothing" }).click();
    await said.waitFor({ state: "detached" });
    await expect.poll(() => page.getByRole("article").count()).toBe(1);
  });
});

describe("a text that asks someone who has left", () => {
  it("is read and answered from their own page, and is agreed with their yes", async () => {
    await gallery.show("left-asked", ROOM);
    const { page } = gallery;
    await page.getByRole("heading", { level: 1, name: "You have left, Karim" }).waitFor();
    await page.getByText("It is not agreed without your yes").waitFor();
    await page.getByRole("link", { name: "Read it and answer" }).click();
    await page.getByText("Karim, this is only between you and the page.").waitFor();
    await button("Yes, this can stand").click();
    await page.getByText("This is agreed. Every voice in it has said yes to exactly this text.").waitFor();
    await page.getByRole("link", { name: "Back", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "You have left, Karim" }).waitFor();
    await page.getByRole("heading", { name: "Your yes" }).waitFor();
    await expect.poll(() => page.getByText("A text asks you").count()).toBe(0);
    await page.getByRole("link", { name: "The agreed record" }).click();
    await page.getByRole("heading", { level: 1, name: "The agreed record" }).waitFor();
    // Another text is for those to propose who are in the meeting.
    await expect.poll(() => page.getByRole("link", { name: "Propose" }).count()).toBe(0);
    expect(gallery.complaints).toEqual([]);
  });

  it("can be answered with “not yet”, which stands on their page as an answer", async () => {
    await gallery.show("left-asked", ROOM);
    const { page } = gallery;
    await page.getByRole("link", { name: "Read it and answer" }).click();
    await button("Not yet").click();
    await page.getByText("You have said: not yet.").waitFor();
    await page.getByRole("link", { name: "Back", exact: true }).click();
    await page.getByText("You have said “not yet” to the text that is proposed.").waitFor();
    await page.getByRole("link", { name: "Read it again" }).waitFor();
    expect(await gallery.barriers()).toEqual([]);
  });

  it("waits behind the PIN of each on a laptop they shared", async () => {
    await gallery.show("left-pins", ROOM);
    const { page } = gallery;
    await button("Layla").click();
    await page.getByLabel("Layla’s PIN").fill("1357");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "You have left, Layla" }).waitFor();
    await page.getByRole("link", { name: "Read it and answer" }).click();
    await page.getByText("Layla, this is only between you and the page.").waitFor();
    await button("Yes, this can stand").click();
    await button("I am done").click();
    // What she has answered is hers: the laptop goes on by the cover.
    await button("Tomas").click();
    await page.getByText("Tomas, this is only between you and the page.").waitFor();
    await page.getByRole("link", { name: "Back", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "You have left, Tomas" }).waitFor();
    await button("To the page of Layla").click();
    await page.getByLabel("Layla’s PIN").waitFor();
    expect(gallery.complaints).toEqual([]);
  });

  it("is out of reach once the page is handed over, where there is a PIN", async () => {
    await gallery.show("left-pins", ROOM);
    const { page } = gallery;
    await page.getByRole("list", { name: "Whose hands is it in now?" }).getByRole("button", { name: "Layla" }).click();
    await expect.poll(() => page.getByText("You have left").count()).toBe(0);
    await page.getByLabel("Layla’s PIN").fill("1357");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "You have left, Layla" }).waitFor();
    await expect.poll(() => page.title()).toContain("You have left, Layla");
    expect(await gallery.barriers()).toEqual([]);
    await button("Hand this laptop over").click();
    await page.getByRole("heading", { name: "This laptop is being handed over" }).waitFor();
  });

  it("can still be answered while who left waits to come in again", async () => {
    await gallery.show("left-asked", ROOM);
    const { page } = gallery;
    await page.getByRole("link", { name: "Come in again" }).click();
    await page.getByLabel("Your name, as you want to be called").fill("Karim");
    await button("Knock").click();
    await page.getByRole("heading", { name: "You have knocked, Karim" }).waitFor();
    await page.getByRole("link", { name: "What you said before you left" }).click();
    await page.getByRole("heading", { name: "Whose page do you want to see?" }).waitFor();
    expect(await gallery.barriers()).toEqual([]);
    await button("To the page of Karim").click();
    await page.getByRole("link", { name: "Read it and answer" }).click();
    await button("Yes, this can stand").click();
    await page.getByText("This is agreed.").waitFor();
    await page.getByRole("link", { name: "Back", exact: true }).click();
    await page.getByRole("heading", { name: "You have knocked, Karim" }).waitFor();
    await page.evaluate(() => {
      const { session } = window.gallery.as("Ellen");
      const waiting = [...session.view().state.voices.values()].find(({ standing }) => standing === "waiting");
      if (waiting !== undefined) void session.admit(waiting.id);
    });
    // He is here again as who was let in, not as who has left.
    await page.getByRole("textbox", { name: "What Karim wants to say" }).click();
    await page.keyboard.type("I am back.");
    await page.keyboard.press("Control+Enter");
    await page.locator("[data-utterance]").filter({ hasText: "I am back." }).waitFor();
    expect(gallery.complaints).toEqual([]);
  });
});
