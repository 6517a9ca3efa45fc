import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openGallery, ROOM, type GalleryPage } from "./gallery-page.ts";
import { Keyboard } from "./keyboard.ts";
import { playVoices } from "./played-voices.ts";

const ALOUD = `${ROOM}/aloud`;

let gallery: GalleryPage;
let keyboard: Keyboard;

const where = () => gallery.page.getByText(/^Part \d+ of \d+: /).textContent();
const at = (part: number) => gallery.page.getByText(new RegExp(`^Part ${String(part)} of `)).waitFor();
const button = (name: string) => gallery.page.getByRole("button", { name });
const press = async (key: string, times: number) => {
  for (let time = 0; time < times; time += 1) await keyboard.press(key);
};

describe("a text that is read together, in a browser without voices", () => {
  beforeAll(async () => {
    gallery = await openGallery();
    keyboard = new Keyboard(gallery.page);
  });
  afterAll(() => gallery.close());

  it("is found from the meeting and from where it is answered", async () => {
    await gallery.show("proposed", ROOM);
    await gallery.page.getByRole("link", { name: "Read it aloud" }).click();
    await gallery.page.getByRole("heading", { name: "Reading it together" }).waitFor();
    await gallery.page.getByRole("link", { name: "On to the answers" }).click();
    await gallery.page.getByRole("heading", { name: /Can this stand/ }).waitFor();
    await gallery.page.getByRole("link", { name: "Read it aloud" }).click();
    await gallery.page.getByRole("heading", { name: "Reading it together" }).waitFor();
  });

  it("is turned over with the arrow keys, as far as it goes, and every word of what was decided is in it", async () => {
    await gallery.show("deciding-proposed", ALOUD);
    expect(await where()).toMatch(/^Part 1 of 19: The meeting, and who is in it$/);
    await press("ArrowLeft", 2);
    await at(1);
    const seen: string[] = [];
    for (let part = 1; part <= 19; part += 1) {
      await at(part);
      seen.push((await gallery.page.locator(".aloud__part").innerText()).replace(/\s+/gu, " "));
      await keyboard.press("ArrowRight");
    }
    await at(19);
    const whole = seen.join("\n");
    for (const words of [
      "Samira’s meeting The text as it stood on ",
      "Layla, Samira’s mother – family, friend, neighbour",
      "Jo and Samira check the door together, once. Worded by Ellen",
      "Samira is frightened since the break-in and wants to sleep.",
      "Samira wants I want to keep walking to the canal at six.",
      "Layla agrees, with a reservation If I may ring at night and someone answers.",
      "Ellen takes this on, for Layla until Thursday",
      "A way we considered, thought of by Dr Okafor A few nights on the ward.",
      "What matters to Samira Nobody there knows me at night.",
      "does not agree, and it may stand with that written in it In my family we call this an illness.",
      "Thursday at five, here.",
      "Dr Okafor, reflection I notice I want to act quickly",
      "Samira, answering Tomas ‘Check it with me’",
      "Everyone in the room, with the names as in the room.",
    ]) {
      expect(whole).toContain(words);
      expect(whole.split(words)).toHaveLength(2);
    }
  });

  it("is for someone to read where the laptop has no voice, and says so", async () => {
    await gallery.show("proposed", ALOUD);
    await gallery.page.getByText("This laptop has no voice of its own that could read.").waitFor();
    await expect.poll(() => button("Read it to us").count()).toBe(0);
    await button("One part on").click();
    await at(2);
  });

  it("ends with who is given a copy, and how everyone is called in it", async () => {
    await gallery.show("aloud-readers", ALOUD);
    const [, last = ""] = /of (\d+)/.exec((await where()) ?? "") ?? [];
    await press("ArrowRight", Number(last));
    await gallery.page.getByText("the GP is given all of it.").waitFor();
    await gallery.page.getByText("Layla is called: Samira’s mother").waitFor();
  });

  it("is read on when a newer text is proposed, and takes up the newer one only when asked", async () => {
    await gallery.show("proposed", ALOUD);
    await press("ArrowRight", 2);
    await at(3);
    await gallery.page.evaluate(async () => {
      const { session } = window.gallery.as("Ellen");
      await session.propose([]);
    });
    await gallery.page.getByText("Another text has been proposed since this one.").waitFor();
    await at(3);
    await button("Read the newer text").click();
    await at(1);
  });

  it("leaves the arrow keys to what is chosen with them", async () => {
    await gallery.show("aloud-rendered", ALOUD);
    await press("ArrowRight", 1);
    await at(2);
    await gallery.page.getByRole("radio", { name: "As it was said" }).focus();
    await keyboard.press("ArrowRight");
    await expect.poll(() => gallery.page.getByRole("radio", { name: /^English/ }).isChecked()).toBe(true);
    await at(2);
    expect(await gallery.page.locator("[data-wished]").innerText()).toContain("My daughter is taʿbāna.");
    await expect.poll(() => gallery.page.getByText("بنتي تعبانة.").isVisible()).toBe(true);
  });
});

describe("a text that a voice of this laptop reads", () => {
  const heard = () => gallery.page.evaluate(() => window.played.heard.map(({ text }) => text));
  const finish = () => gallery.page.evaluate(() => window.played.finish());
  const isSpeaking = () => gallery.page.evaluate(() => window.played.isSpeaking());

  beforeAll(async () => {
    gallery = await openGallery();
    keyboard = new Keyboard(gallery.page);
    await playVoices(gallery.page, [
      { name: "far away", lang: "en-GB", localService: false },
      { name: "here", lang: "en-GB", localService: true },
      { name: "far away too", lang: "ar", localService: false },
    ]);
  });
  afterAll(() => gallery.close());

  it("is read sentence by sentence, calmly, by a voice of this machine, and on to the next part by itself", async () => {
    await gallery.show("proposed", ALOUD);
    await button("Read it to us").click();
    await expect.poll(heard).toEqual(["The meeting, and who is in it"]);
    await finish();
    await expect.poll(async () => (await heard()).at(-1)).toBe("Samira’s meeting");
    for (let left = 40; left > 0 && (await heard()).at(-1) !== "What we will do"; left -= 1) {
      await finish();
      await expect.poll(isSpeaking).toBe(true);
    }
    await at(3);
    await expect.poll(isSpeaking).toBe(true);
    const all = await gallery.page.evaluate(() => window.played.heard);
    expect(all.map(({ voice }) => voice)).toEqual(all.map(() => "here"));
    for (const { rate } of all) expect(rate).toBeLessThan(1);
    expect(all.map(({ text }) => text)).toContain("Both of these stand.");
    // What is spoken can be seen to be.
    await finish();
    await gallery.page.locator("[data-spoken]").getByText("Five nights at home.").waitFor();
    await button("Stop").click();
    await expect.poll(isSpeaking).toBe(false);
    await expect.poll(() => gallery.page.locator("[data-spoken]").count()).toBe(0);
  });

  it("keeps what it reads in view", async () => {
    await gallery.show("deciding-proposed", ALOUD);
    await press("ArrowRight", 3);
    await at(4);
    await button("Read it to us").click();
    for (const words of ["Samira agrees", "A few nights on the ward.", "Thursday, when we meet"]) {
      for (let left = 30; left > 0 && (await heard()).at(-1) !== words; left -= 1) {
        await finish();
        await expect.poll(isSpeaking).toBe(true);
      }
      const spoken = gallery.page.locator("[data-spoken]").getByText(words);
      await spoken.waitFor();
      const foot = await gallery.page.locator(".aloud__foot").boundingBox();
      await expect
        .poll(async () => {
          const place = await spoken.boundingBox();
          return place !== null && place.y >= 0 && place.y + place.height <= (foot?.y ?? 0);
        })
        .toBe(true);
    }
  });

  it("follows whoever turns over", async () => {
    await gallery.show("proposed", ALOUD);
    await button("Read it to us").click();
    await expect.poll(isSpeaking).toBe(true);
    await press("ArrowRight", 2);
    await at(3);
    await expect.poll(async () => (await heard()).at(-1)).toBe("What we will do");
    await expect.poll(() => isSpeaking()).toBe(true);
  });

  it("is silent while the meeting pauses, and does not begin again by itself", async () => {
    await gallery.show("proposed", ALOUD);
    await button("Read it to us").click();
    await expect.poll(isSpeaking).toBe(true);
    await gallery.page.evaluate(() => window.gallery.as("Ellen").session.pause());
    await gallery.page.getByRole("button", { name: "Go on" }).waitFor();
    await expect.poll(isSpeaking).toBe(false);
    await gallery.page.getByRole("button", { name: "Go on" }).click();
    await button("Read it to us").waitFor();
    await expect.poll(() => isSpeaking()).toBe(false);
  });

  it("is silent once the page is left, and while the laptop goes from hand to hand", async () => {
    await gallery.show("proposed", ALOUD);
    await button("Read it to us").click();
    await expect.poll(isSpeaking).toBe(true);
    await gallery.page.getByRole("link", { name: "On to the answers" }).click();
    await gallery.page.getByRole("heading", { name: /Can this stand/ }).waitFor();
    await expect.poll(isSpeaking).toBe(false);
    await gallery.page.getByRole("link", { name: "Read it aloud" }).click();
    await button("Read it to us").click();
    await expect.poll(isSpeaking).toBe(true);
    await gallery.page.evaluate(() => window.gallery.session.handOver());
    await expect.poll(isSpeaking).toBe(false);
  });

  it("stops before words that no voice here speaks, says so, and goes on after them", async () => {
    await gallery.show("aloud-rendered", ALOUD);
    await button("One part on").click();
    await gallery.page.getByText("This laptop has no voice of its own for Arabic.").waitFor();
    await button("Read it to us").click();
    await expect.poll(() => isSpeaking()).toBe(false);
    await button("One part on").click();
    await button("Read it to us").click();
    await expect.poll(isSpeaking).toBe(true);
    expect((await heard())[0]).toBe("Who is given a copy");
  });

  it("is read in the language it was rendered in, where that is wished", async () => {
    await gallery.show("aloud-rendered", ALOUD);
    await button("One part on").click();
    await gallery.page.getByText("English, where someone has rendered it").click();
    await button("Read it to us").click();
    for (const said of ["In our own words", "Layla", "My daughter is taʿbāna."]) {
      await expect.poll(async () => (await heard()).at(-1)).toBe(said);
      await finish();
    }
    expect((await gallery.page.evaluate(() => window.played.heard))[2]?.lang).toBe("en");
    expect(await heard()).not.toContain("بنتي تعبانة.");
  });

  it("says that its voice has stopped, where it has, and can be asked once more", async () => {
    await gallery.show("proposed", ALOUD);
    await button("Read it to us").click();
    await expect.poll(isSpeaking).toBe(true);
    await gallery.page.evaluate(() => window.played.breakOff());
    await gallery.page.getByText("The voice of this laptop has stopped.").waitFor();
    await expect.poll(() => isSpeaking()).toBe(false);
    await button("Read it to us").click();
    await expect.poll(isSpeaking).toBe(true);
    await expect.poll(() => gallery.page.getByText("The voice of this laptop has stopped.").count()).toBe(0);
  });

  it("is without a barrier while it is read, also on a phone with large text", async () => {
    await gallery.show("proposed", ALOUD);
    await button("Read it to us").click();
    await expect.poll(isSpeaking).toBe(true);
    await finish();
    await gallery.page.locator("[data-spoken]").waitFor();
    expect(await gallery.barriers()).toEqual([]);
    await gallery.page.setViewportSize({ width: 390, height: 844 });
    await gallery.page.evaluate(() => document.documentElement.style.setProperty("--text-scale", "2"));
    expect(await gallery.barriers()).toEqual([]);
    await expect
      .poll(() =>
        gallery.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      )
      .toBe(0);
    await gallery.page.emulateMedia({ colorScheme: "dark" });
    expect(await gallery.barriers("colours")).toEqual([]);
    expect(gallery.complaints).toEqual([]);
  });
});
