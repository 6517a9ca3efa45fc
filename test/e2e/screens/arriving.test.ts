import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openGallery, ROOM, type GalleryPage } from "./gallery-page.ts";

let gallery: GalleryPage;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

const button = (name: string) => gallery.page.getByRole("button", { name, exact: true });

describe("starting a meeting", () => {
  it("asks for nothing: pressing Begin is enough", async () => {
    await gallery.show("empty", "#/start");
    await button("Begin").click();
    await gallery.page.getByRole("heading", { level: 1, name: "Our meeting" }).waitFor();
    await button("Speaking as Someone").waitFor();
    await gallery.page.getByRole("textbox", { name: "What Someone wants to say" }).waitFor();
  });

  it("names the meeting after the person it is for", async () => {
    await gallery.show("empty", "#/start");
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
    await gallery.show("invited", "#join=secret");
    expect(await gallery.page.evaluate(() => window.gallery.keeps)).toEqual([]);
    await button("Open the meeting").click();
    await gallery.page.getByRole("heading", { name: "Come in to Samira’s meeting" }).waitFor();
    expect(gallery.page.url()).not.toContain("secret");
  });

  it("says so when a pasted link is no invitation, and changes nothing", async () => {
    await gallery.show("invited", "#/join");
    await gallery.page.getByLabel("Invitation link").fill("hello");
    await button("Open the meeting").click();
    await gallery.page.getByRole("alert").filter({ hasText: "could not be read as an invitation" }).waitFor();
    await gallery.page.getByLabel("Invitation link").fill("http://127.0.0.1:7373/#join=abc");
    await button("Open the meeting").click();
    await gallery.page.getByRole("heading", { name: "Come in to Samira’s meeting" }).waitFor();
  });

  it("waits without hurry after knocking, and opens by itself when let in", async () => {
    await gallery.show("invited", ROOM);
    await gallery.page.getByLabel("Your name, as you want to be called").fill("Karim");
    await button("Knock").click();
    await gallery.page.getByRole("heading", { name: "You have knocked, Karim" }).waitFor();
    expect(await gallery.barriers()).toEqual([]);
    await gallery.page.evaluate(async () => {
      const { fake } = window.gallery;
      const [karim] = fake.view().localVoices;
      if (karim !== undefined) await fake.admit(karim);
    });
    await button("Speaking as Karim").waitFor();
  });

  it("shows the host who knocks without taking the focus, and lets them in with one press", async () => {
    await gallery.show("knocking", ROOM);
    await gallery.page.getByRole("textbox", { name: "What Ellen wants to say" }).fill("One moment");
    await gallery.page.evaluate(() => {
      const { fake, people } = window.gallery;
      const [samira] = people;
      if (samira !== undefined) fake.knock({ ...samira, profile: { ...samira.profile, name: "Aunt" } });
    });
    await gallery.page.getByText("Aunt would like to come in").waitFor();
    expect(await gallery.page.evaluate(() => document.activeElement?.tagName)).toBe("TEXTAREA");
    await button("Let Karim in").click();
    await button("Let Karim in").waitFor({ state: "detached" });
  });

  it("does not show the door to those who may not open it", async () => {
    await gallery.show("shared", ROOM);
    await gallery.page.evaluate(() => {
      const { fake, people } = window.gallery;
      const [, , karim] = people;
      if (karim !== undefined) fake.knock(karim);
    });
    await gallery.page.waitForTimeout(200);
    expect(await gallery.page.getByText("would like to come in").count()).toBe(0);
  });

  it("brings another voice to a laptop that is in the meeting already", async () => {
    await gallery.show("shared", ROOM);
    await button("Speaking as Tomas").click();
    await gallery.page.getByRole("menuitemradio", { name: "Another voice on this laptop" }).click();
    await gallery.page.getByLabel("Your name, as you want to be called").fill("Nadia");
    await button("Add this voice").click();
    await button("Speaking as Tomas").click();
    await gallery.page.getByRole("menuitemradio", { name: "Nadia, waiting to be let in" }).waitFor();
  });
});
