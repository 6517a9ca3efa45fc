import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ellen, samira } from "../../demo/cast.ts";
import type { Hands } from "../../demo/hands.ts";
import { openPlace, type Place } from "./place.ts";

const SAID = "I want to sleep, and I don’t want to be talked about in the kitchen.";

describe("another’s words", () => {
  let place: Place;
  let a: Hands;
  let b: Hands;

  beforeAll(async () => {
    place = await openPlace();
    [a, b] = [await place.laptop("A"), await place.laptop("B")];
    const link = await b.startMeeting(place.url, "Samira’s meeting", "Samira", ellen);
    await a.knock(link, samira);
    await b.letIn("Samira");
    await a.summary.waitFor();
    await a.write("Samira", SAID);
    await a.page.keyboard.press("Control+Enter");
    await b.utterance(SAID).waitFor();
  });

  afterAll(() => place.close());

  /** Pastes words as a clipboard brings them. */
  async function paste({ page }: Hands, words: string): Promise<void> {
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
      );
    }, words);
  }

  it("are put in as a quotation that says whose they are", async () => {
    await b.summary.focus();
    await paste(b, "I want to sleep");
    await b.page.getByText("These are Samira’s words, so they are put in as a quotation.").waitFor();
    for (const { summary } of [a, b]) await expect.poll(() => summary.innerText()).toBe("“I want to sleep” (Samira)");
  });

  it("are put in plainly when asked for, and are the paster’s then", async () => {
    await b.page.getByRole("button", { name: "Put them in as my own words" }).click();
    for (const { summary } of [a, b]) await expect.poll(() => summary.innerText()).toBe("I want to sleep");
    await b.page.getByText("These words are by Ellen.").waitFor();
  });

  it("can be taken out again by one undo", async () => {
    await b.summary.focus();
    await b.page.keyboard.press("Control+z");
    await expect.poll(() => a.summary.innerText()).not.toContain("sleep");
  });

  it("are one’s own where one has said them oneself", async () => {
    await a.summary.focus();
    await paste(a, "I want to sleep");
    for (const { summary } of [a, b]) await expect.poll(() => summary.innerText()).toBe("I want to sleep");
  });

  it("are not said by AltGr and Enter, which is a key like any other", async () => {
    await b.write("Ellen", "What would you like");
    await b.page.keyboard.press("Control+Alt+Enter");
    await b.page.keyboard.type("to use this time for?");
    await expect.poll(() => b.composer("Ellen").innerText()).toMatch(/^What would you like\s+to use this time for\?$/);
    expect(await a.utterance("What would you like").count()).toBe(0);
  });
});
