import { gather } from "../at-the-door.ts";
import { openHouse, type House } from "../house.ts";
import { whenAllReach } from "../observed-channels.ts";
import { caughtUpAfter } from "../reckoning.ts";
import { rowOf, type Row } from "../row.ts";
import { runAlone } from "../run-alone.ts";
import { lostOrDoubled, prepareLines, seenOn, startWriting } from "../writing.ts";

const BUDGET_SECONDS = 2;
/** A short word a second from each, about as people type. At four times that, four laptops keep two processors busy by themselves. */
const EVERY_MS = 1000;
/** Of the laptops of the house, the second guest's. */
const CUT = 3;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What is cut: one laptop, of which nobody is told, or every link there is. */
const CUTS: readonly (readonly [string, (house: House, isCut: boolean) => void])[] = [
  ["one laptop", ({ network }, isCut) => (isCut ? network.cut(CUT) : network.mend(CUT))],
  ["the whole bridge", ({ network }, isCut) => network.halt(isCut)],
];

/** Links are cut for so many seconds while all write. */
export async function measureCuts(runs: number, seconds: readonly number[] = [10, 30]): Promise<readonly Row[]> {
  const house = await openHouse(3);
  const { everyone, guests } = house;
  try {
    const { firstMs } = await gather(house);
    await whenAllReach(
      everyone.map(({ page }) => page),
      guests.length,
      firstMs,
    );
    await prepareLines(everyone);
    const rows: Row[] = [];
    let typed: readonly number[] = [];
    for (const [what, cut] of CUTS) {
      for (const long of seconds) {
        const caughtUp: number[] = [];
        const writing = startWriting(everyone, typed, EVERY_MS);
        for (let run = 0; run < runs; run += 1) {
          await pause(2000);
          cut(house, true);
          await pause(long * 1000);
          const backMs = Date.now();
          cut(house, false);
          await pause(10_000);
          caughtUp.push(caughtUpAfter(await seenOn(everyone), backMs));
        }
        await writing.stop();
        typed = writing.typed();
        const broken = await lostOrDoubled(everyone, typed);
        const name = `cut of ${long} s of ${what} while all write`;
        const notes = [
          "After the link is back, until every screen shows all that was typed before. 4 laptops, a short word a second each.",
        ];
        rows.push(rowOf({ name, unit: "s", budget: BUDGET_SECONDS, runs: caughtUp, broken, notes }));
      }
    }
    return rows;
  } finally {
    await house.close();
  }
}

if (import.meta.main) await runAlone(measureCuts);
