import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ellen, samira } from "../../demo/cast.ts";
import type { Hands } from "../../demo/hands.ts";
import { openPlace, type Place } from "./place.ts";

describe("a laptop on which nothing can be kept", () => {
  let place: Place;

  beforeAll(async () => {
    place = await openPlace();
  });

  afterAll(() => place.close());

  it("is told so in words, instead of letting anyone write into nothing", async () => {
    const { page } = await place.laptop("A");
    await page.addInitScript(() => {
      // What a browser does that has been told to keep nothing at all.
      indexedDB.open = () => {
        throw new DOMException("The user denied permission to access the database.", "SecurityError");
      };
    });
    await page.goto(place.url);
    await page.getByRole("heading", { name: "The program cannot begin" }).waitFor();
    expect(await page.getByRole("textbox").count()).toBe(0);
  });
});

describe("a page in which something goes wrong outside of React", () => {
  let place: Place;
  let a: Hands;
  let b: Hands;

  beforeAll(async () => {
    place = await openPlace();
    [a, b] = [await place.laptop("A"), await place.laptop("B")];
    const link = await a.startMeeting(place.url, "Samira’s meeting", "Samira", ellen);
    await b.knock(link, samira);
    await a.letIn("Samira");
  });

  afterAll(() => place.close());

  const stopped = () => b.page.getByRole("heading", { name: "This page has stopped" });

  it("goes on where it is none of the program's errors", async () => {
    await b.page.evaluate(async () => {
      window.dispatchEvent(new ErrorEvent("error", { message: "ResizeObserver loop completed", error: null }));
      const foreign = new Error("an extension has failed");
      foreign.stack = "Error: an extension has failed\n    at chrome-extension://abc/inject.js:1:1";
      reportError(foreign);
      await new Promise(requestAnimationFrame);
    });
    await b.composer("Samira").waitFor();
    expect(await stopped().count()).toBe(0);
  });

  it("says so and says what to do, and the words just written are saved and sent all the same", async () => {
    await b.say("Samira", "I want to sleep.");
    await b.writeSummary("Samira", "Five nights at home.");
    await b.page.evaluate(() => {
      setTimeout(() => {
        throw new Error("a timer has failed");
      });
    });
    await stopped().waitFor();
    expect(await b.page.getByRole("alert").textContent()).toContain("is safe on this laptop");
    await a.utterance("I want to sleep.").waitFor();
    await a.summary.getByText("Five nights at home.").waitFor();
  });

  it("still saves what the others say, and shows it when the meeting is opened again", async () => {
    const proved = () => b.page.evaluate(() => Number(document.documentElement.dataset["proved"] ?? "0"));
    await b.page.evaluate(() => {
      const { subtle } = crypto;
      const { dataset } = document.documentElement;
      const verify = subtle.verify.bind(subtle);
      subtle.verify = (...wish) => {
        dataset["proved"] = String(Number(dataset["proved"] ?? "0") + 1);
        return verify(...wish);
      };
    });
    await a.say("Ellen", "Since when?");
    // Her words begin, are written, and are said: three entries. The moment after is for saving them.
    await expect.poll(proved).toBeGreaterThanOrEqual(3);
    await b.page.waitForTimeout(500);
    // Nobody is there any more from whom it could come.
    await a.laptop.close();
    await b.page.getByRole("button", { name: "Open it again" }).click();
    await b.utterance("Since when?").waitFor();
    await b.utterance("I want to sleep.").waitFor();
    expect(await b.summary.textContent()).toContain("Five nights at home.");
  });

  it("says so as well where a promise fails that nobody waits for", async () => {
    await b.page.evaluate(() => {
      setTimeout(() => void Promise.reject(new Error("a promise has failed")));
    });
    await stopped().waitFor();
  });
});
