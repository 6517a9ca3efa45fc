import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import type { Bench } from "../bench.ts";
import { bundleFilling } from "../build-pages.ts";
import { compareClocks, nowMs } from "../clocks.ts";
import { beginMeeting, COMPOSER, UTTERANCE_WORDS } from "../our-program.ts";
import { rowOf, type Row } from "../row.ts";
import { openStock, STOCK_EDITOR, stockAddress } from "../stock-program.ts";
import { wordsOf } from "../words.ts";

const FULL = { runs: 7, warmUps: 1 };
const QUICK = { runs: 1, warmUps: 0 };
const SAID_BEFORE = 100;

/** What is opened, and how it can be seen that it stands and may be written in. */
interface Place {
  readonly address: string;
  readonly stands: string;
  readonly texts: readonly string[];
  readonly write: string;
}

interface Started {
  readonly browserMs: number;
  readonly firstPaintMs: number;
  readonly firstKeyMs: number;
}

/**
 * From starting a Chromium process to the meeting painted, and to the first letter of one's own painted in it. The laptop
 * has been in this meeting before: its vault holds the record, its browser has seen the program. In stock nothing is kept,
 * so there it is an empty document. And how large each of them is to download.
 */
export async function measureStart(bench: Bench): Promise<readonly Row[]> {
  const { runs, warmUps } = bench.quick ? QUICK : FULL;
  const profile = await bench.createProfile();
  const stock: Place = { address: stockAddress(bench, "start"), stands: STOCK_EDITOR, texts: [], write: STOCK_EDITOR };
  const ours = await prepare(bench, profile, stock.address);
  const measured: { readonly ours: Started[]; readonly stock: Started[] } = { ours: [], stock: [] };
  for (let run = -warmUps; run < runs; run += 1) {
    const [our, other] = [await startAt(bench, profile, ours), await startAt(bench, profile, stock)];
    if (run < 0) continue;
    measured.ours.push(our);
    measured.stock.push(other);
  }
  const reckon = (name: string, of: "firstKeyMs" | "firstPaintMs", atMost: number | null): Row =>
    rowOf({
      name,
      unit: "ms",
      budget: atMost === null ? null : { of: "ours", atMost },
      quick: bench.quick,
      each: `each run is a new Chromium process; ${warmUps} before were not counted`,
      ours: measured.ours.map((started) => started[of]),
      baseline: measured.stock.map((started) => started[of]),
      notes: [
        `of this, until the browser could be told an address: ${measured.ours.map(({ browserMs }) => Math.round(browserMs)).join(", ")} ms`,
        `the meeting: ${SAID_BEFORE} utterances kept on this laptop, nobody else there`,
      ],
    });
  return [
    reckon("start-first-paint", "firstPaintMs", 1000),
    reckon("start-first-key", "firstKeyMs", null),
    rowOf({
      name: "start-bundle",
      unit: "kB gzip",
      budget: { of: "ours", atMost: 700 },
      quick: bench.quick,
      each: "all scripts and style sheets of the built program, each compressed by itself",
      ours: [await compressedKilobytes(bench.files.ours)],
      baseline: [await compressedKilobytes(bench.files.stock)],
    }),
  ];
}

/** A laptop on which a meeting has been going on, and on which both programs have been open. */
async function prepare(bench: Bench, profile: string, stockAddress: string): Promise<Place> {
  const laptop = await bench.openLaptop(profile);
  const { page } = laptop;
  await beginMeeting(page, bench.ours.url);
  await page.goto(`${bench.ours.url}#/`);
  await page.reload();
  await page.evaluate(await bundleFilling());
  const texts = Array.from({ length: SAID_BEFORE }, (_, index) => wordsOf(index));
  const { meeting } = await page.evaluate((said) => window.fillVault(said, null), texts);
  const address = `${bench.ours.url}#/meeting/${meeting}`;
  await page.goto(address);
  await page.locator(COMPOSER).waitFor();
  await compareClocks([page]);
  await openStock(page, stockAddress);
  await laptop.close();
  return { address, stands: UTTERANCE_WORDS, texts: texts.slice(-1), write: COMPOSER };
}

async function startAt(bench: Bench, profile: string, place: Place): Promise<Started> {
  const copy = await bench.createProfile(profile);
  const begun = nowMs();
  const laptop = await bench.openLaptop(copy);
  const { page } = laptop;
  try {
    const browserReady = nowMs();
    await page.goto(place.address, { waitUntil: "commit" });
    const stands = page.evaluate(([where, texts]) => window.probe.whenPainted(where, texts, true), [
      place.stands,
      place.texts,
    ] as const);
    const written = await firstLetterPainted(page, place.write);
    return {
      browserMs: browserReady - begun,
      firstPaintMs: (await stands) - begun,
      firstKeyMs: written - begun,
    };
  } finally {
    await laptop.close();
  }
}

async function firstLetterPainted(page: Page, where: string): Promise<number> {
  await page.locator(where).focus();
  await page.evaluate((selector) => {
    window.probe.watch(selector);
  }, where);
  await page.keyboard.press("I");
  const painted = await page.waitForFunction(() => window.probe.painted[0]);
  const time = await painted.jsonValue();
  if (time === undefined) throw new Error("a letter was waited for that was not painted");
  return time;
}

async function compressedKilobytes(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true });
  let bytes = 0;
  for (const file of files) {
    if (![".js", ".css"].includes(extname(file))) continue;
    bytes += gzipSync(await readFile(join(folder, file)), { level: 9 }).length;
  }
  return bytes / 1000;
}
