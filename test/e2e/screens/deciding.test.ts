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

const card = (words: string) => gallery.page.getByRole("article", { name: words });
const NIGHTS = "Five nights at home.";
const CANAL = "I want to keep walking to the canal at six.";

describe("what we will do", () => {
  it("is told in sentences: where voices stand, and who takes what on", async () => {
    await gallery.show("deciding", ROOM);
    const nights = card(NIGHTS);
    await nights.getByText("Layla agrees, with a reservation: If I may ring at night and someone answers.").waitFor();
    await nights.getByText("Ellen takes this on, until Thursday.").waitFor();
    await card("What to call this")
      .getByText("Layla does not agree, and it may stand with that written in it")
      .waitFor();
    // How it came about is folded away until somebody wants to see it.
    await expect.poll(() => nights.getByText("A few nights on the ward.").isVisible()).toBe(false);
    await nights.getByRole("button", { name: "How we came to this" }).click();
    await nights.getByText("A few nights on the ward.").waitFor();
    await nights.getByText("thought of by Dr Okafor").waitFor();
    await nights.getByText("Samira: Nobody there knows me at night.").waitFor();
    await nights.getByText("Layla: That somebody answers when I ring.").waitFor();
  });

  it("is reworded by whoever worded it, who is told first what falls away; leaving that keeps everything", async () => {
    await gallery.show("deciding", ROOM);
    const nights = card(NIGHTS);
    await nights.getByRole("button", { name: "How we came to this" }).click();
    await nights.getByRole("button", { name: "Reword this" }).click();
    await nights.getByText("With other words nobody stands anywhere yet").waitFor();
    await nights.getByRole("textbox").fill("Four nights at home.");
    await nights.getByRole("button", { name: "Not now" }).click();
    await nights.getByText("Samira agrees.").waitFor();
    await nights.getByRole("button", { name: "Reword this" }).click();
    await nights.getByRole("textbox").fill("Four nights at home.");
    await nights.getByRole("button", { name: "Keep" }).click();
    await card("Four nights at home.").waitFor();
    await expect.poll(() => gallery.page.getByText("Samira agrees.").count()).toBe(0);
    // Dr Okafor worded the other one: it is not Ellen's to reword.
    await card("Sleep medicine").getByRole("button", { name: "More about this" }).click();
    await card("Sleep medicine").getByText("Ways we considered").waitFor();
    await expect.poll(() => card("Sleep medicine").getByRole("button", { name: "Reword this" }).count()).toBe(0);
  });

  it("is answered by the keyboard alone, by one’s own voice or for Jo, aloud", async () => {
    await gallery.show("deciding", ROOM);
    const medicine = card("Sleep medicine");
    await medicine.getByRole("button", { name: "Where Ellen stands" }).focus();
    await keyboard.press("Enter");
    await medicine.getByText("Where do you stand, Ellen?").waitFor();
    await medicine.locator("label").filter({ hasText: "Jo, aloud" }).click();
    await medicine.getByText("What Jo says aloud counts once another voice who heard it says so.").waitFor();
    await medicine.locator("label").filter({ hasText: "I do not agree" }).click();
    await medicine.locator("label").filter({ hasText: "It may stand, with my disagreement written in it" }).click();
    await medicine.getByRole("textbox", { name: "In Jo’s words" }).fill("She sleeps when it is quiet.");
    await keyboard.tabTo("Keep");
    await keyboard.press("Enter");
    await medicine
      .getByText(
        "Ellen wrote down that Jo does not agree, and it may stand with that written in it: “She sleeps when it is quiet.” It counts once another voice who heard it says so.",
      )
      .waitFor();
    await expect.poll(() => keyboard.isOn()).toBe("Where Ellen stands");
    await gallery.page.evaluate(async () => {
      const { session } = window.gallery.as("Samira");
      for (const place of session.view().unwitnessed) await session.witness(place);
    });
    await medicine.getByText("Jo does not agree, and it may stand with that written in it: She sleeps").waitFor();
  });

  it("is taken on because of somebody’s reservation, changed, and let go of", async () => {
    await gallery.show("deciding", ROOM);
    const medicine = card("Sleep medicine");
    await medicine.getByRole("button", { name: "I take this on, for Dr Okafor" }).click();
    await medicine.getByRole("textbox", { name: "Until when" }).fill("Friday");
    await medicine.getByRole("button", { name: "Keep" }).click();
    await medicine.getByText("Ellen takes this on, until Friday.").waitFor();
    await expect.poll(() => medicine.getByRole("button", { name: /^I take this on/ }).count()).toBe(0);
    await medicine.getByRole("button", { name: "Change this: what Ellen takes on" }).click();
    await medicine.getByRole("textbox", { name: "What you take on" }).fill("I ask each evening.");
    await medicine.getByRole("button", { name: "Keep" }).click();
    await medicine.getByText("Ellen takes on: I ask each evening., until Friday.").waitFor();
    await medicine.getByRole("button", { name: "Change this: what Ellen takes on" }).click();
    await medicine.getByRole("button", { name: "Let go of it" }).click();
    await medicine.getByRole("button", { name: "I take this on, for Dr Okafor" }).waitFor();
    // Samira's task is hers: nobody else is offered to change it.
    await expect
      .poll(() => gallery.page.getByRole("button", { name: "Change this: what Samira takes on" }).count())
      .toBe(0);
  });

  it("can be taken on to the end although whoever asked for it stands elsewhere meanwhile", async () => {
    await gallery.show("deciding", ROOM);
    const medicine = card("Sleep medicine");
    await medicine.getByRole("button", { name: /^I take this on, for Dr Okafor/ }).click();
    const until = medicine.getByRole("textbox", { name: "Until when" });
    await until.fill("Friday");
    await gallery.page.evaluate(async () => {
      const { session, voice } = window.gallery.as("Dr Okafor");
      const medicine = [...session.view().state.decisions.values()].find(({ text }) => text.includes("medicine"));
      if (medicine !== undefined)
        await session.takePosition(voice, medicine.id, { position: "agree", words: "", mayStand: false });
    });
    await medicine.getByText("Dr Okafor agrees.").waitFor();
    await expect.poll(() => until.inputValue()).toBe("Friday");
  });
});

describe("what someone wants", () => {
  it("stands with what each voice has to say, and what Jo said aloud looks as if it waits", async () => {
    await gallery.show("deciding", ROOM);
    const wish = card(CANAL);
    const safer = wish.getByRole("region", { name: "What makes it safer" });
    await safer.getByText("Dr Okafor: That it is light at six.").waitFor();
    await safer
      .getByText("Ellen wrote down that Jo says: “Text me when you go and when you’re back.” It counts once")
      .waitFor();
    await wish.getByRole("region", { name: "What is lost by saying no" }).getByText("Samira: The only hour").waitFor();
    const wrong = wish.getByRole("region", { name: "What could go wrong, as each feels it" });
    await wrong.getByRole("button", { name: /^In Ellen’s words/ }).click();
    await wrong.getByRole("textbox").fill("I do not know the path.");
    await wrong.getByRole("button", { name: "Keep" }).click();
    await wrong.getByText("Ellen: I do not know the path.").waitFor();
    await wrong.getByRole("button", { name: /^In Ellen’s words/ }).click();
    await wrong.getByText("Left empty, it is taken back.").waitFor();
    await wrong.getByRole("textbox").fill("");
    await wrong.getByRole("button", { name: "Keep" }).click();
    await wrong.getByText("Ellen: I do not know the path.").waitFor({ state: "detached" });
  });

  it("asks whoever heard it too in the words that were said", async () => {
    await gallery.show("deciding-layla", ROOM);
    await gallery.page
      .getByRole("status")
      .getByText("Ellen wrote down that Jo says: “Text me when you go and when you’re back.” Did you hear it too?")
      .waitFor();
  });
});

describe("the next time", () => {
  it("has four small parts, and none of them has to be filled in", async () => {
    await gallery.show("deciding", ROOM);
    const next = gallery.page.getByRole("region", { name: "Next time" });
    await next.getByRole("button", { name: "Change the next time" }).focus();
    await keyboard.press("Enter");
    await next.getByRole("textbox", { name: "When" }).fill("Thursday at five");
    await next.getByRole("textbox", { name: "Who might come" }).fill("Nobody else has to.");
    await next.getByRole("textbox", { name: "Anything else" }).fill("");
    await next.getByRole("button", { name: "Keep" }).click();
    await next.getByText("When: Thursday at five").waitFor();
    await next.getByText("Who might come: Nobody else has to.").waitFor();
    await expect.poll(() => next.getByText("Where").count()).toBe(0);
    await expect.poll(() => keyboard.isOn()).toBe("Change the next time");
  });

  it("keeps what another has set meanwhile, and leaves whoever has gone on to other words there", async () => {
    await gallery.show("deciding", ROOM);
    const next = gallery.page.getByRole("region", { name: "Next time" });
    await next.getByRole("button", { name: "Change the next time" }).click();
    await gallery.page.evaluate(async () => {
      const { session } = window.gallery.as("Tomas");
      await session.setNextMeeting({ ...session.view().state.nextMeeting, when: "Friday at six" });
    });
    await next.getByText("When: Friday at six").waitFor();
    await next.getByRole("textbox", { name: "Where" }).fill("At the aunt’s");
    await gallery.page.evaluate(() => {
      const form = document.querySelector("[aria-label='Next time'] form");
      if (form instanceof HTMLFormElement) form.requestSubmit();
      document.querySelector<HTMLElement>(".composer [contenteditable]")?.focus();
    });
    await next.getByText("Where: At the aunt’s").waitFor();
    await next.getByText("When: Friday at six").waitFor();
    await next.getByRole("button", { name: "Change the next time" }).waitFor();
    await expect.poll(() => keyboard.isWriting()).toBe(true);
  });
});

describe("all that was decided", () => {
  it("is in the text that is read before anyone says yes to it", async () => {
    await gallery.show("deciding-proposed", `${ROOM}/read`);
    for (const sentence of [
      "Ellen takes this on, until Thursday.",
      "A few nights on the ward.",
      "Samira: Nobody there knows me at night.",
      "Jo: Text me when you go and when you’re back.",
      "When we look at this again: Thursday, when we meet",
      "Layla does not agree, and it may stand with that written in it",
      "Samira takes on: I tell my aunt myself, when I am ready.",
    ]) {
      await gallery.page.getByText(sentence).first().waitFor();
    }
  });

  it("is without a barrier, folded away and unfolded, also on a phone with large text", async () => {
    await gallery.show("deciding", ROOM);
    await card(NIGHTS).getByRole("button", { name: "How we came to this" }).click();
    await card("Sleep medicine").getByRole("button", { name: "Where Ellen stands" }).click();
    await gallery.page.getByRole("button", { name: "Change the next time" }).click();
    expect(await gallery.barriers()).toEqual([]);
    await gallery.page.setViewportSize({ width: 390, height: 844 });
    await gallery.page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    const wide = await gallery.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(wide).toBe(false);
    await gallery.page.setViewportSize({ width: 1366, height: 768 });
    expect(gallery.complaints).toEqual([]);
  });
});
