import { gather } from "../at-the-door.ts";
import { openHouse, type House } from "../house.ts";
import { whenAllReach } from "../observed-channels.ts";
import { heardAgainAfter } from "../reckoning.ts";
import { rowOf, type Row } from "../row.ts";
import { runAlone } from "../run-alone.ts";
import { lostOrDoubled, prepareLines, seenOn, startWriting } from "../writing.ts";

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** UDP is dropped everywhere while all write, and let through again. */
export async function measureUdp(runs: number): Promise<readonly Row[]> {
  const house = await openHouse(2);
  try {
    const { firstMs } = await gather(house);
    await whenAllReach(
      house.everyone.map(({ page }) => page),
      house.guests.length,
      firstMs,
    );
    return await dropUdp(house, runs);
  } finally {
    await house.close();
  }
}

/** The same in a house where all are in one meeting and reach each other directly. */
export async function dropUdp({ everyone, network, guests }: House, runs: number): Promise<readonly Row[]> {
  const pages = everyone.map(({ page }) => page);
  await prepareLines(everyone);
  const writing = startWriting(everyone);
  const relayed: number[] = [];
  const direct: number[] = [];
  const broken: string[] = [];
  for (let run = 0; run < runs; run += 1) {
    await pause(2000);
    const stoppedMs = Date.now();
    for (const place of everyone.keys()) network.stopUdp(place + 1, true);
    await pause(12_000);
    const heard = await Promise.all(
      pages.map((page) => page.evaluate((ms) => window.observedChannels.heardSince(ms), stoppedMs + 1000)),
    );
    if (heard.some((channels) => channels > 0)) broken.push("a data channel brought something without UDP");
    relayed.push(heardAgainAfter(await seenOn(everyone), stoppedMs, [...everyone.keys()]));
    const freedMs = Date.now();
    for (const place of everyone.keys()) network.stopUdp(place + 1, false);
    direct.push((await whenAllHear(pages, guests.length, freedMs)) / 1000);
  }
  await pause(2000);
  await writing.stop();
  broken.push(...(await lostOrDoubled(everyone, writing.typed())));
  const words = writing.typed().reduce((sum, typed) => sum + typed, 0);
  return [
    rowOf({
      ...{ name: "UDP dropped while all write: by the relay", unit: "s", budget: 8, runs: relayed, broken },
      notes: [
        `${everyone.length} laptops, ${words} words, each on every screen once. Until each shows what each other types since.`,
      ],
    }),
    rowOf({
      ...{ name: "UDP back while all write: direct again", unit: "s", budget: 5, runs: direct },
      notes: ["Until each data channel brings something again."],
    }),
  ];
}

/** Milliseconds since `sinceMs` until each of these pages has heard by so many channels. */
async function whenAllHear(pages: Parameters<typeof whenAllReach>[0], count: number, sinceMs: number): Promise<number> {
  for (const page of pages) {
    await page.waitForFunction(
      ([wanted, since]) => window.observedChannels.heardSince(since) >= wanted,
      [count, sinceMs] as const,
      { polling: 50 },
    );
  }
  return Date.now() - sinceMs;
}

if (import.meta.main) await runAlone(measureUdp);
