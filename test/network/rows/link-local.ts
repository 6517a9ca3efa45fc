import { openHouse } from "../house.ts";
import { rowOf, type Row } from "../row.ts";
import { runAlone } from "../run-alone.ts";
import { meet } from "./mesh.ts";

/** Nobody gives addresses: laptops have those of 169.254.0.0/16 that they give themselves, and nothing else. */
export async function measureLinkLocal(runs: number): Promise<readonly Row[]> {
  const house = await openHouse(3, { isLinkLocal: true, isMulticastFiltered: true });
  try {
    const seconds: number[] = [];
    for (let run = 0; run < runs; run += 1) seconds.push((await meet(house)).seconds);
    return [
      rowOf({
        ...{
          name: "only 169.254 addresses: mesh of 3 browser guests and their host",
          unit: "s",
          budget: 3,
          runs: seconds,
        },
        notes: ["From letting in the last until each laptop has a data channel to each other."],
      }),
    ];
  } finally {
    await house.close();
  }
}

if (import.meta.main) await runAlone(measureLinkLocal);
