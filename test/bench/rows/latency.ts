import type { Bench } from "../bench.ts";
import { clocksInWords, compareClocks } from "../clocks.ts";
import { comeForward, expectPainted, watchReaders, type Gathering } from "../gathering.ts";
import { beginMeeting, gatherAroundSummary, gatherAroundUtterances, joinMeeting } from "../our-program.ts";
import { rowOf, type Row } from "../row.ts";
import { quantile } from "../statistics.ts";
import { gatherAroundStock, openStock, stockAddress } from "../stock-program.ts";
import { PACE_MS, typeLetters } from "../typing.ts";
import { lettersToType } from "../words.ts";

const FULL = { rounds: 20, keysPerRound: 25, warmUps: 2 };
const QUICK = { rounds: 2, keysPerRound: 15, warmUps: 1 };

/**
 * From a key pressed on one laptop to its letter painted on another. Two Chromium processes, each with a tab for the
 * program and one for stock; they take turns, round by round. In the program every key is signed and saved on disk
 * before it is sent, as always. Measured where one utters something, and where all write the summary.
 */
export async function measureLatency(bench: Bench): Promise<readonly Row[]> {
  const { rounds, keysPerRound, warmUps } = bench.quick ? QUICK : FULL;
  const [a, b] = [await bench.openLaptop(), await bench.openLaptop()];
  const meeting = await beginMeeting(a.page, bench.ours.url);
  await joinMeeting(meeting, b.page);
  const stockPages = [await a.context.newPage(), await b.context.newPage()];
  for (const page of stockPages) await openStock(page, stockAddress(bench, "latency"));
  const gatherings = [
    await gatherAroundUtterances(meeting),
    await gatherAroundStock(stockPages),
    await gatherAroundSummary(meeting),
  ] as const;
  const clocks = await compareClocks([a.page, b.page, ...stockPages]);

  const rest: [number[][], number[][], number[][]] = [[], [], []];
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const [index, gathering] of gatherings.entries()) {
      const delays = await typeRound(gathering, lettersToType(round * keysPerRound, keysPerRound));
      if (round >= 0) rest[index]?.push(delays);
    }
  }
  const [utterances, stock, summary] = rest;
  const reckon = (name: string, share: number, atMost: number, ours: readonly number[][]): Row =>
    rowOf({
      name,
      unit: "ms",
      budget: { of: "ratio", atMost },
      quick: bench.quick,
      each: `each run is a round of ${keysPerRound} keys; the row's number is that of all ${rounds * keysPerRound} keys; ${warmUps} rounds before were not counted`,
      ours: ours.map((round) => quantile(round, share)),
      baseline: stock.map((round) => quantile(round, share)),
      overall: { ours: quantile(ours.flat(), share), baseline: quantile(stock.flat(), share) },
      notes: [`one key every ${PACE_MS} ms`, clocksInWords(clocks)],
    });
  return [
    reckon("latency-p50", 0.5, 1.25, utterances),
    reckon("latency-p95", 0.95, 1.5, utterances),
    reckon("latency-summary-p50", 0.5, 1.25, summary),
    reckon("latency-summary-p95", 0.95, 1.5, summary),
  ];
}

/** How long each of these letters took from the key to the other laptop's screen. */
async function typeRound(gathering: Gathering, letters: string): Promise<number[]> {
  const [writer, reader] = gathering.pages;
  if (writer === undefined || reader === undefined) throw new Error("it takes two");
  await comeForward(gathering);
  await gathering.focus();
  await watchReaders(gathering);
  await typeLetters(writer, letters);
  await expectPainted(gathering, letters);
  const pressed = await writer.evaluate(() => window.probe.keys);
  const painted = await reader.evaluate(() => window.probe.painted);
  await gathering.finish();
  if (pressed.length !== letters.length)
    throw new Error("a key was pressed that was not heard, or the other way round");
  return pressed.map((at, index) => (painted[index] ?? Number.NaN) - at);
}
