import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ellen, samira } from "../../demo/cast.ts";
import type { Hands } from "../../demo/hands.ts";
import { openPlace, type Place } from "./place.ts";

const LETTER = "She checks the door four, five times and then can’t lie down. ";
/** More than 300 KiB in one utterance, which is more than one message of a data channel carries. */
const LONG = LETTER.repeat(Math.ceil((300 * 1024) / LETTER.length));

describe("someone who comes late", () => {
  let place: Place;
  let b: Hands;
  let link: string;

  beforeAll(async () => {
    place = await openPlace();
    b = await place.laptop("B");
    link = await b.startMeeting(place.url, "Samira’s meeting", "Samira", ellen);
  });

  afterAll(() => place.close());

  it("gets a record of more than 300 KiB over WebRTC, to the last letter", async () => {
    await b.composer("Ellen").click();
    await b.page.keyboard.insertText(LONG);
    await b.page.keyboard.insertText("And that is all.");
    await b.page.getByRole("button", { name: "Say it" }).click();
    await b.say("Ellen", "What would you like to use this time for?");
    await b.utterance("What would you like").waitFor();

    const a = await place.laptop("A");
    await a.knock(link, samira);
    await b.letIn("Samira");
    await a.utterance("What would you like").waitFor();
    const long = a.utterance("And that is all.");
    await long.waitFor({ state: "attached" });
    const words = (await long.locator(".words").innerText()).trim();
    expect(words.length).toBe(LONG.length + "And that is all.".length);
    expect(words === `${LONG}And that is all.`).toBe(true);
  });
});
