import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ellen, samira } from "../../demo/cast.ts";
import type { Hands } from "../../demo/hands.ts";
import type { Laptop } from "../chromium.ts";
import { openPlace, type Place } from "./place.ts";

const QUESTION = "What would you like to use this time for?";
const WISH = "I want to sleep.";

describe("a modified program that holds an invitation", () => {
  let place: Place;
  let a: Hands;
  let b: Hands;
  let thief: Laptop;
  const faults: string[] = [];

  beforeAll(async () => {
    place = await openPlace();
    [a, b] = [await place.laptop("A"), await place.laptop("B")];
    for (const { page } of [a, b]) page.on("pageerror", (error) => faults.push(error.message));
    const link = await b.startMeeting(place.url, "Samira’s meeting", "Samira", ellen);
    await a.knock(link, samira);
    await b.letIn("Samira");
    await b.say("Ellen", QUESTION);
    await a.utterance(QUESTION).waitFor();
    await a.say("Samira", WISH);
    await b.utterance(WISH).waitFor();
    thief = await place.modified();
    await thief.page.evaluate((invitation) => window.modified.enter(invitation), link);
    await expect
      .poll(() => thief.page.evaluate(() => Object.keys(window.modified.voices())), { timeout: 20_000 })
      .toEqual(["Ellen", "Samira"]);
    await expect.poll(() => thief.page.evaluate(() => window.modified.utterances().length)).toBe(2);
  });

  afterAll(async () => {
    await place.close();
  });

  async function articles({ page }: Hands): Promise<string[]> {
    return page.getByRole("article").allInnerTexts();
  }

  /** Says something honest and waits until it has crossed over, so that whatever was put before it has arrived as well. */
  async function crossOver(words: string): Promise<void> {
    await b.say("Ellen", words);
    await a.utterance(words).waitFor();
    await thief.page.waitForTimeout(500);
  }

  it("cannot put words into another voice’s mouth", async () => {
    await thief.page.evaluate(() => window.modified.claimToBe(window.modified.voices()["Samira"] ?? "", "I am ill."));
    await crossOver("Who asked for this meeting?");
    for (const hands of [a, b]) {
      expect((await articles(hands)).join("\n")).toContain(WISH);
      expect(await hands.page.getByText("I am ill.").count()).toBe(0);
    }
  });

  it("cannot change another’s utterance, and once it tries, is shown as put aside, while everything stands", async () => {
    await thief.page.evaluate(() => window.modified.introduce("Someone"));
    await b.page.getByRole("button", { name: "Let Someone in" }).click();
    await b.page.getByRole("button", { name: "Let Someone in" }).waitFor({ state: "detached" });
    const before = await articles(a);
    await thief.page.evaluate(() => window.modified.editAnothers(window.modified.utterances()[1] ?? "", "I agree to everything."));
    await a.page.getByText("It was put aside.").waitFor();
    await b.page.getByText("It was put aside.").waitFor();
    expect(await articles(a)).toEqual(before);
    expect(await a.page.getByText("I agree to everything.").count()).toBe(0);
  });

  it("cannot write into the summary as someone else", async () => {
    await thief.page.evaluate(() =>
      window.modified.writeSummaryAs(window.modified.voices()["Samira"] ?? "", "Samira will take the medicine."),
    );
    await crossOver("We have time.");
    for (const { page } of [a, b]) expect(await page.getByText("Samira will take the medicine.").count()).toBe(0);
  });

  it("leaves the others’ laptops without an error, and writing on", async () => {
    await a.say("Samira", "I’m not ill, I’m frightened.");
    await b.utterance("I’m not ill, I’m frightened.").waitFor();
    expect(faults).toEqual([]);
  });
});
