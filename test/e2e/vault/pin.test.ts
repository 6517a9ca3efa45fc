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
  profile = await mkdtemp(join(tmpdir(), "polyphony-pin-"));
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
const NOTE = "I do not want to be talked about in the kitchen";
/** Not only digits: those stand in many a file. */
const PIN = "2468 by the canal";

/** The files of the profile in which these words occur, as UTF-8 or as UTF-16. */
async function filesWith(words: string): Promise<readonly string[]> {
  const needles = [Buffer.from(words, "utf8"), Buffer.from(words, "utf16le")];
  const found: string[] = [];
  for await (const { path, content } of keptFiles(profile)) {
    if (needles.some((needle) => content.includes(needle))) found.push(relative(profile, path));
  }
  return found;
}

describe("a voice with a PIN on a real laptop", () => {
  it("finds its notes again after a restart by its PIN, and they can be read nowhere without it", async () => {
    const page = await openProgram();
    await page.getByRole("link", { name: "Start a meeting" }).click();
    await page.getByLabel("Your name, as you want to be called").fill("Samira");
    await button(page, "Begin").click();
    await page.getByRole("button", { name: /^Speaking as/ }).click();
    await page.getByRole("menuitem", { name: "A PIN for Samira" }).click();
    await page.getByLabel("A PIN", { exact: true }).fill(PIN);
    await page.getByLabel("The same once more").fill(PIN);
    await button(page, "Set this PIN").click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.keyboard.press("F9");
    await page.getByRole("dialog", { name: "Notes to yourself" }).waitFor();
    await page.keyboard.type(NOTE);
    await button(page, "Keep this note").click();
    await page.getByRole("listitem").filter({ hasText: NOTE }).waitFor();
    await page.keyboard.press("F9");
    await page.getByRole("textbox", { name: "What Samira wants to say" }).click();
    await page.keyboard.type("I want to sleep.");
    await page.keyboard.press("Control+Enter");
    await page.locator("[data-utterance]").filter({ hasText: "I want to sleep." }).waitFor();
    await page.getByText("Saved here", { exact: false }).first().waitFor();
    await closeBrowser();
    expect(await filesWith(NOTE)).toEqual([]);
    expect(await filesWith(PIN)).toEqual([]);

    const again = await openProgram();
    await again.getByRole("link", { name: /^Our meeting|^Samira/ }).click();
    await again.getByRole("heading", { name: "For Samira" }).waitFor();
    await again.getByLabel("Samira’s PIN").fill("1357");
    await again.keyboard.press("Enter");
    await again.getByRole("alert").filter({ hasText: "This is not the PIN" }).waitFor();
    expect(await again.content()).not.toContain(NOTE);
    await again.getByLabel("Samira’s PIN").fill(PIN);
    await again.keyboard.press("Enter");
    await again.getByRole("textbox", { name: "What Samira wants to say" }).waitFor();
    await again.keyboard.press("F9");
    await again.getByRole("listitem").filter({ hasText: NOTE }).waitFor();
  });
});
