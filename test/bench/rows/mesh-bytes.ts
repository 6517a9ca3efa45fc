import type { Page } from "playwright-core";
import type { Laptop } from "../../e2e/chromium.ts";
import type { Bench } from "../bench.ts";
import { comeForward, expectPainted, pause, watchReaders, type Gathering } from "../gathering.ts";
import { bytesSent } from "../mesh.ts";
import { beginMeeting, gatherAroundUtterances, joinMeeting } from "../our-program.ts";
import { rowOf, type Budget, type Row } from "../row.ts";
import { gatherAroundStock, openStock, stockAddress } from "../stock-program.ts";
import { PACE_MS, typeLetters } from "../typing.ts";
import { lettersToType } from "../words.ts";

interface Size {
  readonly voices: number;
  readonly rounds: number;
  readonly budget: Budget | null;
}

const FULL: readonly Size[] = [
  { voices: 3, rounds: 4, budget: null },
  { voices: 6, rounds: 4, budget: null },
  // The size that the budget is stated for.
  { voices: 12, rounds: 3, budget: { of: "ratio", atMost: 0.25 } },
];
const QUICK: readonly Size[] = [{ voices: 3, rounds: 1, budget: null }];

const KEYS_PER_ROUND = 40;
const WARM_UP_KEYS = 5;
/** For what a key sets off to have been sent everywhere, also what follows on the words. */
const SETTLE_MS = 500;
/** One round of y-protocols' renewal of awareness states, the slowest thing that happens by itself. */
const IDLE_MS = 15_000;

/**
 * The bytes that all laptops of a meeting together hand to their data channels for each key that one voice presses.
 * One Chromium process for each voice, with a tab for the program and one for stock. What goes to and fro all the time, as
 * it was counted while nobody typed, is taken off.
 */
export async function measureMeshBytes(bench: Bench): Promise<readonly Row[]> {
  const host = await bench.openLaptop();
  const meeting = await beginMeeting(host.page, bench.ours.url);
  const stockPages: Page[] = [];
  await joinStock(bench, host, stockPages);
  const rows: Row[] = [];
  for (const { voices, rounds, budget } of bench.quick ? QUICK : FULL) {
    while (meeting.pages.length < voices) {
      const laptop = await bench.openLaptop();
      await host.page.bringToFront();
      await joinMeeting(meeting, laptop.page);
      await joinStock(bench, laptop, stockPages);
    }
    const [ours, stock] = [await gatherAroundUtterances(meeting), await gatherAroundStock(stockPages)];
    const [idleOurs, idleStock] = await Promise.all([idleBytesPerSecond(ours), idleBytesPerSecond(stock)]);
    const perKey: { ours: number[]; stock: number[] } = { ours: [], stock: [] };
    for (let round = 0; round < rounds; round += 1) {
      const letters = lettersToType(round * KEYS_PER_ROUND, KEYS_PER_ROUND);
      perKey.ours.push(await bytesPerKey(ours, letters, idleOurs));
      perKey.stock.push(await bytesPerKey(stock, letters, idleStock));
    }
    rows.push(
      rowOf({
        name: `mesh-bytes-${voices}`,
        unit: "bytes/key",
        budget,
        quick: bench.quick,
        each: `each run is ${KEYS_PER_ROUND} keys, one every ${PACE_MS} ms, on one of ${voices} laptops; ${WARM_UP_KEYS} keys before each were not counted`,
        ours: perKey.ours,
        baseline: perKey.stock,
        notes: [
          `taken off, as all together send it while nobody types: ours ${Math.round(idleOurs)} bytes/s, stock ${Math.round(idleStock)} bytes/s`,
        ],
      }),
    );
  }
  return rows;
}

async function joinStock(bench: Bench, laptop: Laptop, pages: Page[]): Promise<void> {
  const page = await laptop.context.newPage();
  await openStock(page, stockAddress(bench, "mesh-bytes"));
  pages.push(page);
}

async function bytesPerKey(gathering: Gathering, letters: string, idle: number): Promise<number> {
  const [writer] = gathering.pages;
  if (writer === undefined) throw new Error("somebody has to type");
  await comeForward(gathering);
  await gathering.focus();
  await watchReaders(gathering);
  const first = lettersToType(0, WARM_UP_KEYS);
  await typeLetters(writer, first);
  await expectPainted(gathering, first);
  await pause(SETTLE_MS);
  const sent = await bytesWhile(gathering, async () => {
    await typeLetters(writer, letters);
    await expectPainted(gathering, first + letters);
    await pause(SETTLE_MS);
  });
  await gathering.finish();
  return (sent.bytes - idle * sent.seconds) / letters.length;
}

async function idleBytesPerSecond(gathering: Gathering): Promise<number> {
  const { bytes, seconds } = await bytesWhile(gathering, () => pause(IDLE_MS));
  return bytes / seconds;
}

async function bytesWhile({ pages }: Gathering, act: () => Promise<void>): Promise<{ bytes: number; seconds: number }> {
  const begun = performance.now();
  const before = await bytesSent(pages);
  await act();
  const after = await bytesSent(pages);
  return { bytes: after - before, seconds: (performance.now() - begun) / 1000 };
}
