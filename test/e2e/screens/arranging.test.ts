import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

const CARD = `${ROOM}/card`;
const part = (name: string) => gallery.page.getByRole("region", { name, exact: true });
const lines = (of: string) => gallery.page.getByRole("list", { name: of, exact: true }).getByRole("listitem");

describe("the card of arrangements", () => {
  it("is found from where the next time is written down, and from a draft that cannot be exported as agreed", async () => {
    await gallery.show("proposed", `${ROOM}/record`);
    await gallery.page.getByRole("button", { name: "Take it as the agreed record" }).click();
    await gallery.page.getByText("This is still a draft").waitFor();
    await gallery.page.getByRole("link", { name: "Card of arrangements" }).click();
    await gallery.page.getByRole("heading", { name: "A card of what we arranged", level: 1 }).waitFor();
    await gallery.page.getByRole("link", { name: "Back to the meeting" }).click();
    await gallery.page
      .getByRole("region", { name: "Next time" })
      .getByRole("link", { name: "Card of arrangements" })
      .click();
    await gallery.page.getByRole("heading", { name: "A card of what we arranged", level: 1 }).waitFor();
  });

  it("is written with the keyboard alone, line by line, and another laptop’s lines stay", async () => {
    await gallery.show("talking", CARD);
    await keyboard.tabTo("Note who comes");
    await keyboard.press("Enter");
    await gallery.page.keyboard.type("Tomas");
    await keyboard.press("Tab");
    await gallery.page.keyboard.type("every evening at nine");
    // Meanwhile somebody else notes another line.
    await gallery.page.evaluate(async () => {
      const { session } = window.gallery.as("Ellen");
      await session.noteArrangement({ of: "comes", before: null, after: { who: "Ellen", when: "Friday" } });
    });
    await lines("Who comes when").filter({ hasText: "Ellen: Friday" }).waitFor();
    await keyboard.press("Enter");
    await lines("Who comes when").filter({ hasText: "Tomas: every evening at nine" }).waitFor();
    await expect.poll(() => lines("Who comes when").count()).toBe(2);
    await gallery.page.getByText("Last noted by Samira.").waitFor();
    await expect.poll(() => keyboard.isOn()).toBe("Note who comes");
  });

  it("leaves the keyboard with the lines when one is changed or taken out, and a line that is being changed stays open", async () => {
    await gallery.show("arranged", CARD);
    const button = (name: string | RegExp) => gallery.page.getByRole("button", { name, exact: true });
    await button(/^Change this: .*السبت/).press("Enter");
    await gallery.page.getByLabel("When they come").fill("Sunday");
    // Meanwhile somebody takes out the line before it.
    await gallery.page.evaluate(async () => {
      const before = window.gallery.session.view().state.arrangements.comes[0] ?? null;
      await window.gallery.as("Tomas").session.noteArrangement({ of: "comes", before, after: null });
    });
    await lines("Who comes when").filter({ hasText: "Tomas" }).waitFor({ state: "detached" });
    await expect.poll(() => gallery.page.getByLabel("When they come").inputValue()).toBe("Sunday");
    await keyboard.press("Enter");
    await lines("Who comes when").filter({ hasText: "Sunday" }).waitFor();
    await expect.poll(() => keyboard.isOn()).toBe("Who comes when");

    await button(/^Change this: .*The night line/).press("Enter");
    await button("Take it out").press("Enter");
    await lines("Whom to ring").waitFor({ state: "detached" });
    await expect.poll(() => keyboard.isOn()).toBe("Whom to ring");
  });

  it("keeps open what somebody is changing while another changes the same line, and loses neither", async () => {
    await gallery.show("arranged", CARD);
    await gallery.page.getByRole("button", { name: /^Change this: .*السبت/ }).press("Enter");
    const field = gallery.page.getByLabel("When they come");
    await field.fill("Sunday");
    await gallery.page.evaluate(async () => {
      const { comes } = window.gallery.session.view().state.arrangements;
      const before = comes.find(({ when }) => when.includes("السبت")) ?? null;
      const after = { who: "Karim", when: "Monday" };
      await window.gallery.as("Tomas").session.noteArrangement({ of: "comes", before, after });
    });
    await gallery.page.getByText("Somebody has changed this line meanwhile.").waitFor();
    await expect.poll(() => field.inputValue()).toBe("Sunday");
    expect(await field.evaluate((box) => box === document.activeElement)).toBe(true);
    await keyboard.press("Enter");
    await lines("Who comes when").filter({ hasText: "Sunday" }).waitFor();
    await lines("Who comes when").filter({ hasText: "Karim: Monday" }).waitFor();
    await gallery.page.getByText("Somebody has changed this line meanwhile.").waitFor({ state: "detached" });
  });

  it("takes over from what was taken on by hand: the name and until when, and none of the words", async () => {
    await gallery.show("arranged", CARD);
    await gallery.page.getByRole("button", { name: "Make a line of it: Ellen" }).click();
    const form = gallery.page.getByRole("form", { name: "Make a line of it: Ellen" });
    await expect.poll(() => form.getByLabel("Who comes").inputValue()).toBe("Ellen");
    await expect.poll(() => form.getByLabel("When they come").inputValue()).toBe("Wednesday");
    await form.getByRole("button", { name: "Keep" }).click();
    await lines("Who comes when").filter({ hasText: "Ellen: Wednesday" }).waitFor();
    expect(await part("The card as it is printed").textContent()).not.toContain("I ring on Wednesday");
  });

  it("is printed as it is shown, with nothing of what was said, though the text is no agreed record", async () => {
    await gallery.show("arranged", CARD);
    const shown = await part("The card as it is printed").locator(".sheet p").allTextContents();
    await gallery.page.getByRole("button", { name: "Print the card" }).click();
    await gallery.page.getByText("Your browser’s print window is open.").waitFor();
    const [name, html] = await gallery.page.evaluate(() => window.gallery.shown.saved);
    expect(name).toBe("What we arranged");
    // What was saved is the page that is printed: read as a browser reads it.
    const folder = await mkdtemp(join(tmpdir(), "polyphony-card-"));
    const path = join(folder, "card.html");
    await writeFile(path, html ?? "");
    const paper = await gallery.page.context().newPage();
    await paper.goto(`file://${path}`);
    const printed = (await paper.locator("body").innerText()).replace(/\s+/gu, " ");
    for (const line of shown) expect(printed).toContain(line.replace(/\s+/gu, " ").trim());
    for (const said of ["I want to sleep", "Five nights at home", "I ring on Wednesday", "frightened"]) {
      expect(printed).not.toContain(said);
    }
    await paper.setViewportSize({ width: 420, height: 600 });
    expect(await paper.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(420);
    const pdf = await paper.pdf({ preferCSSPageSize: true });
    await paper.close();
    await rm(folder, { recursive: true });
    // One sheet of A5.
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/gu)).toHaveLength(1);
  });

  it("can be read, and not written, by whoever is here for someone else’s words", async () => {
    await gallery.show("interpreter-here", CARD);
    await expect.poll(() => gallery.page.getByRole("button", { name: "Note who comes" }).count()).toBe(0);
    await gallery.page.getByRole("button", { name: "Print the card" }).waitFor();
  });
});
