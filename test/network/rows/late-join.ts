import { bundleFilling } from "../../bench/build-pages.ts";
import { wordsOf } from "../../bench/words.ts";
import { letIn } from "../../demo/comparing-pictures.ts";
import type { Hands } from "../../demo/hands.ts";
import { beginMeeting } from "../at-the-door.ts";
import { openHouse, type House } from "../house.ts";
import * as people from "../people.ts";
import { rowOf, type Row } from "../row.ts";
import { runAlone } from "../run-alone.ts";

const MEGABYTES = 5;
/** Utterances of this length are about a kilobyte each, in three entries. */
const UTTERANCES = 5000;
/** One for each voice that speaks: when these are there, every feed is there up to its end. */
const LAST_ONES = 5;
const PATIENCE_MS = 120_000;

/** Somebody comes when some megabytes have been said: by a data channel, and by the relay where UDP is dropped. */
export async function measureLateJoin(runs: number): Promise<readonly Row[]> {
  const house = await openHouse(2 * runs);
  try {
    const link = await beginMeeting(house);
    const bytes = await fill(house);
    const direct: number[] = [];
    const relayed: number[] = [];
    for (const [place, guest] of house.guests.entries()) {
      const isRelayed = place % 2 === 1;
      if (isRelayed) house.network.stopUdp(place + 2, true);
      (isRelayed ? relayed : direct).push(await comeLate(house, guest, link, place));
      // Whoever has come would answer the next one as well.
      await guest.laptop.close();
    }
    const notes = [
      `From letting them in to the last words of each voice on the screen, all proved and kept; ${UTTERANCES} utterances, ${(bytes / 1e6).toFixed(1)} MB.`,
    ];
    return [
      rowOf({ name: `${MEGABYTES} MB late join, direct`, unit: "s", budget: 2, runs: direct, notes }),
      rowOf({ name: `${MEGABYTES} MB late join, by the relay`, unit: "s", budget: 5, runs: relayed, notes }),
    ];
  } finally {
    await house.close();
  }
}

async function comeLate({ host }: House, guest: Hands, link: string, place: number): Promise<number> {
  const arriving = people.guest(place);
  await guest.knock(link, arriving);
  const letInMs = await letIn(host, guest, arriving);
  const last = Array.from({ length: LAST_ONES }, (_, index) => wordsOf(UTTERANCES - 1 - index));
  await Promise.all(last.map((words) => guest.utterance(words).waitFor({ timeout: PATIENCE_MS })));
  return (Date.now() - letInMs) / 1000;
}

/** Has several voices at the host's laptop say a great deal, while no page has the meeting open. Resolves to how many bytes that is. */
async function fill({ host, ownUrl }: House): Promise<number> {
  const { page } = host;
  await page.goto(`${ownUrl}#/`);
  await page.reload();
  await page.evaluate(await bundleFilling());
  const texts = Array.from({ length: UTTERANCES }, (_, number) => wordsOf(number));
  const filled = await page.evaluate((said) => window.fillVault(said, null), texts);
  await page.goto(`${ownUrl}#/meeting/${filled.meeting}`);
  await host.summary.waitFor({ timeout: PATIENCE_MS });
  return filled.bytes;
}

if (import.meta.main) await runAlone(measureLateJoin);
