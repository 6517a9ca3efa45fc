import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createRelay, type Relay } from "../../../electron/relay/create-relay.ts";
import type { Laptop } from "../chromium.ts";
import { arrived, arrivedTwice, connection } from "./kept-apart.ts";
import { openMeetingPlace, type MeetingPlace } from "./meeting-place.ts";
import { canStopUdp, openNetwork, type Network } from "../../network/network.ts";

let network: Network;
let place: MeetingPlace;
let relay: Relay;
let laptops: readonly Laptop[];

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Each laptop puts one entry after the other until it is told to stop. */
async function writeOn(): Promise<() => Promise<number>> {
  for (const [index, laptop] of laptops.entries()) {
    await laptop.page.evaluate((feed) => {
      let seq = 0;
      const writing = setInterval(() => {
        window.laptop.put(feed, seq, 1, 200);
        seq += 1;
      }, 50);
      Object.assign(window, {
        stopWriting: () => {
          clearInterval(writing);
          return seq;
        },
      });
    }, index + 1);
  }
  return async () => {
    const counts = await Promise.all(laptops.map((laptop) => laptop.page.evaluate<number>("window.stopWriting()")));
    return counts.reduce((sum, count) => sum + count, 0);
  };
}

async function secondsUntil(state: object): Promise<number> {
  const begun = performance.now();
  for (const laptop of laptops) await expect.poll(() => connection(laptop), { interval: 50 }).toMatchObject(state);
  return (performance.now() - begun) / 1000;
}

/** Linux, root and nftables are needed to stop packets of one kind; elsewhere there is nothing to test with. */
describe.skipIf(!canStopUdp())("A network that ceases to let UDP through while all write", () => {
  beforeEach(async () => {
    network = openNetwork(3);
    place = await openMeetingPlace(network.address);
    relay = createRelay();
    relay.attach(place.server);
    // The page needs Web Crypto, which Chromium offers to secure origins only; a name for this address would be one.
    const args = [`--unsafely-treat-insecure-origin-as-secure=http://${network.address}:${place.port}`];
    const arrive = (laptop: number) => place.arrive({ executable: network.chromiumOn(laptop), args });
    laptops = [await arrive(1), await arrive(2), await arrive(3)];
    await secondsUntil({ direct: 2 });
  });

  afterEach(async () => {
    await relay.close();
    await place.close();
    network.close();
  });

  it("is gone around by the relay within 8 seconds, and used again within 5, and nothing is lost or doubled", async () => {
    const stop = await writeOn();
    for (const laptop of [1, 2, 3]) network.stopUdp(laptop, true);
    const relayedSeconds = await secondsUntil({ direct: 0, relayed: 2, peers: 2 });
    await pause(3000);
    for (const laptop of [1, 2, 3]) network.stopUdp(laptop, false);
    const directSeconds = await secondsUntil({ direct: 2, relayed: 0, peers: 2 });
    const written = await stop();
    for (const [index, laptop] of laptops.entries()) {
      const own = await laptop.page.evaluate<number>("window.stopWriting()");
      await expect.poll(() => arrived(laptop), { message: `laptop ${index + 1}` }).toBe(written - own);
      expect(await arrivedTwice(laptop)).toBe(0);
    }
    expect(relayedSeconds).toBeLessThan(8);
    expect(directSeconds).toBeLessThan(5);
  });
});
