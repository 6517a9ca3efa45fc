import { quantile } from "../../bench/statistics.ts";
import { gather } from "../at-the-door.ts";
import { openHouse } from "../house.ts";
import { whenAllReach } from "../observed-channels.ts";
import * as people from "../people.ts";
import { latencies } from "../reckoning.ts";
import { rowOf, type Row } from "../row.ts";
import { runAlone } from "../run-alone.ts";
import { lostOrDoubled, prepareLines, seenOn, startWriting } from "../writing.ts";

const LAPTOPS = 12;
const VOICES = 20;
const TYPING_MS = 30_000;
/** Twelve browsers share this machine: each types a word every few seconds, as people who listen to each other do. */
const EVERY_MS = 3000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** As many laptops and voices as any meeting has, all of which write. */
export async function measureTwelve(): Promise<readonly Row[]> {
  const house = await openHouse(LAPTOPS - 1);
  const { everyone, guests, host } = house;
  try {
    const { firstMs, lastMs } = await gather(house);
    const pages = everyone.map(({ page }) => page);
    const meshSeconds = Math.max(0, (await whenAllReach(pages, LAPTOPS - 1, firstMs)) - lastMs) / 1000;
    for (let voice = LAPTOPS; voice < VOICES; voice += 1) {
      const guest = guests[voice - LAPTOPS];
      if (guest === undefined) throw new Error("more voices than laptops to sit at");
      const arriving = { ...people.guest(voice), pin: "1928" };
      await guest.addVoice(arriving);
      await host.letIn(arriving.name);
      await guest.page.getByRole("button", { name: `Speaking as ${arriving.name}` }).waitFor();
    }
    await prepareLines(everyone);
    const writing = startWriting(everyone, [], EVERY_MS);
    await pause(TYPING_MS);
    await writing.stop();
    const broken = await lostOrDoubled(everyone, writing.typed());
    const took = latencies(await seenOn(everyone)).map((ms) => ms / 1000);
    const words = writing.typed().reduce((sum, typed) => sum + typed, 0);
    return [
      rowOf({
        ...{
          name: "12 laptops, 20 voices: p95 of a word",
          unit: "s",
          budget: null,
          runs: [quantile(took, 0.95)],
          broken,
        },
        notes: [
          `${words} words on 12 screens; p50 ${quantile(took, 0.5).toFixed(2)} s. All reached all ${meshSeconds.toFixed(1)} s after the last was let in.`,
        ],
      }),
    ];
  } finally {
    await house.close();
  }
}

if (import.meta.main) await runAlone(measureTwelve);
