import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ellen, samira } from "../../demo/cast.ts";
import type { Hands } from "../../demo/hands.ts";
import { openPlace, type Place } from "./place.ts";

const SAID = "It started when the flat was broken into.";
const LONG =
  "I am not ill, I am frightened, and I want to sleep, and I do not want to be talked about in the kitchen. ".repeat(
    40,
  );

describe("a laptop that is killed in the middle of a word", () => {
  let folder: string;
  let place: Place;
  let b: Hands;
  let link: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "polyphony-killed-"));
    place = await openPlace();
    b = await place.laptop("B");
    link = await b.startMeeting(place.url, "Samira’s meeting", "Samira", ellen);
  });

  afterAll(async () => {
    await place.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  });

  it("finds everything its screen had shown as saved, goes on writing, and agrees with the others again", async () => {
    const profile = join(folder, "samiras-laptop");
    const before = await place.laptop("A", { profile });
    await before.knock(link, samira);
    await b.letIn("Samira");
    await before.say("Samira", SAID);
    await b.utterance(SAID).waitFor();
    let shownAsSaved = "";
    await before.page.exposeBinding("shownAsSaved", (_source, words: string) => {
      shownAsSaved = words;
    });
    await before.page.evaluate(() => {
      // What stands in the box whenever the header says it is saved: what a person has every reason to rely on.
      const look = (): void => {
        const saved = /Saved here|Only on this laptop/.test(document.querySelector("header")?.textContent ?? "");
        const words = document.querySelector<HTMLElement>('[aria-label="What Samira wants to say"]')?.innerText ?? "";
        // Exposed by the test above.
        if (saved) (window as unknown as { shownAsSaved(words: string): void }).shownAsSaved(words);
        requestAnimationFrame(look);
      };
      look();
    });
    await before.composer("Samira").click();
    const typing = typeInBreaths(before, LONG).catch(() => "the laptop was killed while typing");
    await expect.poll(() => shownAsSaved.length).toBeGreaterThan(60);
    // Into the next breath, where the newest words are still on their way to the disk.
    await before.page.waitForTimeout(700);
    process.kill(before.laptop.pid, "SIGKILL");
    await typing;

    const after = await place.laptop("A", { profile });
    await after.page.goto(place.url);
    await after.page.getByRole("link", { name: /Samira’s meeting/ }).click();
    await after.utterance(SAID).waitFor();
    // What a voice keeps for itself is read once the meeting is open.
    await expect.poll(() => after.composer("Samira").innerText()).toContain(LONG.slice(0, 20));
    const found = await after.composer("Samira").innerText();
    expect(found.startsWith(shownAsSaved.trimEnd())).toBe(true);
    expect(LONG.startsWith(found.trimEnd())).toBe(true);

    await after.composer("Samira").click();
    await after.page.keyboard.press("ControlOrMeta+End");
    await after.page.keyboard.type(" And I am back.");
    await after.page.keyboard.press("Control+Enter");
    await b.utterance("And I am back.").waitFor();
    await after.utterance("And I am back.").waitFor();
    const words = async (hands: Hands): Promise<string> =>
      hands.utterance("And I am back.").locator(".words").innerText();
    expect(await words(b)).toBe(await words(after));
  });
});

/** Types as people do: some words, a moment of thought in which the screen settles, the next words. */
async function typeInBreaths({ page }: Hands, words: string): Promise<void> {
  for (const breath of words.match(/.{1,50}/g) ?? []) {
    await page.keyboard.type(breath, { delay: 10 });
    await page.waitForTimeout(1500);
  }
}
