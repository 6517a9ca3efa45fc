import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ellen, samira } from "../../demo/cast.ts";
import type { Hands } from "../../demo/hands.ts";
import { openPlace, type Place } from "./place.ts";

const ELSEWHERE = "This meeting is open in another tab";

describe("a meeting in two tabs of one browser", () => {
  let place: Place;
  let a: Hands;
  let b: Hands;
  let first: Page;
  let second: Page;
  let link: string;

  beforeAll(async () => {
    place = await openPlace();
    [a, b] = [await place.laptop("A"), await place.laptop("B")];
    link = await b.startMeeting(place.url, "Samira’s meeting", "Samira", ellen);
    await a.knock(link, samira);
    await b.letIn("Samira");
    first = a.page;
    await box(first).waitFor();
    const shows = first.getByRole("button", { name: "Others see it as I write" });
    if ((await shows.getAttribute("aria-pressed")) === "true") await shows.click();
    second = await a.laptop.context.newPage();
  });

  afterAll(() => place.close());

  const box = (page: Page): Locator => page.getByRole("textbox", { name: "What Samira wants to say" });
  const isElsewhere = (page: Page) => page.getByRole("heading", { name: ELSEWHERE }).waitFor();
  const useHere = (page: Page) => page.getByRole("button", { name: "Use it here" }).click();
  const write = async (page: Page, words: string) => {
    await box(page).click();
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.type(words);
  };

  it("is open in one of them, and the other says so", async () => {
    await write(first, "I was at the river");
    await second.goto(first.url());
    await isElsewhere(second);
    expect(await box(second).count()).toBe(0);
    await write(first, " this morning.");
    await expect.poll(() => box(first).innerText()).toContain("I was at the river this morning.");
  });

  it("goes on in the tab it is wished in, with every word that nobody else has seen, also the last one", async () => {
    await write(first, " Alone.");
    await useHere(second);
    await expect.poll(() => box(second).innerText()).toContain("I was at the river this morning. Alone.");
    await isElsewhere(first);
    await write(second, " It was cold.");
    await useHere(first);
    await isElsewhere(second);
    await expect.poll(() => box(first).innerText()).toContain("this morning. Alone. It was cold.");
    await first.getByRole("button", { name: "Say it" }).click();
    await b.utterance("I was at the river this morning. Alone. It was cold.").waitFor();
  });

  it("goes on where its invitation is opened once more", async () => {
    await write(first, "And then I went home.");
    await second.goto("about:blank");
    await second.goto(link);
    await expect.poll(() => box(second).innerText()).toContain("And then I went home.");
    await isElsewhere(first);
  });

  it("is there at once when a tab is loaded again, and when the other one is closed", async () => {
    await second.reload();
    await expect.poll(() => box(second).innerText()).toContain("And then I went home.");
    await second.close();
    await first.reload();
    await expect.poll(() => box(first).innerText()).toContain("And then I went home.");
  });

  it("is taken from a tab that does not answer", async () => {
    // This tab hears nothing of what the others ask.
    await first.addInitScript(() => {
      Object.defineProperty(BroadcastChannel.prototype, "onmessage", { set: () => undefined });
    });
    await first.reload();
    await expect.poll(() => box(first).innerText()).toContain("And then I went home.");
    await write(first, " It was still early.");
    await first
      .getByText(/Saved here|Only on this laptop/)
      .first()
      .waitFor();
    const third = await a.laptop.context.newPage();
    await third.goto(new URL("#/", first.url()).href);
    await third.getByRole("link", { name: /Samira’s meeting/ }).click();
    await isElsewhere(third);
    await useHere(third);
    await expect.poll(() => box(third).innerText()).toContain("It was still early.");
    await isElsewhere(first);
  });
});
