import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ellen } from "../../demo/cast.ts";
import type { Hands } from "../../demo/hands.ts";
import { openPlace, type Place } from "./place.ts";

/** A sentence of retext-equality that no other part of the program has. */
const RETEXT = "potentially insensitive";

describe("the program as it is built", () => {
  let place: Place;
  let b: Hands;
  const scripts: Promise<string>[] = [];
  const retextIsHere = async () => (await Promise.all(scripts)).some((script) => script.includes(RETEXT));

  beforeAll(async () => {
    place = await openPlace();
    b = await place.laptop("B");
    b.page.on("response", (response) => {
      // Fetched once more: a page that goes on to another address forgets what it was given.
      if (response.url().endsWith(".js")) scripts.push(fetch(response.url()).then((script) => script.text()));
    });
    await b.page.goto(place.url);
    await b.page.getByRole("heading", { level: 1 }).waitFor();
  });

  afterAll(() => place.close());

  it("does not load on its first page what only language hints need", async () => {
    expect(scripts.length).toBeGreaterThan(0);
    expect(await retextIsHere()).toBe(false);
  });

  it("puts a question that is chosen into Ellen’s own box, and the caret after it", async () => {
    await b.startMeeting(place.url, "Samira’s meeting", "Samira", ellen);
    await b.page.getByRole("button", { name: "Questions to ask" }).click();
    await b.page.getByRole("button", { name: "What would you like to use this time for?" }).click();
    await expect.poll(() => b.composer("Ellen").innerText()).toBe("What would you like to use this time for?");
    await expect.poll(() => b.composer("Ellen").evaluate((box) => box.contains(document.activeElement))).toBe(true);
    await b.page.keyboard.type(" We have until seven.");
    await b.page.keyboard.press("Control+Enter");
    await b.utterance("What would you like to use this time for? We have until seven.").waitFor();
  });

  it("loads it when Ellen wishes for hints and has written something, and not before", async () => {
    expect(await retextIsHere()).toBe(false);
    await b.page.getByRole("button", { name: "More" }).click();
    await b.page.getByRole("menuitem", { name: "Settings" }).click();
    await b.page.getByRole("checkbox", { name: "Language hints for professionals" }).check({ force: true });
    await b.page.getByRole("button", { name: "Back" }).click();
    await b.composer("Ellen").click();
    expect(await retextIsHere()).toBe(false);
    await b.page.keyboard.type("The mentally ill patient");
    await b.page.getByText("some people prefer “person with mental illness”").waitFor();
    expect(await retextIsHere()).toBe(true);
    expect(await b.composer("Ellen").innerText()).toBe("The mentally ill patient");
  });
});
