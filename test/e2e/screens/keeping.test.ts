import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openGallery, type GalleryPage } from "./gallery-page.ts";

let gallery: GalleryPage;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

const button = (name: string) => gallery.page.getByRole("button", { name, exact: true });
const field = (name: string) => gallery.page.getByLabel(name, { exact: true });
const press = async (...keys: readonly string[]) => {
  for (const key of keys) await gallery.page.keyboard.press(key);
};
const type = (words: string) => gallery.page.keyboard.type(words);
const focused = () => gallery.page.evaluate(() => document.activeElement?.textContent ?? "");
const KEEP_NOTHING = "Keep nothing on this laptop when I close it";

describe("a laptop with a passphrase", () => {
  it("opens with the keyboard alone, and says calmly when the passphrase is another", async () => {
    await gallery.show("locked", "#/");
    await gallery.page.getByRole("heading", { name: "What is kept on this laptop is locked" }).waitFor();
    await press("Tab");
    await type("kitchen tabel");
    await press("Enter");
    await gallery.page.getByRole("alert").filter({ hasText: "This is not the passphrase" }).waitFor();
    await expect.poll(() => field("Passphrase").inputValue()).toBe("");
    expect(await gallery.barriers()).toEqual([]);
    await type("kitchen table");
    await press("Enter");
    await gallery.page.getByRole("heading", { level: 1, name: "Polyphony" }).waitFor();
  });

  it("does not show what is typed", async () => {
    await gallery.show("locked", "#/");
    expect(await field("Passphrase").getAttribute("type")).toBe("password");
    expect(await field("Passphrase").getAttribute("autocomplete")).toBe("current-password");
  });

  it("says what can be done when it is forgotten, and erases only when that was said twice", async () => {
    await gallery.show("locked", "#/");
    await button("The passphrase is forgotten").click();
    await gallery.page.getByText("Nobody can bring a passphrase back").waitFor();
    await button("Begin anew here").click();
    await gallery.page.getByText("will be erased and cannot be brought back").waitFor();
    expect(await gallery.page.evaluate(() => window.gallery.lock.emptied)).toBe(false);
    await button("Leave it as it is").click();
    expect(await focused()).toBe("The passphrase is forgotten");
    await press("Enter");
    await button("Begin anew here").click();
    await button("Erase it and begin anew").click();
    await gallery.page.getByRole("heading", { level: 1, name: "Polyphony" }).waitFor();
    expect(await gallery.page.evaluate(() => window.gallery.lock.emptied)).toBe(true);
  });
});

describe("settings", () => {
  it("say who can read what is kept, and let a passphrase be set, changed and taken away", async () => {
    await gallery.show("nothing", "#/settings");
    await gallery.page.getByText("its key lies beside it").waitFor();
    await button("Lock what is kept on this laptop").click();
    await button("Lock it").click();
    await gallery.page.getByRole("alert").filter({ hasText: "no passphrase written yet" }).waitFor();
    await field("A passphrase").fill("one");
    await field("The same once more").fill("two");
    await button("Lock it").click();
    await gallery.page.getByRole("alert").filter({ hasText: "not the same" }).waitFor();
    await field("The same once more").fill("one");
    await press("Enter");
    await gallery.page.getByText("What is kept here is locked with a passphrase").waitFor();
    await gallery.page.getByRole("status").filter({ hasText: "It is done" }).waitFor();

    await button("Change the passphrase").click();
    await field("The passphrase as it is now").fill("two");
    await field("Another passphrase").fill("three");
    await field("The same once more").fill("three");
    await press("Enter");
    await gallery.page.getByRole("alert").filter({ hasText: "This is not the passphrase" }).waitFor();
    await field("The passphrase as it is now").fill("one");
    await press("Enter");
    await button("Take the passphrase away").click();
    await field("The passphrase as it is now").fill("three");
    await press("Enter");
    await gallery.page.getByText("its key lies beside it").waitFor();
  });
});

describe("a laptop that is somebody else’s", () => {
  it("keeps nothing of a meeting that was begun so", async () => {
    await gallery.show("nothing", "#/start");
    await gallery.page.getByRole("checkbox", { name: KEEP_NOTHING }).check({ force: true });
    await button("Begin").click();
    await gallery.page.getByRole("heading", { level: 1, name: "Our meeting" }).waitFor();
    expect(await gallery.page.evaluate(() => window.gallery.session.view().keeps)).toBe("window");
  });

  it("keeps nothing of a meeting that was joined so, and is asked before anything is opened", async () => {
    await gallery.show("link-given", "#the-link");
    await gallery.page.getByRole("checkbox", { name: KEEP_NOTHING }).focus();
    await press("Space", "Tab", "Enter");
    await gallery.page.getByLabel("Your name, as you want to be called").fill("Karim");
    await gallery.page.getByRole("button", { name: "Knock", exact: true }).click();
    await gallery.page.evaluate(async () => {
      const { as } = window.gallery;
      const host = as("Ellen").session;
      while (host.view().door.knocking.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
      await host.letIn(host.view().door.knocking[0]?.knock ?? "");
    });
    await gallery.page.getByRole("button", { name: "Speaking as Karim" }).waitFor();
    expect(await gallery.page.evaluate(() => window.gallery.session.view().keeps)).toBe("window");
  });
});
