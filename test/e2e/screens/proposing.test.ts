import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openGallery, ROOM, type GalleryPage } from "./gallery-page.ts";

let gallery: GalleryPage;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

const button = (name: string) => gallery.page.getByRole("button", { name, exact: true });

describe("proposing after somebody was removed", () => {
  it("puts nothing of theirs in, and says so calmly as long as letters of theirs stand in the shared text", async () => {
    await gallery.show("removed-since", `${ROOM}/propose`);
    const sentence = gallery.page.getByText(/Tomas was removed and can say yes to nothing any more/);
    await sentence.waitFor();
    const preview = gallery.page.getByRole("region", { name: "The text as it stands now" });
    await preview.getByText("Check it with me").waitFor();
    await expect.poll(() => preview.getByText("What if someone checked it with her?").count()).toBe(0);
    await expect.poll(() => preview.getByText("Both of these stand.").count()).toBe(1);
    await gallery.page.getByRole("radio", { name: "Some of them" }).press("Space");
    await expect.poll(() => gallery.page.getByRole("checkbox", { name: /I remembered mine/ }).count()).toBe(0);
    await gallery.page.evaluate(() => window.gallery.as("Ellen").crossOut("Both of these stand."));
    await sentence.waitFor({ state: "detached" });
  });
});

describe("proposing", () => {
  it("leaves whoever has gone back to the meeting meanwhile where they are", async () => {
    await gallery.show("proposing-readers", `${ROOM}/propose`);
    await button("Propose this text").waitFor();
    await gallery.page.evaluate(() => {
      const named = (which: string, name: string) =>
        [...document.querySelectorAll<HTMLElement>(which)].find(({ textContent }) => textContent === name);
      named("button", "Propose this text")?.click();
      named("a", "Back to the meeting")?.click();
    });
    const proposed = gallery.page.getByRole("link", { name: "Read the text and answer" });
    await proposed.waitFor();
    await gallery.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    await expect.poll(() => proposed.isVisible()).toBe(true);
  });
});

describe("proposing for someone outside the room", () => {
  const box = (name: string | RegExp) => gallery.page.getByRole("checkbox", { name });
  const preview = () => gallery.page.getByRole("region", { name: "The text as it stands now" });

  it("offers a copy for whom the person has said yes to, and for nobody else; without a tick there is none", async () => {
    await gallery.show("proposing-readers", `${ROOM}/propose`);
    await gallery.page.getByText("A copy for the school is made only if Samira wishes it.").waitFor();
    await expect.poll(() => box("A copy for the school").count()).toBe(0);
    await expect.poll(() => box("A copy for the GP").isChecked()).toBe(false);
    await expect.poll(() => gallery.page.getByRole("radio", { name: "The copy for the GP" }).count()).toBe(0);
  });

  it("shows the reader’s copy as it would be given, with the parts and the names that are for them", async () => {
    await gallery.show("proposing-readers", `${ROOM}/propose`);
    await box("A copy for the GP").press("Space");
    await gallery.page.getByRole("radio", { name: "The copy for the GP" }).press("Space");
    await preview().getByText("I want to sleep").waitFor();
    await box("what was said, in our own words").press("Space");
    await preview().getByText("I want to sleep").waitFor({ state: "detached" });
    await preview().getByText("Five nights at home.").first().waitFor();
    await gallery.page.getByRole("radio", { name: "Everyone in the room" }).press("Space");
    await preview().getByText("I want to sleep").waitFor();

    await button("Propose this text").click();
    await gallery.page.getByText("Ellen, this is only between you and the page.").or(button("Ellen")).first().waitFor();
    const readers = await gallery.page.evaluate(() => {
      const { openRevision, revisions } = window.gallery.session.view();
      const open = openRevision === null ? undefined : revisions.get(openRevision);
      return open?.revision.readers.map(({ name, parts, called }) => ({ name, parts, called: called.length }));
    });
    const parts = ["summary", "wishes", "decisions", "left-open", "tasks", "next-meeting"];
    expect(readers).toEqual([
      { name: "", parts: [...parts, "words"], called: 0 },
      { name: "the GP", parts, called: 1 },
    ]);
  });

  it("says where a name would still be read that is not to be, and no more once those words are not in the copy", async () => {
    await gallery.show("proposing-readers", `${ROOM}/propose`);
    await box("A copy for the GP").press("Space");
    const names = gallery.page.getByRole("region", { name: "Names that would be read in the copy for the GP" });
    await names.getByText("The name Karim stands in Ellen’s words:").waitFor();
    await names.getByText("Karim’s number is on the fridge.").waitFor();
    await box("what was said, in our own words").press("Space");
    await names.waitFor({ state: "detached" });
  });

  it("names what is kept out, and offers it to nobody", async () => {
    await gallery.show("proposing-readers", `${ROOM}/propose`);
    const keptOut = gallery.page.getByRole("list", { name: "Kept out by those who said it" });
    await keptOut.getByText("Karim keeps this out:").waitFor();
    await gallery.page.getByRole("radio", { name: "Some of them" }).press("Space");
    await box(/We ring Karim/).waitFor();
    await expect.poll(() => box(/I was away when it happened/).count()).toBe(0);
    await expect.poll(() => preview().getByText("I was away when it happened").count()).toBe(0);
  });
});
