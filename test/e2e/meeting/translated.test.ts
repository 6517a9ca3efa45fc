import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ellen, samira } from "../../demo/cast.ts";
import type { Hands } from "../../demo/hands.ts";
import { openPlace, type Place } from "./place.ts";

/** What a translator does to a page: every text is wrapped, or another put in its place, now and whenever the page changes. */
async function translate(page: Page, way: "replaces" | "wraps"): Promise<void> {
  await page.evaluate((how) => {
    const wrapAll = (): void => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: Node[] = [];
      while (texts.nextNode() !== null) {
        const { parentElement } = texts.currentNode;
        // Where somebody writes, translators leave the words alone.
        if (parentElement?.closest("font, script, style, [contenteditable]") === null) found.push(texts.currentNode);
      }
      for (const text of found) {
        const font = document.createElementNS("http://www.w3.org/1999/xhtml", "font");
        font.setAttribute("data-wraps", how);
        text.parentNode?.replaceChild(font, text);
        font.append(how === "wraps" ? text : (text.textContent ?? ""));
      }
    };
    wrapAll();
    new MutationObserver(wrapAll).observe(document.body, { childList: true, subtree: true });
  }, way);
}

describe("a page that the browser translates", () => {
  let place: Place;
  let a: Hands;
  let b: Hands;
  const faults: string[] = [];

  beforeAll(async () => {
    place = await openPlace();
    [a, b] = [await place.laptop("A"), await place.laptop("B")];
    a.page.on("pageerror", ({ message }) => faults.push(message));
    const link = await a.startMeeting(place.url, "Samira’s meeting", "Samira", ellen);
    await b.knock(link, samira);
    await a.letIn("Samira");
    await b.composer("Samira").waitFor();
  });

  beforeEach(async () => {
    await a.page.reload();
    await a.composer("Ellen").waitFor();
  });

  afterAll(() => place.close());

  it("asks not to be translated", async () => {
    expect(await a.page.locator("html").getAttribute("translate")).toBe("no");
    expect(await a.page.locator("meta[name=google]").getAttribute("content")).toBe("notranslate");
  });

  it.each(["wraps", "replaces"] as const)("goes on where the translator %s its texts all the same", async (way) => {
    await translate(a.page, way);
    expect(await a.page.locator(`font[data-wraps=${way}]`).count()).toBeGreaterThan(10);
    const mine = `What has happened today, ${way}?`;
    await a.write("Ellen", mine);
    await a.page.getByRole("button", { name: "Let these words go" }).waitFor();
    await a.page.getByRole("button", { name: "Say it" }).click();
    await b.utterance(mine).waitFor();
    await a.utterance(mine).waitFor();
    const theirs = `I could not sleep, ${way}.`;
    await b.say("Samira", theirs);
    await a.utterance(theirs).waitFor();
    await a.page.getByRole("button", { name: "More" }).click();
    await a.page.keyboard.press("Escape");
    await a.page.getByRole("button", { name: "Pause" }).click();
    await b.page.getByRole("button", { name: /Go on/ }).first().click();
    await a.write("Ellen", "Let me go.");
    await a.page.getByRole("button", { name: "Let these words go" }).click();
    await a.page.getByRole("button", { name: "Bring back what I let go" }).waitFor();
    expect(faults).toEqual([]);
    expect(await a.page.getByText("This page has stopped").count()).toBe(0);
  });
});
