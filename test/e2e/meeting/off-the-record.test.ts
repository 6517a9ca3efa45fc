import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ellen, samira } from "../../demo/cast.ts";
import type { Hands } from "../../demo/hands.ts";
import { keptFiles } from "../kept-files.ts";
import { openPlace, type Place } from "./place.ts";

const SECRET = "quixotic-lanternfish when Dad left";
/** What every profile has: the search is known to find it. */
const KEPT = "polyphony";

let place: Place;
let profiles: readonly string[];
let a: Hands;
let b: Hands;

beforeAll(async () => {
  place = await openPlace();
  profiles = await Promise.all(["a", "b"].map((name) => mkdtemp(join(tmpdir(), `polyphony-off-${name}-`))));
  const [ofA = "", ofB = ""] = profiles;
  a = await place.laptop("A", { profile: ofA, context: { viewport: { width: 1280, height: 800 } } });
  b = await place.laptop("B", { profile: ofB, context: { viewport: { width: 1280, height: 800 } } });
  const link = await b.startMeeting(place.url, "Samira’s meeting", "Samira", ellen);
  await a.knock(link, samira);
  await b.letIn("Samira");
  await a.summary.waitFor();
});

afterAll(async () => {
  await place.close();
  await Promise.all(
    profiles.map((profile) => rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })),
  );
});

async function goOffTheRecord(hands: Hands): Promise<void> {
  await hands.page.getByRole("button", { name: "More" }).click();
  await hands.page.getByRole("menuitem", { name: "Off the record" }).click();
  for (const { page } of [a, b]) await page.getByRole("heading", { name: "Off the record" }).waitFor();
}

async function sayOff(hands: Hands, words: string): Promise<void> {
  await hands.page.getByRole("textbox", { name: /says off the record/ }).click();
  // As a person types: a browser that keeps what is typed into a page would do it now.
  await hands.page.keyboard.type(words, { delay: 5 });
  await hands.page.getByRole("button", { name: "Say it off the record" }).click();
}

/** How many files of these browser profiles there are, and which hold this text in any of the spellings browsers write. */
async function filesWith(text: string): Promise<{ readonly searched: number; readonly found: readonly string[] }> {
  const needles = [Buffer.from(text, "utf8"), Buffer.from(text, "utf16le"), Buffer.from(text).toString("base64")];
  const found: string[] = [];
  let searched = 0;
  for (const profile of profiles) {
    for await (const { path, content } of keptFiles(profile)) {
      searched += 1;
      if (needles.some((needle) => content.includes(needle))) found.push(path);
    }
  }
  return { searched, found };
}

describe("what is said off the record", () => {
  it("is on both screens and in no file of either browser, while it is said and when it is gone", async () => {
    const [secret] = SECRET.split(" ");
    if (secret === undefined) throw new Error("the secret has words");
    expect((await filesWith(KEPT)).found).not.toEqual([]);
    await goOffTheRecord(a);
    await sayOff(a, SECRET);
    await b.page.getByText(SECRET).waitFor();
    // Longer than a browser takes to write what it keeps of a page.
    await a.page.waitForTimeout(6000);
    const during = await filesWith(secret);
    expect(during.searched).toBeGreaterThan(20);
    expect(during.found).toEqual([]);

    await b.page.getByRole("link", { name: "Choose what is read together" }).click();
    await b.page.getByText("You are off the record. Nothing is written down until you are back.").waitFor();
    await b.page.getByRole("link", { name: "Back to the meeting" }).click();
    await b.page.getByText(SECRET).waitFor();
    await b.page.getByRole("button", { name: "Back on the record" }).click();
    for (const { page } of [a, b]) {
      await page.getByRole("heading", { name: "Off the record" }).waitFor({ state: "detached" });
      expect(await page.getByText(SECRET).count()).toBe(0);
    }
    await a.say("Samira", "We are back.");
    await b.utterance("We are back.").waitFor();
    expect((await filesWith(secret)).found).toEqual([]);
    await a.page.reload();
    await a.utterance("We are back.").waitFor();
    expect(await a.page.getByText(SECRET).count()).toBe(0);
    await Promise.all([a, b].map((hands) => hands.laptop.close()));
    expect((await filesWith(secret)).found).toEqual([]);
  });
});
