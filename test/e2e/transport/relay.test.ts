import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createRelay } from "../../../electron/relay/create-relay.ts";
import {
  arrived,
  arrivedTwice,
  arriveApart,
  connection,
  letMeet,
  presences,
  say,
  untilRelayed,
  words,
} from "./kept-apart.ts";
import { openMeetingPlace, type MeetingPlace } from "./meeting-place.ts";
import { holdRelay, type RelayInHand } from "./relay-in-hand.ts";

let place: MeetingPlace;
let relay: RelayInHand;

beforeEach(async () => {
  place = await openMeetingPlace();
  relay = holdRelay(place.server);
});

afterEach(async () => {
  relay.close();
  await place.close();
});

const SAMIRA = 2 ** 53 - 1;
const ELLEN = 7;

describe("Laptops between which no data channel opens", () => {
  it("carry words and presences by the relay, which reads nothing of them", async () => {
    const [samira, ellen, karim] = [await arriveApart(place), await arriveApart(place), await arriveApart(place)];
    await untilRelayed(samira, ellen, karim);
    await samira.page.evaluate(() => window.laptop.showPresence("Samira is here"));
    for (const laptop of [ellen, karim]) await expect.poll(() => presences(laptop)).toEqual(["Samira is here"]);
    await say(samira, SAMIRA, 0, "I want to sleep.");
    await say(ellen, ELLEN, 0, "Since when?");
    await expect.poll(() => words(samira)).toEqual(["Since when?"]);
    await expect.poll(() => words(ellen)).toEqual(["I want to sleep."]);
    await expect.poll(() => words(karim)).toHaveLength(2);
    expect(Buffer.concat(relay.seen).includes("sleep")).toBe(false);
    await karim.page.evaluate(() => window.laptop.close());
    for (const laptop of [samira, ellen]) await expect.poll(() => connection(laptop)).toMatchObject({ peers: 1 });
  });

  it("give a late joiner a record of 5 MB, by the program's own relay", async () => {
    relay.close();
    const own = createRelay();
    own.attach(place.server);
    const samira = await arriveApart(place);
    await samira.page.evaluate((feed) => window.laptop.put(feed, 0, 20_000, 250), SAMIRA);
    const ellen = await arriveApart(place, false);
    await place.enter(ellen);
    await untilRelayed(samira, ellen);
    const connectedAt = performance.now();
    await expect.poll(() => arrived(ellen), { interval: 50 }).toBe(20_000);
    expect(performance.now() - connectedAt).toBeLessThan(5000);
    expect(await arrivedTwice(ellen)).toBe(0);
    expect(own.figures().bytes).toBeGreaterThan(5_000_000);
    await own.close();
  });

  it("meet directly as soon as they can, and leave the relay", async () => {
    const [samira, ellen] = [await arriveApart(place), await arriveApart(place)];
    await untilRelayed(samira, ellen);
    await say(samira, SAMIRA, 0, "I want to sleep.");
    await expect.poll(() => words(ellen)).toEqual(["I want to sleep."]);
    for (const laptop of [samira, ellen]) await letMeet(laptop);
    for (const laptop of [samira, ellen]) {
      await expect.poll(() => connection(laptop)).toMatchObject({ direct: 1, relayed: 0, peers: 1 });
    }
    await say(samira, SAMIRA, 1, "And that they sleep.");
    await expect.poll(() => words(ellen)).toEqual(["I want to sleep.", "And that they sleep."]);
    const sentBefore = relay.seen.filter((frame) => frame.length > 60).length;
    await say(samira, SAMIRA, 2, "x".repeat(100));
    await expect.poll(() => arrived(ellen)).toBe(3);
    expect(relay.seen.filter((frame) => frame.length > 60).length - sentBefore).toBeLessThanOrEqual(1);
    expect(await arrivedTwice(ellen)).toBe(0);
  });

  it("know that they are kept apart where there is no relay either, and not of one who has left", async () => {
    relay.close();
    const [samira, ellen] = [await arriveApart(place), await arriveApart(place)];
    await expect.poll(() => connection(samira)).toMatchObject({ peers: 0, seen: 1 });
    await ellen.page.evaluate(() => window.laptop.close());
    await expect.poll(() => connection(samira)).toMatchObject({ peers: 0, seen: 0 });
  });
});
