import { mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openGallery, ROOM, type GalleryPage } from "./gallery-page.ts";

let gallery: GalleryPage;
let folder: string;
beforeAll(async () => {
  gallery = await openGallery();
  folder = await mkdtemp(join(tmpdir(), "polyphony-papers-"));
});
afterAll(async () => {
  await gallery.close();
  await rm(folder, { recursive: true });
});

const button = (name: string) => gallery.page.getByRole("button", { name, exact: true });

describe("reading and answering", () => {
  it("shows Karim the exact text and what changed, alone", async () => {
    await gallery.show("second-round", `${ROOM}/read`);
    await gallery.page.getByText("Karim, this is only between you and the page.").waitFor();
    const changes = gallery.page.getByRole("region", { name: "What changed since you last answered" });
    expect(await changes.locator("ins").allInnerTexts()).toContainEqual(expect.stringContaining("six"));
    expect(await changes.locator("del").allInnerTexts()).toContainEqual(expect.stringContaining("five"));
  });

  it("begins with what is printed above it: which meeting, when the text was frozen, and who is in it as what", async () => {
    await gallery.show("proposed", `${ROOM}/read`);
    const head = gallery.page.locator(".revision__head");
    await head.getByText("Samira’s meeting", { exact: true }).waitFor();
    const today = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" }).format(new Date());
    await head.getByText(`The text as it stood on ${today}`).waitFor();
    const voices = await head.getByRole("list", { name: "The voices" }).getByRole("listitem").allInnerTexts();
    expect(voices).toContain("Layla, Samira’s mother – family, friend, neighbour");
    expect(voices).toContain("Samira – the person this meeting is for");
    expect(voices).toHaveLength(7);
    await gallery.page.getByText("Worded by Ellen").first().waitFor();
  });

  it("gives both answers the same weight, and one press", async () => {
    await gallery.show("proposed", `${ROOM}/read`);
    const looks = await Promise.all(
      ["Yes, this can stand", "Not yet"].map((name) =>
        button(name).evaluate((element) => {
          const { backgroundColor, borderColor, color, fontWeight, inlineSize, blockSize } = getComputedStyle(element);
          return { backgroundColor, borderColor, color, fontWeight, inlineSize, blockSize };
        }),
      ),
    );
    expect(looks[0]).toEqual(looks[1]);
    await button("Not yet").click();
    await gallery.page.getByText("You have said: not yet.").waitFor();
  });

  it("holds the last of two answers that are given one right after the other", async () => {
    await gallery.show("proposed", `${ROOM}/read`);
    await button("Not yet").waitFor();
    await gallery.page.evaluate(() => {
      const press = (name: string) =>
        [...document.querySelectorAll("button")].find(({ textContent }) => textContent === name)?.click();
      press("Yes, this can stand");
      press("Not yet");
    });
    await gallery.page.getByText("You have said: not yet.").waitFor();
    await expect.poll(() => gallery.page.getByText("You have said: yes").count()).toBe(0);
  });

  it("keeps the words of a “not yet”, and takes an answer back", async () => {
    await gallery.show("proposed", `${ROOM}/read`);
    await button("Not yet").click();
    await gallery.page.getByLabel("If you like, say what would need to be different").fill("Not my name to the GP.");
    await button("Keep these words").click();
    await gallery.page.getByText("Your words are kept.").waitFor();
    await button("Take my answer back").click();
    await button("Yes, this can stand").waitFor();
  });

  it("hands a shared laptop over behind a cover that shows nothing of the voice before", async () => {
    await gallery.show("proposed-shared", `${ROOM}/read`);
    await button("Tomas").click();
    await expect.poll(() => gallery.page.getByText("Five nights at home").count()).toBe(0);
    await button("I am Tomas").click();
    await button("Not yet").click();
    await gallery.page.getByText("You have said: not yet.").waitFor();
    await button("I am done").click();
    await gallery.page.getByRole("heading", { name: "Who is reading?" }).waitFor();
    await button("Layla").click();
    await button("I am Layla").click();
    await button("Yes, this can stand").waitFor();
    await expect.poll(() => gallery.page.getByText(/You have said/).count()).toBe(0);
  });

  it("says nowhere how many or who has not answered", async () => {
    await gallery.show("proposed", `${ROOM}/read`);
    await gallery.page.evaluate(async () => {
      const { as, meeting } = window.gallery;
      for (const name of ["Jo", "Ellen", "Dr Okafor", "Tomas"]) {
        const { session, voice } = as(name);
        const { openRevision } = session.view();
        if (openRevision !== null) await session.consent(voice, openRevision);
      }
      await meeting.settled();
    });
    const read = await gallery.page.locator("body").innerText();
    expect(read).toContain("This is a draft.");
    expect(read).not.toMatch(/\b\d+ (of|out of) \d+|%|missing|waiting for|remaining/i);
  });

  it("does not take the text away from someone who is reading when a newer one comes", async () => {
    await gallery.show("proposed", `${ROOM}/read`);
    await gallery.page.evaluate(async () => {
      const { session } = window.gallery.as("Ellen");
      await session.setNextMeeting({ when: "Friday.", where: "", who: "", text: "" });
      await session.propose([]);
    });
    await gallery.page.getByText("Another text has been proposed since this one.").waitFor();
    await expect.poll(() => gallery.page.getByText("Friday.").count()).toBe(0);
    await button("Read the newer text").click();
    await gallery.page.getByText("Friday.").first().waitFor();
  });
});

describe("proposing", () => {
  it("shows the text as it would be frozen, with none, some or all of our own words", async () => {
    await gallery.show("talking", `${ROOM}/propose`);
    const preview = gallery.page.getByRole("region", { name: "The text as it stands now" });
    await preview.getByText("I want to sleep").waitFor();
    await gallery.page.getByRole("radio", { name: "Some of them" }).check({ force: true });
    await gallery.page.getByRole("checkbox", { name: /I want to sleep/ }).uncheck({ force: true });
    await expect.poll(() => preview.getByText("I want to sleep").count()).toBe(0);
    await expect.poll(() => preview.getByText("I’m not ill, I’m frightened.").count()).toBe(1);
    await gallery.page.getByRole("radio", { name: "None of them" }).check({ force: true });
    await expect.poll(() => preview.getByText("I’m not ill, I’m frightened.").count()).toBe(0);
    await button("Propose this text").click();
    await gallery.page.getByText("Samira, this is only between you and the page.").waitFor();
    await expect.poll(() => gallery.page.getByText("I’m not ill, I’m frightened.").count()).toBe(0);
  });
});

describe("taking it home", () => {
  it("refuses to export a draft as agreed, in a sentence, and gives the draft as what it is", async () => {
    await gallery.show("proposed", `${ROOM}/record`);
    await button("Take it as the agreed record").click();
    await gallery.page.getByRole("alert").filter({ hasText: "not exported as agreed" }).waitFor();
    expect(await saved()).toEqual([]);
    await expect.poll(() => button("Proof only (.polyphony)").count()).toBe(0);
    await button("Paper (PDF)").click();
    await gallery.page.getByText("Your browser’s print window is open.").waitFor();
    await expect.poll(() => gallery.page.getByText("Put the proof into the PDF").count()).toBe(0);
    await button("Web page (HTML)").click();
    await gallery.page.getByText("It is saved.").waitFor();
    const [paper, html, name, page] = await saved();
    expect([paper, name]).toEqual(["Samira’s meeting", "Samira’s-meeting-draft.html"]);
    for (const text of [html, page]) expect(text).toContain("This is a draft.");
  });

  it("exports the agreed record in every form, with each consent", async () => {
    await gallery.show("agreed", `${ROOM}/record`);
    await gallery.page.getByRole("heading", { name: "The agreed record" }).waitFor();
    const today = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" }).format(new Date());
    for (const voice of ["Samira", "Layla", "Karim", "Jo", "Ellen", "Dr Okafor", "Tomas"]) {
      await gallery.page.getByText(`${voice} said yes on ${today}`).waitFor();
    }
    const forms = {
      "Word (DOCX)": "docx",
      "Web page (HTML)": "html",
      "Text with marks (Markdown)": "md",
      "Plain text (TXT)": "txt",
      "Health record (FHIR)": "fhir.json",
      "Proof only (.polyphony)": "polyphony",
    };
    for (const form of Object.keys(forms)) {
      const before = (await saved()).length;
      await button(form).click();
      await expect.poll(async () => (await saved()).length).toBe(before + 2);
      await gallery.page.getByText("It is saved.").waitFor();
    }
    const files = await saved();
    const names = files.filter((_, index) => index % 2 === 0);
    expect(names).toEqual(Object.values(forms).map((ending) => `Samira’s-meeting.${ending}`));
    // A document for word processors is packed.
    for (const text of files.filter((_, index) => index % 2 === 1).slice(1)) {
      expect(text.replaceAll(/\s+/g, " ")).toContain("Now my fear is in it too.");
    }
  });

  it("puts the proof into the PDF that the browser has saved", async () => {
    await gallery.show("agreed", `${ROOM}/record`);
    await button("Paper in large print (PDF)").click();
    await gallery.page.getByRole("heading", { name: "Put the proof into the PDF you saved" }).waitFor();
    const [, html = ""] = await saved();
    const paper = await gallery.page.context().newPage();
    await paper.setContent(html);
    const pdf = await paper.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true });
    await paper.close();
    const choose = async (name: string, buffer: Buffer, savedAt = new Date()) => {
      const path = join(folder, name);
      await writeFile(path, buffer);
      await utimes(path, savedAt, savedAt);
      const [chooser] = await Promise.all([gallery.page.waitForEvent("filechooser"), button("Choose the PDF").click()]);
      await chooser.setFiles(path);
    };
    await choose("letter.pdf", Buffer.from("Dear Samira"));
    await gallery.page.getByRole("alert").filter({ hasText: "could not be read as a PDF" }).waitFor();
    await choose("earlier.pdf", pdf, new Date(Date.now() - 60 * 60 * 1000));
    await gallery.page.getByRole("alert").filter({ hasText: "older than the paper you have just printed" }).waitFor();
    expect(await saved()).toHaveLength(2);
    await choose("printed.pdf", pdf);
    await gallery.page.getByText("It is saved.").waitFor();
    const [, , name, finished] = await saved();
    expect(name).toBe("Samira’s-meeting-large-print.pdf");
    expect(finished).toContain("polyphony-seal");
  });

  it("takes a yes back calmly, says what that does, and makes no copies from then on", async () => {
    await gallery.show("agreed", `${ROOM}/record`);
    await button("I take my yes back: Karim").click();
    await gallery.page.getByText("We cannot call them back").waitFor();
    await button("Leave it as it is").click();
    await expect.poll(() => gallery.page.getByText("took this yes back").count()).toBe(0);
    await button("I take my yes back: Karim").click();
    await button("Take my yes back").click();
    await gallery.page.getByText("You have taken your yes back.").waitFor();
    await gallery.page.getByText("Karim took this yes back on").waitFor();
    await expect.poll(() => button("Paper (PDF)").count()).toBe(0);
    await button("Take a notice along (.polyphony)").click();
    await gallery.page.getByText("It is saved.").waitFor();
    const [name, notice] = await saved();
    expect(name).toBe("Samira’s-meeting-notice.polyphony");
    expect(notice).not.toContain("fear");
  });
});

function saved(): Promise<readonly string[]> {
  return gallery.page.evaluate(() => window.gallery.shown.saved);
}
