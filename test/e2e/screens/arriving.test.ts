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

describe("starting a meeting", () => {
  it("asks for nothing: pressing Begin is enough", async () => {
    await gallery.show("nothing", "#/start");
    await button("Begin").click();
    await gallery.page.getByRole("heading", { level: 1, name: "Our meeting" }).waitFor();
    await button("Speaking as Someone").waitFor();
    await gallery.page.getByRole("textbox", { name: "What Someone wants to say" }).waitFor();
  });

  it("names the meeting after the person it is for", async () => {
    await gallery.show("nothing", "#/start");
    await gallery.page.getByLabel("What would the person this is for like to be called?").fill("Samira");
    await gallery.page.getByLabel("Your name, as you want to be called").fill("Ellen");
    await gallery.page.getByRole("radio", { name: "a professional" }).check({ force: true });
    await gallery.page.getByRole("radio", { name: "Teal" }).check({ force: true });
    await button("Begin").click();
    await gallery.page.getByRole("heading", { level: 1, name: "Samira’s meeting" }).waitFor();
    await button("Speaking as Ellen").waitFor();
  });
});

describe("arriving", () => {
  it("goes from an invitation in the address to the door, and leaves no secret in the address", async () => {
    await gallery.show("link-given", "#the-link");
    await button("Open the meeting").waitFor();
    // It is gone before anything else is done, so that nobody finds it in the history.
    expect(gallery.page.url()).not.toContain("join=");
    expect(await gallery.page.evaluate(() => window.gallery.shown.isInMeeting)).toBe(false);
    await button("Open the meeting").click();
    await gallery.page.getByLabel("Your name, as you want to be called").waitFor();
    expect(gallery.page.url()).not.toContain("join=");
  });

  it("says so when a pasted link is no invitation, and changes nothing", async () => {
    await gallery.show("link-given", "#/join");
    await gallery.page.getByLabel("Invitation link, or address").fill("hello");
    await button("Open the meeting").click();
    await gallery.page.getByRole("alert").filter({ hasText: "could not be read as an invitation" }).waitFor();
    await gallery.page
      .getByLabel("Invitation link, or address")
      .fill(await gallery.page.evaluate(() => window.gallery.meeting.invitation));
    await button("Open the meeting").click();
    await gallery.page.getByLabel("Your name, as you want to be called").waitFor();
  });

  it("waits without hurry after knocking, and opens by itself when let in", async () => {
    await gallery.show("invited", ROOM);
    await gallery.page.getByLabel("Your name, as you want to be called").fill("Karim");
    await button("Knock").click();
    await gallery.page.getByRole("heading", { name: "You have knocked, Karim" }).waitFor();
    expect(await gallery.barriers()).toEqual([]);
    await gallery.page.evaluate(async () => {
      const { as, session } = window.gallery;
      const [karim] = session.view().localVoices;
      if (karim !== undefined) await as("Ellen").session.admit(karim);
    });
    await button("Speaking as Karim").waitFor();
  });

  it("shows the host who knocks without taking the focus, and lets them in with one press", async () => {
    await gallery.show("knocking", ROOM);
    await gallery.page.getByRole("textbox", { name: "What Ellen wants to say" }).fill("One moment");
    await gallery.page.evaluate(async () => {
      await window.gallery.knock({ name: "Aunt", kind: "network", relation: "", colour: "slate" });
    });
    await gallery.page.getByText("Aunt would like to come in").waitFor();
    await expect.poll(() => keyboard.isWriting()).toBe(true);
    await button("Let Karim in").click();
    await button("Let Karim in").waitFor({ state: "detached" });
  });

  it("lets in two who are let in one right after the other", async () => {
    await gallery.show("knocking", ROOM);
    await gallery.page.evaluate(async () => {
      await window.gallery.knock({ name: "Aunt", kind: "network", relation: "", colour: "slate" });
    });
    await button("Let Aunt in").waitFor();
    await gallery.page.evaluate(() => {
      for (const door of document.querySelectorAll<HTMLElement>(".knocks__one button")) door.click();
    });
    await button("Let Karim in").waitFor({ state: "detached" });
    await button("Let Aunt in").waitFor({ state: "detached" });
  });

  it("shows the host all five pictures at once, on a small laptop and on a phone, and lets in with one press", async () => {
    for (const size of [
      { width: 1366, height: 768 },
      { width: 390, height: 844 },
    ]) {
      await gallery.page.setViewportSize(size);
      await gallery.show("at-the-door", ROOM);
      await gallery.page.getByText("Karim would like to come in").waitFor();
      const pictures = gallery.page.locator(".knocks .pictures__one");
      expect(await pictures.count()).toBe(5);
      for (const picture of await pictures.all()) {
        const box = await picture.boundingBox();
        const edge = (box?.y ?? size.height) + (box?.height ?? 0);
        expect(edge, `the pictures end at ${edge} of ${size.height}`).toBeLessThanOrEqual(size.height);
      }
      const list = await gallery.page.locator(".knocks__list").boundingBox();
      const last = await pictures.last().boundingBox();
      expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual((list?.y ?? 0) + (list?.height ?? 0));
      expect(await gallery.barriers()).toEqual([]);
    }
    await gallery.page.setViewportSize({ width: 1366, height: 768 });
    await button("Let Karim in").click();
    await gallery.page.getByText("Karim would like to come in").waitFor({ state: "detached" });
  });

  it("does not show the door to those who may not open it", async () => {
    await gallery.show("shared", ROOM);
    await gallery.page.evaluate(async () => {
      await window.gallery.knock({ name: "Aunt", kind: "network", relation: "", colour: "slate" });
    });
    // Every laptop has heard the knock by now; what this one makes of it is drawn.
    await gallery.page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    await expect.poll(() => gallery.page.getByText("would like to come in").count()).toBe(0);
  });

  it("brings another voice to a laptop that is in the meeting already", async () => {
    await gallery.show("shared", ROOM);
    await button("Speaking as Tomas").click();
    await gallery.page.getByRole("menuitem", { name: "Another voice on this laptop" }).click();
    await gallery.page.getByLabel("Your name, as you want to be called").fill("Nadia");
    await button("Add this voice").click();
    await button("Speaking as Nadia").click();
    await gallery.page.getByRole("menuitemradio", { name: "Nadia, waiting to be let in" }).waitFor();
  });
});
