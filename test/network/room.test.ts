/**
 * The part of the network's rows that fits into every run: laptops in network namespaces, without a route, without multicast,
 * with nothing granted; https with a warning that is clicked through; the door with its pictures.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openHouse, type House } from "./house.ts";
import { whyNoNetwork } from "./row.ts";
import { watchDoor } from "./rows/link-holder.ts";
import { meet } from "./rows/mesh.ts";
import { dropUdp } from "./rows/udp.ts";

/** A machine that runs everything else at the same time may take so much longer than a quiet one. */
const BUSY = 4;

describe.skipIf(whyNoNetwork() !== null)("Laptops that have nothing but each other", () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse(3);
  });
  afterAll(() => house.close());

  it("reach each other directly once they are let in, after comparing the same pictures", async () => {
    const { seconds } = await meet(house);
    expect(seconds).toBeLessThan(3 * BUSY);
  });

  it("go on by the relay where UDP is dropped, and directly where it is not, with nothing lost or doubled", async () => {
    const [relayed, direct] = await dropUdp(house, 1);
    // What was lost or doubled would stand before the one note there is.
    expect(relayed?.notes).toHaveLength(1);
    expect(relayed?.figure).toBeLessThan(8 * BUSY);
    expect(direct?.figure).toBeLessThan(5 * BUSY);
  });

  it("give whoever holds the link and was not let in nothing that opens, no name and no word", async () => {
    const row = await watchDoor(house);
    expect(row.holds, row.notes.join("\n")).toBe(true);
  });
});
