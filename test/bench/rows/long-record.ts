import type { CDPSession, Page } from "playwright-core";
import type { Bench } from "../bench.ts";
import { keepMeeting } from "../kept-meeting.ts";
import { COMPOSER, UTTERANCE_WORDS } from "../our-program.ts";
import { NO_BASELINE, rowOf, type Budget, type Row } from "../row.ts";
import { scrollThrough, type Scrolled } from "../scrolling.ts";
import { quantile } from "../statistics.ts";
import { PACE_MS, typeLetters } from "../typing.ts";
import { lettersToType, wordsOf } from "../words.ts";

const FULL = { size: 3000, rounds: 12, keysPerRound: 25, warmUps: 1 };
const QUICK = { size: 300, rounds: 2, keysPerRound: 15, warmUps: 1 };
/** As fast as someone flicks who looks for something said an hour ago. */
const PX_PER_SECOND = 8000;
const PASSES = 2;
const PATIENCE_MS = 60_000;
const BYTES_IN_MB = 1_000_000;

/**
 * A record of three thousand utterances, kept on this laptop: how long a key takes to one's own screen in it, whether
 * scrolling through all of it ever shows nothing, and whether scrolling through it again takes more memory.
 */
export async function measureLongRecord(bench: Bench): Promise<readonly Row[]> {
  const { size, rounds, keysPerRound, warmUps } = bench.quick ? QUICK : FULL;
  const profile = await bench.createProfile();
  const texts = Array.from({ length: size }, (_, index) => wordsOf(index));
  const address = await keepMeeting(bench, profile, texts);
  const laptop = await bench.openLaptop(profile);
  const { page } = laptop;
  await page.goto(address, { waitUntil: "commit" });
  await page.evaluate(([where, last]) => window.probe.whenPainted(where, last, true), [
    UTTERANCE_WORDS,
    texts.slice(-1),
  ] as const);
  const devtools = await page.context().newCDPSession(page);

  const delays: (readonly number[])[] = [];
  for (let round = -warmUps; round < rounds; round += 1) {
    const typed = await typeRound(page, lettersToType((round + warmUps) * keysPerRound, keysPerRound));
    if (round >= 0) delays.push(typed);
  }

  const heapMb = [await heapInMb(devtools)];
  const scrolled: Scrolled[] = [];
  for (let pass = 0; pass < PASSES; pass += 1) {
    scrolled.push(await scrollThrough(page, devtools, "top", PX_PER_SECOND));
    scrolled.push(await scrollThrough(page, devtools, "bottom", PX_PER_SECOND));
    heapMb.push(await heapInMb(devtools));
  }
  await laptop.close();

  const meeting = `a kept meeting of ${size} utterances, nobody else there`;
  const keyRow = (name: string, share: number, budget: Budget | null, of: readonly (readonly number[])[]): Row =>
    rowOf({
      name,
      unit: "ms",
      budget,
      baselineName: NO_BASELINE,
      quick: bench.quick,
      each: `each run is a round of ${keysPerRound} keys into an empty utterance, which is then said; ${warmUps} before were not counted`,
      ours: of.map((round) => quantile(round, share)),
      baseline: [],
      overall: { ours: quantile(of.flat(), share), baseline: Number.NaN },
      notes: [`from the key to one's own screen, one key every ${PACE_MS} ms`, meeting],
    });
  const [, once = Number.NaN, twice = Number.NaN] = heapMb;
  return [
    keyRow("long-record-key-p50", 0.5, null, delays),
    keyRow("long-record-key-p95", 0.95, { of: "ours", atMost: 32 }, delays),
    keyRow(
      "long-record-first-key",
      0.5,
      null,
      delays.map((round) => round.slice(0, 1)),
    ),
    rowOf({
      name: "long-record-blank",
      unit: "frames",
      budget: { of: "ours", atMost: 0 },
      baselineName: NO_BASELINE,
      quick: bench.quick,
      each: `each run is once through the whole record, up, down, up and down again, ${PX_PER_SECOND} pixels a second`,
      ours: scrolled.map(({ blank }) => blank),
      baseline: [],
      overall: { ours: scrolled.reduce((sum, { blank }) => sum + blank, 0), baseline: Number.NaN },
      notes: [
        `frames in which no utterance stood in the list, of ${scrolled.map(({ frames }) => frames).join(", ")} looked at`,
        `the most of the list that no utterance covered: ${scrolled.map(({ mostUncoveredPx }) => mostUncoveredPx).join(", ")} px`,
        `it took ${scrolled.map(({ tookMs }) => Math.round(tookMs)).join(", ")} ms`,
        meeting,
      ],
    }),
    rowOf({
      name: "long-record-heap",
      unit: "MB",
      budget: { of: "ours", atMost: 5 },
      baselineName: NO_BASELINE,
      quick: bench.quick,
      each: "how much more the page's scripts hold after going through the record a second time, garbage collected",
      ours: [twice - once],
      baseline: [],
      notes: [
        `held before scrolling, after the first time and after the second: ${heapMb.map((mb) => mb.toFixed(1)).join(", ")} MB`,
        "the first time the words of every utterance are read out of their edits and kept, while what opening took is let go of; the second time there is nothing left to read",
        meeting,
      ],
    }),
  ];
}

/** How long each of these letters took from the key to one's own screen. */
async function typeRound(page: Page, letters: string): Promise<readonly number[]> {
  await page.locator(COMPOSER).focus();
  await page.evaluate((composer) => {
    window.probe.forgetKeys();
    window.probe.watch(composer);
  }, COMPOSER);
  await typeLetters(page, letters);
  await page.waitForFunction((count) => window.probe.painted.length >= count, letters.length, { timeout: PATIENCE_MS });
  const [pressed, painted] = await page.evaluate(() => [window.probe.keys, window.probe.painted] as const);
  if (pressed.length !== letters.length)
    throw new Error("a key was pressed that was not heard, or the other way round");
  await page.keyboard.press("Control+Enter");
  await page.waitForFunction((composer) => document.querySelector(composer)?.textContent === "", COMPOSER, {
    timeout: PATIENCE_MS,
  });
  return pressed.map((at, index) => (painted[index] ?? Number.NaN) - at);
}

async function heapInMb(devtools: CDPSession): Promise<number> {
  await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await devtools.send("Runtime.getHeapUsage");
  return usedSize / BYTES_IN_MB;
}
