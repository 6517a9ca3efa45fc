import { gather } from "../at-the-door.ts";
import { openHouse, type House } from "../house.ts";
import { whenAllReach } from "../observed-channels.ts";
import { rowOf, type Row } from "../row.ts";
import { runAlone } from "../run-alone.ts";

const BUDGET_SECONDS = new Map([
  [3, 3],
  [6, 8],
]);

/** One meeting after the other in one house: seconds from letting in the last until each laptop has a channel to each other. */
export async function meet(house: House): Promise<{ readonly seconds: number; readonly fromFirst: number }> {
  const { firstMs, lastMs } = await gather(house);
  const pages = house.everyone.map(({ page }) => page);
  const reachedMs = await whenAllReach(pages, house.guests.length, firstMs);
  return { seconds: Math.max(0, reachedMs - lastMs) / 1000, fromFirst: (reachedMs - firstMs) / 1000 };
}

/** Browser guests of one host, until all reach all directly. */
export async function measureMesh(guests: number, runs: number): Promise<readonly Row[]> {
  const house = await openHouse(guests);
  try {
    const met = [];
    for (let run = 0; run < runs; run += 1) met.push(await meet(house));
    const longest = Math.max(...met.map(({ fromFirst }) => fromFirst));
    return [
      rowOf({
        name: `mesh of ${guests} browser guests and their host`,
        unit: "s",
        budget: BUDGET_SECONDS.get(guests) ?? null,
        runs: met.map(({ seconds }) => seconds),
        notes: [
          "From letting in the last until each laptop has a data channel to each other.",
          `From letting in the first: at most ${longest.toFixed(1)} s, one hand letting in one after the other.`,
        ],
      }),
    ];
  } finally {
    await house.close();
  }
}

if (import.meta.main)
  await runAlone(async (runs) => [...(await measureMesh(3, runs)), ...(await measureMesh(6, runs))]);
