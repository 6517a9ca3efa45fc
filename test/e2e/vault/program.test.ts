import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { launchLaptop, type Laptop } from "../chromium.ts";
import { keptFiles } from "../kept-files.ts";
import { openPlace, type Place } from "../meeting/place.ts";

let place: Place;
let profile: string;
let laptop: Laptop | null = null;

beforeEach(async () => {
  place = await openPlace();
  profile = await mkdtemp(join(tmpdir(), "polyphony-guest-"));
});
afterEach(async () => {
  await closeBrowser();
  await place.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

async function closeBrowser(): Promise<void> {
  await laptop?.close();
  laptop = null;
}

/** Opens the program on the laptop with this test's profile, as somebody does who comes back. */
async function openProgram(): Promise<Page> {
  laptop ??= await launchLaptop({ profile });
  await laptop.page.goto(place.url);
  return laptop.page;
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const KEEP_NOTHING = "Keep nothing on this laptop when I close it";

async function say(page: Page, name: string, words: string): Promise<void> {
  await page.getByRole("textbox", { name: `What ${name} wants to say` }).click();
  await page.keyboard.type(words);
  await page.keyboard.press("Control+Enter");
  await page.locator("[data-utterance]").filter({ hasText: words }).waitFor();
}

/** The files of the profile in which these words occur, as UTF-8 or as UTF-16. */
async function filesWith(words: string): Promise<readonly string[]> {
  const needles = [Buffer.from(words, "utf8"), Buffer.from(words, "utf16le")];
  const found: string[] = [];
  for await (const { path, content } of keptFiles(profile)) {
    if (needles.some((needle) => content.includes(needle))) found.push(relative(profile, path));
  }
  return found;
}

describe("somebody at a laptop that is not theirs", () => {
  it("leaves no meeting, no voice and no word there when the window is closed", async () => {
    const page = await openProgram();
    await page.getByRole("link", { name: "Start a meeting" }).click();
    await page.getByLabel("Your name, as you want to be called").fill("Karim");
    await page.getByRole("checkbox", { name: KEEP_NOTHING }).check({ force: true });
    await button(page, "Begin").click();
    await say(page, "Karim", "that is mine to tell");
    const databases = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    expect(databases.filter((name) => name?.includes("/meeting/") === true)).toEqual([]);
    // Within the window it can be left and found again.
    await page.goto(`${place.url}#/`);
    await page.getByRole("link", { name: /^Our meeting/ }).click();
    await page.locator("[data-utterance]").filter({ hasText: "that is mine to tell" }).waitFor();
    await closeBrowser();
    expect(await filesWith("that is mine to tell")).toEqual([]);

    const again = await openProgram();
    await again.getByText("Nothing is kept here yet.").waitFor();
  });

  it("finds the meeting again where they did not ask for that", async () => {
    const page = await openProgram();
    await page.getByRole("link", { name: "Start a meeting" }).click();
    await page.getByLabel("Your name, as you want to be called").fill("Karim");
    await button(page, "Begin").click();
    await say(page, "Karim", "that is mine to tell");
    await closeBrowser();
    expect(await filesWith("that is mine to tell")).toEqual([]);
    const again = await openProgram();
    await again.getByRole("link", { name: /^Our meeting/ }).click();
    await again.locator("[data-utterance]").filter({ hasText: "that is mine to tell" }).waitFor();
  });
});

describe("a passphrase in the program as it is served", () => {
  it("is set in the settings, asked for at the next start, and brings everything back", async () => {
    const page = await openProgram();
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.getByRole("link", { name: "Start a meeting" }).click();
    await button(page, "Begin").click();
    await say(page, "Someone", "I want to sleep");
    await page.goto(`${place.url}#/settings`);
    await button(page, "Lock what is kept on this laptop").click();
    await page.getByLabel("A passphrase", { exact: true }).fill("the kettle sings");
    await page.getByLabel("The same once more").fill("the kettle sings");
    await button(page, "Lock it").click();
    await page.getByText("What is kept here is locked with a passphrase").waitFor();
    await closeBrowser();

    const again = await openProgram();
    await again.getByRole("heading", { name: "What is kept on this laptop is locked" }).waitFor();
    await again.getByLabel("Passphrase").fill("the kettle sing");
    await again.keyboard.press("Enter");
    await again.getByRole("alert").filter({ hasText: "This is not the passphrase" }).waitFor();
    await again.getByLabel("Passphrase").fill("the kettle sings");
    await again.keyboard.press("Enter");
    await again.getByRole("link", { name: /^Our meeting/ }).click();
    await again.locator("[data-utterance]").filter({ hasText: "I want to sleep" }).waitFor();
    expect(complaints).toEqual([]);
  });

  it("is the only thing for which WebAssembly is fetched", async () => {
    const page = await openProgram();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.reload();
    await page.getByText("Nothing is kept here yet.").waitFor();
    const scripts = await Promise.all(
      asked.filter((url) => url.endsWith(".js")).map(async (url) => (await fetch(url)).text()),
    );
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((script) => /WebAssembly\.(?:compile|instantiate)/.test(script))).toEqual([]);
  });
});
