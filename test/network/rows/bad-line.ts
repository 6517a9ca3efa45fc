import { quantile } from "../../bench/statistics.ts";
import { gather } from "../at-the-door.ts";
import { openHouse } from "../house.ts";
import { canDelay } from "../network.ts";
import { whenAllReach } from "../observed-channels.ts";
import { latencies } from "../reckoning.ts";
import { rowOf, skippedRow, type Row } from "../row.ts";
import { runAlone } from "../run-alone.ts";
import { lostOrDoubled, prepareLines, seenOn, startWriting } from "../writing.ts";

const LOSS_PERCENT = 2;
const DELAY_MS = 200;
const TYPING_MS = 120_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Two minutes of typing over a bad line: packets are lost, and where this system can do that, late. */
export async function measureBadLine(): Promise<readonly Row[]> {
  const lossy = await typeOver("2 % loss, two minutes of typing: p95", (network) => network.lose(LOSS_PERCENT));
  const name = "2 % loss and 200 ms delay, two minutes of typing: p95";
  if (!canDelay()) return [lossy, skippedRow(name, "this kernel has no netem")];
  return [lossy, await typeOver(name, (network) => network.delay(DELAY_MS, LOSS_PERCENT))];
}

type Disturb = (network: Awaited<ReturnType<typeof openHouse>>["network"]) => void;

async function typeOver(name: string, disturb: Disturb): Promise<Row> {
  const house = await openHouse(2);
  const { everyone } = house;
  try {
    const { firstMs } = await gather(house);
    await whenAllReach(
      everyone.map(({ page }) => page),
      2,
      firstMs,
    );
    await prepareLines(everyone);
    disturb(house.network);
    const writing = startWriting(everyone);
    await pause(TYPING_MS);
    await writing.stop();
    const broken = await lostOrDoubled(everyone, writing.typed());
    const took = latencies(await seenOn(everyone)).map((ms) => ms / 1000);
    const words = writing.typed().reduce((sum, typed) => sum + typed, 0);
    return rowOf({
      ...{ name, unit: "s", budget: null, runs: [quantile(took, 0.95)], broken },
      notes: [
        `${everyone.length} laptops, ${words} words; p50 ${quantile(took, 0.5).toFixed(2)} s, the longest ${Math.max(...took).toFixed(2)} s.`,
      ],
    });
  } finally {
    await house.close();
  }
}

if (import.meta.main) await runAlone(measureBadLine);
