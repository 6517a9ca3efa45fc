import { create } from "qrcode";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
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
const link = () => gallery.page.getByLabel("Invitation link").inputValue();
const code = () => gallery.page.getByRole("img", { name: "QR code that opens this meeting" });

describe("the room of a laptop that hosts", () => {
  beforeEach(async () => {
    await gallery.show("room-closed", ROOM);
    await button("Invite").press("Enter");
    await gallery.page.getByRole("heading", { name: "May other laptops in this room come in?" }).waitFor();
  });

  it("is closed until somebody says that it may be open, and says before what that means", async () => {
    expect(await gallery.page.evaluate(() => window.gallery.hosting.view().isOpen)).toBe(false);
    const panel = gallery.page.getByRole("dialog", { name: "Invite someone" });
    for (const means of ["listens on the network", "firewall may ask", "Only those you let in can read anything."]) {
      expect(await panel.innerText()).toContain(means);
    }
    expect(await code().count()).toBe(0);
    expect(new URL(await link()).hostname).toBe("127.0.0.1");
  });

  it("opens and closes by the keyboard alone, which is always at what came instead", async () => {
    await keyboard.tabTo("Yes, open the room");
    await keyboard.press("Enter");
    await code().waitFor();
    await expect.poll(() => keyboard.isOn()).toBe("The room is open");
    expect(await gallery.barriers()).toEqual([]);
    await keyboard.tabTo("Close the room");
    await keyboard.press("Enter");
    await expect.poll(() => keyboard.isOn()).toBe("May other laptops in this room come in?");
    expect(await gallery.page.evaluate(() => window.gallery.hosting.view().isOpen)).toBe(false);
    await keyboard.press("Escape");
    await expect.poll(() => keyboard.isOn()).toBe("Invite");
  });

  it("shows the code, the address, the words and the fingerprint of the same laptop", async () => {
    await button("Yes, open the room").click();
    await code().waitFor();
    expect(await link()).toMatch(/^https:\/\/192\.168\.178\.23:4807\/#join=/);
    const panel = await gallery.page.getByRole("dialog", { name: "Invite someone" }).innerText();
    for (const shown of ["https://192.168.178.23:4807", "https://169.254.12.201:4807", "blue kettle"]) {
      expect(panel).toContain(shown);
    }
    expect(panel).toContain("9F2C 41AB 07D3 E5C8");
  });

  it("draws the code of the very link that is copied, dark on light also in the dark", async () => {
    await gallery.page.emulateMedia({ colorScheme: "dark" });
    await button("Yes, open the room").click();
    await code().waitFor();
    const { modules } = create(await link(), { errorCorrectionLevel: "L" });
    const isDark = await drawn(modules.size);
    expect(isDark).toEqual(Array.from(modules.data, (module) => module !== 0));
    await gallery.page.emulateMedia({ colorScheme: "light" });
  });

  it("says what the browser will ask before anyone has come", async () => {
    await button("Yes, open the room").click();
    const warning = gallery.page.getByRole("region", { name: "The browser will warn. That is expected." });
    await warning.waitFor();
    for (const browser of ["Chrome, Edge", "Firefox", "Safari"]) expect(await warning.innerText()).toContain(browser);
  });

  it("says so where it could not be opened, and can be tried again", async () => {
    await gallery.page.evaluate(() => {
      window.gallery.hosting.refuses = true;
    });
    await button("Yes, open the room").click();
    await gallery.page.getByRole("alert").filter({ hasText: "The room could not be opened." }).waitFor();
    expect(await gallery.barriers()).toEqual([]);
    await gallery.page.evaluate(() => {
      window.gallery.hosting.refuses = false;
    });
    await button("Yes, open the room").click();
    await code().waitFor();
    await expect.poll(() => gallery.page.getByText("could not be opened").count()).toBe(0);
  });

  it("says that it is being opened where that takes long, and asks once however often it is pressed", async () => {
    await gallery.page.evaluate(() => {
      const { hosting } = window.gallery;
      hosting.holdUntil = new Promise((go) => {
        addEventListener("asked", () => {
          go();
        });
      });
    });
    await button("Yes, open the room").click();
    await gallery.page.getByRole("status").filter({ hasText: "The room is being opened." }).waitFor();
    await button("Yes, open the room").click();
    await gallery.page.evaluate(() => dispatchEvent(new Event("asked")));
    await code().waitFor();
  });
});

describe("an open room", () => {
  it("without a network says so, and shows the address by itself when there is one", async () => {
    await gallery.show("room-no-network", ROOM);
    await button("Invite").click();
    await gallery.page.getByText("This laptop is on no network.").waitFor();
    expect(await code().count()).toBe(0);
    await gallery.page.evaluate(() => {
      window.gallery.hosting.tell({ addresses: ["https://10.0.0.7:4807/"] });
    });
    await code().waitFor();
    expect(await link()).toMatch(/^https:\/\/10\.0\.0\.7:4807\/#join=/);
  });

  it("that another laptop hosts is not for a guest to open", async () => {
    await gallery.show("talking", ROOM);
    await button("Invite").click();
    await gallery.page.getByLabel("Invitation link").waitFor();
    expect(await gallery.page.getByText("May other laptops in this room come in?").count()).toBe(0);
  });

  it("offers its invitation to whoever types the address, as long as it is open", async () => {
    await gallery.show("room-open", ROOM);
    const offered = () => gallery.page.evaluate(() => window.gallery.hosting.offered);
    await expect.poll(offered).toMatch(/^#join=/);
    await button("Invite").click();
    expect(await link()).toContain(String(await offered()));
    await button("Close the room").click();
    await expect.poll(offered).toBeNull();
  });

  it("leads a guest who typed its address to the door, and keeps nothing there unless it is wished", async () => {
    await gallery.show("by-address", "#/");
    await gallery.page.getByText("The laptop you came to has a meeting open.").waitFor();
    expect(await gallery.barriers()).toEqual([]);
    await gallery.page.getByRole("link", { name: "Go to its door" }).click();
    await gallery.page.getByRole("heading", { name: "You are invited" }).waitFor();
    expect(gallery.page.url()).not.toContain("join=");
    const nothing = gallery.page.getByRole("checkbox", { name: "Keep nothing on this laptop when I close it" });
    expect(await nothing.isChecked()).toBe(true);
  });

  it("near by is looked for only when wished, is shown by its words, and goes when it goes", async () => {
    await gallery.show("rooms-nearby", "#/join");
    expect(await gallery.page.getByRole("link", { name: "blue kettle" }).count()).toBe(0);
    await button("Look for rooms near you").press("Enter");
    const kettle = gallery.page.getByRole("link", { name: "blue kettle" });
    expect(await kettle.getAttribute("href")).toBe("https://192.168.178.23:4807/");
    expect(await kettle.innerText()).toContain("9F2C 41AB 07D3 E5C8");
    await gallery.page.evaluate(() => {
      window.gallery.hosting.tell({ nearby: [] });
    });
    await gallery.page.getByText("No open room has been found yet.").waitFor();
    expect(await kettle.count()).toBe(0);
  });

  it("is gone to from the desktop program itself, which says so when a room shows no invitation", async () => {
    await gallery.show("rooms-nearby-desktop", "#/join");
    await button("Look for rooms near you").click();
    const room = (words: string) => gallery.page.getByRole("link", { name: words });
    await room("quiet lantern").press("Enter");
    await gallery.page.getByRole("alert").filter({ hasText: "shows no invitation just now" }).waitFor();
    expect(await gallery.barriers()).toEqual([]);
    await room("blue kettle").press("Enter");
    await gallery.page.getByRole("heading", { name: "You are invited" }).waitFor();
    await gallery.page.getByLabel("Your name, as you want to be called").waitFor();
  });

  it("is found by its address as well, typed as the other laptop shows it", async () => {
    await gallery.show("rooms-nearby-desktop", "#/join");
    await gallery.page.getByLabel("Invitation link, or address").fill("192.168.178.23:4807");
    await button("Open the meeting").click();
    await gallery.page.getByLabel("Your name, as you want to be called").waitFor();
  });

  it("is not looked for by a guest’s browser", async () => {
    await gallery.show("nothing", "#/join");
    expect(await gallery.page.getByText("Near you").count()).toBe(0);
  });
});

/** Which modules of the code are dark on the screen, read from its pixels row by row. */
async function drawn(size: number): Promise<readonly boolean[]> {
  const image = (await code().screenshot()).toString("base64");
  return gallery.page.evaluate(
    async ({ png, across }) => {
      const bytes = Uint8Array.from(atob(png), (sign) => sign.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes]));
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const pencil = canvas.getContext("2d");
      if (pencil === null) throw new Error("there is nothing to draw on");
      pencil.drawImage(picture, 0, 0);
      const module = picture.width / (across + 8);
      return Array.from({ length: across * across }, (_, index) => {
        const [column, row] = [(index % across) + 4.5, Math.floor(index / across) + 4.5];
        const [red = 0] = pencil.getImageData(Math.floor(column * module), Math.floor(row * module), 1, 1).data;
        return red < 128;
      });
    },
    { png: image, across: size },
  );
}
