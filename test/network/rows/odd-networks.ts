import { openHouse } from "../house.ts";
import type { NetworkWish } from "../network.ts";
import { rowOf, type Row } from "../row.ts";
import { runAlone } from "../run-alone.ts";
import { meet } from "./mesh.ts";

/** Nobody gives addresses: laptops have those of 169.254.0.0/16 that they give themselves, and nothing else. */
export const measureLinkLocal = (runs: number): Promise<readonly Row[]> =>
  measureMeetings("only 169.254 addresses", { isLinkLocal: true, isMulticastFiltered: true }, runs);

/** Each laptop has a VPN as well, which holds the default route and lets nothing through. */
export const measureVpn = (runs: number): Promise<readonly Row[]> =>
  measureMeetings("behind a VPN's default route", { hasVpn: true, isMulticastFiltered: true }, runs);

async function measureMeetings(where: string, wish: NetworkWish, runs: number): Promise<readonly Row[]> {
  const house = await openHouse(3, wish);
  try {
    const seconds: number[] = [];
    for (let run = 0; run < runs; run += 1) seconds.push((await meet(house)).seconds);
    const name = `${where}: mesh of 3 browser guests and their host`;
    const notes = ["From letting in the last until each laptop has a data channel to each other."];
    return [rowOf({ name, unit: "s", budget: 3, runs: seconds, notes })];
  } finally {
    await house.close();
  }
}

if (import.meta.main) await runAlone(async (runs) => [...(await measureLinkLocal(runs)), ...(await measureVpn(runs))]);
