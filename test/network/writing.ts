import type { Hands } from "../demo/hands.ts";
import { expectEverywhere } from "../demo/expect-everywhere.ts";

/** What a page tells of the words that are typed for these measurements. */
interface SeenWords {
  /** When each word first stood on this screen, in milliseconds since 1970. */
  readonly atMs: Readonly<Record<string, number>>;
}

declare global {
  interface Window {
    seenWords: SeenWords;
  }
}

/** All laptops that write into the summary at once, each on a line of its own. */
export interface Writing {
  /** Ends the typing. Resolves when the last word is typed. */
  stop(): Promise<void>;
  /** How many words each has typed so far. */
  typed(): readonly number[];
}

const EVERY_MS = 250;

/** Gives each laptop a line in the summary, and looks from now on when words come to stand on each screen. */
export async function prepareLines(everyone: readonly Hands[]): Promise<void> {
  for (const [place, hands] of everyone.entries()) {
    await hands.manner.goTo(hands.summary);
    await hands.page.keyboard.press("ControlOrMeta+End");
    if (place > 0) await hands.page.keyboard.press("Enter");
    await hands.page.keyboard.type(`Line ${letterOf(place)} `);
    const line = `Line ${letterOf(place)}`;
    await expectEverywhere(everyone, ({ summary }) => summary.filter({ hasText: line }), line);
  }
  await Promise.all(everyone.map((hands) => hands.summary.evaluate(watchWords)));
}

/** Has all of them type one word after the other, numbered, until they are told to stop. */
export function startWriting(everyone: readonly Hands[], from: readonly number[] = [], everyMs = EVERY_MS): Writing {
  let isOver = false;
  const typed = everyone.map((_, place) => from[place] ?? 0);
  const writing = everyone.map(async ({ page }, place) => {
    while (!isOver) {
      const nextMs = Date.now() + everyMs;
      await page.keyboard.type(`${wordOf(place, typed[place] ?? 0)} `);
      typed[place] = (typed[place] ?? 0) + 1;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, nextMs - Date.now())));
    }
  });
  // Whoever stops it is told what went wrong.
  for (const one of writing) one.catch(() => undefined);
  return {
    typed: () => [...typed],
    async stop() {
      isOver = true;
      await Promise.all(writing);
    },
  };
}

/** When each word first stood on each screen, for each laptop, in milliseconds since 1970. */
export function seenOn(everyone: readonly Hands[]): Promise<readonly SeenWords["atMs"][]> {
  return Promise.all(everyone.map(({ page }) => page.evaluate(() => window.seenWords.atMs)));
}

/** Waits until every screen shows all that was typed, and names what is lost, doubled or different. */
export async function lostOrDoubled(everyone: readonly Hands[], typed: readonly number[]): Promise<readonly string[]> {
  const patienceMs = 60_000;
  const until = Date.now() + patienceMs;
  for (;;) {
    const texts = await Promise.all(everyone.map(({ summary }) => summary.innerText()));
    const faults = texts.flatMap((text, on) => faultsOf(text, typed).map((fault) => `laptop ${on + 1}: ${fault}`));
    if (new Set(texts).size > 1) faults.push("the laptops show different texts");
    if (faults.length === 0 || Date.now() > until) return faults.slice(0, 20);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** The word that a laptop types as its number so-and-so. */
function wordOf(place: number, number: number): string {
  return `${letterOf(place)}${number}`;
}

/** The place of the laptop that has typed a word. */
export function writerOf(word: string): number {
  return word.charCodeAt(0) - "a".charCodeAt(0);
}

function letterOf(place: number): string {
  return String.fromCharCode("a".charCodeAt(0) + place);
}

function faultsOf(text: string, typed: readonly number[]): string[] {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(/\b[a-z]\d+\b/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const wanted = typed.flatMap((many, place) => Array.from({ length: many }, (_, number) => wordOf(place, number)));
  const faults = wanted
    .filter((word) => counts.get(word) !== 1)
    .map((word) => `${word} ${counts.get(word) ?? 0} times`);
  if (counts.size > wanted.length) faults.push(`${counts.size - wanted.length} words that nobody typed`);
  return faults;
}

/** Runs in the page. A word counts as soon as the space behind it stands there as well. */
function watchWords(summary: Element): void {
  const atMs: Record<string, number> = {};
  const look = () => {
    const nowMs = performance.timeOrigin + performance.now();
    for (const [word] of summary.textContent.matchAll(/[a-z]\d+(?=\s)/g)) atMs[word] ??= nowMs;
  };
  new MutationObserver(look).observe(summary, { subtree: true, childList: true, characterData: true });
  window.seenWords = { atMs };
}
