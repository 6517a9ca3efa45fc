import type { Page } from "playwright-core";
import type { Bench } from "../bench.ts";
import { bundleFilling } from "../build-pages.ts";
import { compareClocks, nowMs } from "../clocks.ts";
import type { Filled } from "../fill/say-in-turn.ts";
import { beginMeeting, COMPOSER, joinMeeting, UTTERANCE_WORDS } from "../our-program.ts";
import { rowOf, type Budget, type Row } from "../row.ts";
import { openStock, STOCK_LAST_PARAGRAPH, stockAddress } from "../stock-program.ts";
import { wordsOf } from "../words.ts";

interface Size {
  readonly label: string;
  readonly utterances: number;
  readonly runs: number;
  readonly budget: Budget | null;
}

const TEN_THOUSAND: Budget = { of: "ours", atMost: 3000 };
const FULL: readonly Size[] = [
  { label: "0.1MB", utterances: 100, runs: 5, budget: null },
  { label: "1MB", utterances: 1000, runs: 4, budget: null },
  { label: "10MB", utterances: 10_000, runs: 3, budget: TEN_THOUSAND },
];
const QUICK: readonly Size[] = [{ label: "0.1MB", utterances: 100, runs: 1, budget: null }];

/** After this, the stock page counts as not getting there. */
const STOCK_PATIENCE_MS = 20_000;
/** So often in a row, and stock is not tried again at that size. */
const ENOUGH_FAILURES = 2;
const OUR_PATIENCE_MS = 60_000;
/** One for each voice that speaks: when these are there, every feed is there up to its end. */
const LAST_ONES = 5;

/**
 * From opening the link to the last utterance painted, for someone who comes late. Every run is a new Chromium process.
 * In the program it is a laptop that was let in when nothing had been said yet and was shut then: it holds its voice's
 * key and the meeting's first entries, and has to get everything else over WebRTC, verify and save it. In stock it is
 * a laptop that has never been there, and the document holds the same words.
 */
export async function measureLateJoin(bench: Bench): Promise<readonly Row[]> {
  const host = await bench.openLaptop();
  const meeting = await beginMeeting(host.page, bench.ours.url);
  const earlier = await bench.createProfile();
  const shut = await bench.openLaptop(earlier);
  await joinMeeting(meeting, shut.page);
  await shut.close();
  const stockHost = await host.context.newPage();
  const address = stockAddress(bench, "late-join");
  await openStock(stockHost, address);
  await compareClocks([host.page, stockHost]);

  const filling = await bundleFilling();
  const rows: Row[] = [];
  let filled: Filled = { meeting: "", entries: 0, bytes: 0, last: null };
  let said = 0;
  for (const size of bench.quick ? QUICK : FULL) {
    const texts = Array.from({ length: size.utterances - said }, (_, index) => wordsOf(said + index));
    said = size.utterances;
    filled = await haveSaid(host.page, bench.ours.url, filling, texts, filled);
    await appendToStock(stockHost, texts);
    const documentBytes = await stockHost.evaluate(() => window.stock.encodedBytes());
    const ours: number[] = [];
    const stock: number[] = [];
    let failures = 0;
    for (let run = 0; run < size.runs; run += 1) {
      await host.page.bringToFront();
      ours.push(await comeLateToUs(bench, earlier, meeting.link, texts.slice(-LAST_ONES)));
      await stockHost.bringToFront();
      if (stock.length === 0 && failures === ENOUGH_FAILURES) continue;
      const painted = await comeLateToStock(bench, address, texts.slice(-1));
      if (painted === null) failures += 1;
      else stock.push(painted);
    }
    rows.push(
      rowOf({
        name: `late-join-${size.label}`,
        unit: "ms",
        budget: size.budget,
        quick: bench.quick,
        each: "each run is one newcomer in a browser just started, from opening the address",
        ours,
        baseline: stock,
        notes: [
          `the record: ${size.utterances} utterances in ${filled.entries} entries of ${megabytes(filled.bytes)} together (begun, all words at once, said)`,
          `the same words in stock: a document of ${megabytes(documentBytes)}`,
          ...(failures === 0
            ? []
            : [
                `stock: not painted within ${STOCK_PATIENCE_MS / 1000} s in ${failures} of ${failures + stock.length} runs`,
              ]),
        ],
      }),
    );
  }
  return rows;
}

/** Fills the host's vault while no page has the meeting open, then opens it again. */
async function haveSaid(
  host: Page,
  url: string,
  filling: string,
  texts: readonly string[],
  before: Filled,
): Promise<Filled> {
  await host.goto(`${url}#/`);
  await host.reload();
  await host.evaluate(filling);
  const now = await host.evaluate(([said, last]) => window.fillVault(said, last), [texts, before.last] as const);
  await host.goto(`${url}#/meeting/${now.meeting}`);
  await host.locator(COMPOSER).waitFor({ timeout: OUR_PATIENCE_MS });
  return { ...now, entries: before.entries + now.entries, bytes: before.bytes + now.bytes };
}

async function appendToStock(host: Page, texts: readonly string[]): Promise<void> {
  const atOnce = 500;
  for (let from = 0; from < texts.length; from += atOnce) {
    await host.evaluate((some) => window.stock.append(some), texts.slice(from, from + atOnce));
  }
}

async function comeLateToUs(bench: Bench, earlier: string, link: string, texts: readonly string[]): Promise<number> {
  const laptop = await bench.openLaptop(await bench.createProfile(earlier));
  try {
    const opened = nowMs();
    await laptop.page.goto(link, { waitUntil: "commit" });
    const painted = await within(
      OUR_PATIENCE_MS,
      laptop.page.evaluate(([where, last]) => window.probe.whenPainted(where, last, true), [
        UTTERANCE_WORDS,
        texts,
      ] as const),
    );
    if (painted === null) throw new Error("the record did not reach a newcomer");
    return painted - opened;
  } finally {
    await laptop.close();
  }
}

/** Null when the last paragraph did not come in time. */
async function comeLateToStock(bench: Bench, address: string, texts: readonly string[]): Promise<number | null> {
  const laptop = await bench.openLaptop();
  try {
    const opened = nowMs();
    await laptop.page.goto(address, { waitUntil: "commit" });
    const painted = await within(
      STOCK_PATIENCE_MS,
      // Stock does not follow the end of its document, so its last paragraph counts wherever on the page it is.
      laptop.page.evaluate(([where, last]) => window.probe.whenPainted(where, last, false), [
        STOCK_LAST_PARAGRAPH,
        texts,
      ] as const),
    );
    return painted === null ? null : painted - opened;
  } finally {
    await laptop.close();
  }
}

async function within<Value>(ms: number, promise: Promise<Value>): Promise<Value | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  // When it is late its page is closed, which makes it reject with nobody listening.
  promise.catch(() => undefined);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}
