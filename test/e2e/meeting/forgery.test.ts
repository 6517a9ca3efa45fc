import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ellen, samira } from "../../demo/cast.ts";
import type { Hands } from "../../demo/hands.ts";
import { openPlace, type Place } from "./place.ts";

const QUESTION = "What would you like to use this time for?";
const WISH = "I want to sleep.";

describe("a modified program that holds an invitation", () => {
  let place: Place;
  let a: Hands;
  let b: Hands;
  let link: string;
  const faults: string[] = [];

  beforeAll(async () => {
    place = await openPlace();
    [a, b] = [await place.laptop("A"), await place.laptop("B")];
    for (const { page } of [a, b]) page.on("pageerror", (error) => faults.push(error.message));
    link = await b.startMeeting(place.url, "Samira’s meeting", "Samira", ellen);
    await a.knock(link, samira);
    await b.letIn("Samira");
    await b.say("Ellen", QUESTION);
    await a.utterance(QUESTION).waitFor();
    await a.say("Samira", WISH);
    await b.utterance(WISH).waitFor();
  });

  afterAll(async () => {
    await place.close();
  });

  async function articles({ page }: Hands): Promise<string[]> {
    return page.getByRole("article").allInnerTexts();
  }

  /** A modified program knocks, is let in under a name of its own, and has heard everything before it begins. */
  async function thiefIsLetIn(name: string): Promise<Page> {
    const { page } = await place.modified();
    await page.evaluate(([invitation, own]) => window.modified.knock(invitation, own), [link, name] as const);
    await b.letIn(name);
    await page.waitForFunction(
      () =>
        window.modified.isInside() &&
        window.modified.voices()["Samira"] !== undefined &&
        window.modified.utterances().length >= 2,
    );
    await a.page.getByText(name, { exact: true }).first().waitFor();
    return page;
  }

  it("cannot put words into another voice’s mouth", async () => {
    const thief = await thiefIsLetIn("Somebody else");
    await thief.evaluate(() => window.modified.claimToBe(window.modified.voices()["Samira"] ?? "", "I am ill."));
    // What a laptop puts later arrives later: who sees this has been given the words as well.
    await thief.evaluate(() =>
      window.modified.writeSummaryAs(window.modified.voices()["Somebody else"] ?? "", "Here I am."),
    );
    for (const { page } of [a, b]) await page.getByText("Here I am.").first().waitFor();
    for (const hands of [a, b]) {
      expect((await articles(hands)).join("\n")).toContain(WISH);
      expect(await hands.page.getByText("I am ill.").count()).toBe(0);
    }
  });

  it("cannot change another’s utterance, and once it tries, is shown as put aside, while everything stands", async () => {
    const thief = await thiefIsLetIn("Someone");
    const before = await articles(a);
    await thief.evaluate(() => window.modified.editAnothers(window.modified.utterances()[1] ?? "", "I agree to all."));
    for (const { page } of [a, b]) await page.getByText("in the name of Someone").first().waitFor();
    expect(await articles(a)).toEqual(before);
    for (const { page } of [a, b]) expect(await page.getByText("I agree to all.").count()).toBe(0);
  });

  it("cannot write into the summary as someone else, though it may in its own name", async () => {
    const honest = await thiefIsLetIn("Someone kind");
    await honest.evaluate(() =>
      window.modified.writeSummaryAs(window.modified.voices()["Someone kind"] ?? "", "I am here too."),
    );
    for (const { summary } of [a, b]) await summary.filter({ hasText: "I am here too." }).waitFor();
    const thief = await thiefIsLetIn("Someone else");
    await thief.evaluate(() =>
      window.modified.writeSummaryAs(window.modified.voices()["Samira"] ?? "", "I take the medicine."),
    );
    for (const { page } of [a, b]) await page.getByText("in the name of Someone else").first().waitFor();
    for (const { page } of [a, b]) expect(await page.getByText("I take the medicine.").count()).toBe(0);
  });

  it("leaves the others’ laptops without an error, and writing on", async () => {
    await a.say("Samira", "I’m not ill, I’m frightened.");
    await b.utterance("I’m not ill, I’m frightened.").waitFor();
    expect(faults).toEqual([]);
  });
});
