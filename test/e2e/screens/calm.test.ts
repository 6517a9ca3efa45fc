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

describe("a pause", () => {
  it("covers every screen of the meeting and gives everyone back the place they were at", async () => {
    for (const part of ["", "/propose", "/record"]) {
      await gallery.show("talking", ROOM + part);
      await gallery.page.evaluate(async () => {
        await window.gallery.as("Ellen").session.pause();
      });
      await gallery.page.getByRole("heading", { name: "We are pausing" }).waitFor();
      expect(await gallery.page.locator(".under-cover").getAttribute("inert")).not.toBeNull();
      await button("Go on").click();
      await gallery.page.getByRole("heading", { name: "We are pausing" }).waitFor({ state: "detached" });
    }
  });

  it("keeps what was half written, and the keyboard in it", async () => {
    await gallery.show("talking", ROOM);
    const composer = gallery.page.getByRole("textbox", { name: "What Samira wants to say" });
    await composer.fill("I want to keep walking");
    await gallery.page.evaluate(async () => {
      await window.gallery.as("Ellen").session.pause();
    });
    await button("Go on").click();
    await expect.poll(() => keyboard.isWriting()).toBe(true);
    expect(await composer.innerText()).toBe("I want to keep walking");
  });

  it("is in reach in the meeting and on every page of it", async () => {
    for (const part of ["", "/propose", "/record", "/read", "/voices"]) {
      await gallery.show("talking", ROOM + part);
      await button("Pause").click();
      await gallery.page.getByText("Samira asked for a pause.").waitFor();
    }
  });
});

describe("what the header says", () => {
  it("stops saying “saved” at the first key and says it again when it is so", async () => {
    await gallery.show("talking", ROOM);
    await gallery.page.getByText("A draft. Saved here. Karim will get it when Karim is back.").waitFor();
    await gallery.page.evaluate(() => {
      const { vault } = window.gallery.shown;
      vault.holdUntil = new Promise<void>((saved) => {
        addEventListener("saved", () => {
          saved();
        });
      });
    });
    await gallery.page.getByRole("textbox", { name: "What Samira wants to say" }).focus();
    await gallery.page.keyboard.type("I");
    await gallery.page.getByText("A draft. Being saved here.").waitFor();
    await gallery.page.evaluate(() => dispatchEvent(new Event("saved")));
    await gallery.page.getByText("A draft. Only on this laptop until you say it.").waitFor();
    await button("Others see it as I write").click();
    await gallery.page.getByText("A draft. Saved here. Karim will get it when Karim is back.").waitFor();
    await gallery.page.evaluate(() => {
      window.gallery.shown.carrier.tell({ peers: 0, direct: 0 });
    });
    await gallery.page.getByText("A draft. Saved here. The others get it when they are reached again.").waitFor();
  });

  it("says in a guest’s window that what is kept goes with it", async () => {
    await gallery.show("guest", ROOM);
    const kept = "A draft. Kept only while this window is open";
    await gallery.page.getByText(`${kept}, and with everyone who is connected.`).waitFor();
    await gallery.page.evaluate(() => {
      window.gallery.shown.carrier.tell({ peers: 0, direct: 0 });
    });
    await gallery.page.getByText(`${kept}. The others get it when they are reached again.`).waitFor();
    await expect.poll(() => gallery.page.getByText("Saved here").count()).toBe(0);
  });

  it("says “with everyone” once everyone who takes part is there, and not while one is only heard", async () => {
    await gallery.show("talking", ROOM);
    await gallery.page.evaluate(async () => {
      await window.gallery.laptop("Karim").comeBack();
    });
    await gallery.page.getByText("A draft. Saved here, and with everyone.").waitFor();
    await gallery.page.evaluate(() => {
      window.gallery.shown.carrier.tell({ seen: 1 });
    });
    await gallery.page.getByText("A draft. Saved here, and with everyone who is connected.").waitFor();
  });

  it("blames the Wi-Fi only after ten seconds in which a laptop was heard and not reached", async () => {
    await gallery.page.clock.install();
    await gallery.show("talking", ROOM);
    const apart = gallery.page.getByText("This Wi-Fi seems to keep laptops apart.");
    const seen = (count: number) =>
      gallery.page.evaluate((laptops) => {
        window.gallery.shown.carrier.tell({ seen: laptops });
      }, count);
    await seen(1);
    await gallery.page.clock.runFor(9000);
    expect(await apart.count()).toBe(0);
    await seen(0);
    await seen(1);
    await gallery.page.clock.runFor(9000);
    expect(await apart.count()).toBe(0);
    await gallery.page.clock.runFor(2000);
    await apart.waitFor();
    await gallery.page.clock.resume();
  });

  it("says that there is no network only where no signaling answers either", async () => {
    await gallery.show("talking", ROOM);
    await gallery.page.context().setOffline(true);
    await gallery.page.evaluate(() => {
      window.gallery.shown.carrier.tell({ peers: 0, direct: 0 });
    });
    await gallery.page.getByText("The others get it when they are reached again.").waitFor();
    await gallery.page.evaluate(() => {
      window.gallery.shown.carrier.tell({ peers: 0, direct: 0, signaling: false });
    });
    await gallery.page.getByText("A draft. Saved here. This laptop is on no network.").waitFor();
    await gallery.page.context().setOffline(false);
    await gallery.page.getByText("The others get it when they are reached again.").waitFor();
  });

  it("says that words are not saved, and what to do, without taking the focus", async () => {
    await gallery.show("talking", ROOM);
    await gallery.page.getByRole("textbox", { name: "What Samira wants to say" }).focus();
    await gallery.page.evaluate(() => {
      window.gallery.shown.vault.failWith = "vault-full";
    });
    await gallery.page.keyboard.type("I");
    await gallery.page.getByRole("alert").filter({ hasText: "could not be saved on this laptop" }).waitFor();
    await expect.poll(() => keyboard.isWriting()).toBe(true);
  });
});

describe("keys", () => {
  it("are shown with ?, but not to someone who is writing a question", async () => {
    await gallery.show("talking", ROOM);
    await gallery.page.getByRole("textbox", { name: "What Samira wants to say" }).focus();
    await gallery.page.keyboard.type("Who should be here?");
    await expect.poll(() => gallery.page.getByRole("dialog").count()).toBe(0);
    await button("Pause").focus();
    await gallery.page.keyboard.press("?");
    await gallery.page.getByRole("dialog", { name: "Keys" }).waitFor();
    expect(await gallery.barriers()).toEqual([]);
    await gallery.page.keyboard.press("Escape");
    await gallery.page.getByRole("dialog").waitFor({ state: "detached" });
  });

  it("F6 goes on from part to part", async () => {
    await gallery.show("talking", ROOM);
    await gallery.page.getByRole("article").last().waitFor();
    const area = () =>
      gallery.page.evaluate(() => document.activeElement?.closest<HTMLElement>("[data-area]")?.dataset["area"]);
    const visited: (string | undefined)[] = [];
    for (let press = 0; press < 4; press += 1) {
      await gallery.page.keyboard.press("F6");
      visited.push(await area());
    }
    expect(visited).toEqual(["record", "words", "summary", "record"]);
  });
});

describe("settings", () => {
  it("are kept on this laptop and shown at once", async () => {
    await gallery.show("talking", "#/settings");
    await gallery.page.getByRole("radio", { name: "Dark" }).check({ force: true });
    await gallery.page.getByRole("radio", { name: "150 %" }).check({ force: true });
    await gallery.show("talking", "#/");
    const shown = await gallery.page.evaluate(() => ({
      theme: document.documentElement.dataset["theme"],
      scale: document.documentElement.style.getPropertyValue("--text-scale"),
      ground: getComputedStyle(document.body).backgroundColor,
    }));
    expect(shown).toEqual({ theme: "dark", scale: "1.5", ground: "rgb(31, 29, 26)" });
    await gallery.page.evaluate(() => {
      localStorage.clear();
    });
  });
});
