import type { Page } from "playwright-core";
import { english } from "../../renderer/i18n/english/english.ts";
import type { Gathering } from "./gathering.ts";
import { expectMesh } from "./mesh.ts";

/** A meeting of the program, open on some laptops. Everything was done on its screens, as people do it. */
export interface OurMeeting {
  readonly link: string;
  /** The first one is the host's. */
  readonly pages: Page[];
}

/** Where a voice writes what it says. */
export const COMPOSER = ".composer [contenteditable='true']";
/** Where an utterance stands in the record. */
export const UTTERANCE_WORDS = "[data-utterance] .words";
const SUMMARY = ".summary .words-input";

/** Begins a meeting on this page and takes its invitation. */
export async function beginMeeting(page: Page, url: string): Promise<OurMeeting> {
  await page.goto(`${url}#/start`);
  await page.getByLabel(english.voice.name).fill("Voice 1");
  await page.getByRole("button", { name: english.start.begin }).click();
  await page.getByRole("button", { name: english.invitation.button }).click();
  const link = await page.getByLabel(english.invitation.link).inputValue();
  await page.keyboard.press("Escape");
  await page.locator(COMPOSER).waitFor();
  await writeLive(page);
  return { link, pages: [page] };
}

/** Someone opens the invitation on another laptop, knocks, and is let in by the host. */
export async function joinMeeting({ link, pages }: OurMeeting, page: Page): Promise<void> {
  const [host] = pages;
  if (host === undefined) throw new Error("nobody is there to let anyone in");
  const name = `Voice ${pages.length + 1}`;
  await page.goto(link);
  await page.getByRole("button", { name: english.join.open, exact: true }).click();
  await page.getByLabel(english.voice.name).fill(name);
  await page.getByRole("button", { name: english.arrive.knock, exact: true }).click();
  await host.getByRole("button", { name: english.knocks.letIn.replace("{{name}}", name), exact: true }).click();
  await page.locator(COMPOSER).waitFor();
  await writeLive(page);
  pages.push(page);
}

/** What is measured is how soon the others see a key: so they are to see words as they are written. */
async function writeLive(page: Page): Promise<void> {
  await page.getByRole("button", { name: english.speaking.asIWrite, exact: true, pressed: false }).click();
  await page.getByRole("button", { name: english.speaking.asIWrite, exact: true, pressed: true }).waitFor();
}

/** The first voice of a meeting says something, and the others read it. */
export async function gatherAroundUtterances({ pages }: OurMeeting): Promise<Gathering> {
  await expectMesh(pages);
  const writer = firstOf(pages);
  return {
    pages,
    growing: ".utterance--writing .words",
    focus: () => writer.locator(COMPOSER).focus(),
    finish: () => writer.keyboard.press("Control+Enter"),
  };
}

/** The first voice of a meeting writes in the summary, and the others read along. */
export async function gatherAroundSummary({ pages }: OurMeeting): Promise<Gathering> {
  await expectMesh(pages);
  const writer = firstOf(pages);
  return {
    pages,
    growing: `${SUMMARY} > p:last-child`,
    async focus() {
      await writer.locator(SUMMARY).focus();
      await writer.keyboard.press("Control+End");
    },
    finish: () => writer.keyboard.press("Enter"),
  };
}

function firstOf(pages: readonly Page[]): Page {
  const [first] = pages;
  if (first === undefined) throw new Error("a meeting is open on at least one laptop");
  return first;
}
