import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Laptop } from "../chromium.ts";
import { arriveApart, arrivedTwice, connection, say, untilRelayed, words } from "./kept-apart.ts";
import { openMeetingPlace, type MeetingPlace } from "./meeting-place.ts";
import { holdRelay, type RelayInHand } from "./relay-in-hand.ts";

let place: MeetingPlace;
let relay: RelayInHand;
let laptops: readonly Laptop[];
let errors: string[];

const SAMIRA = 5;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

beforeEach(async () => {
  place = await openMeetingPlace();
  relay = holdRelay(place.server);
  errors = [];
});

afterEach(async () => {
  relay.close();
  await place.close();
});

async function threeApart(): Promise<readonly [Laptop, Laptop, Laptop]> {
  const three = [await arriveApart(place), await arriveApart(place), await arriveApart(place)] as const;
  laptops = three;
  for (const laptop of three) laptop.page.on("pageerror", (error) => errors.push(String(error.stack)));
  await untilRelayed(...three);
  return three;
}

/** Frames that carry something of a link: address, kind, name of the link, and at least one sealed byte. */
const isOfALink = (frame: Buffer) => frame.length > 16 + 1 + 8 + 16 && frame[16] === 1;

function flipped(frame: Buffer): Buffer {
  const changed = Buffer.from(frame);
  changed.writeUInt8(changed.readUInt8(changed.length - 20) ^ 1, changed.length - 20);
  return changed;
}

describe("A relay that does not do what it should", () => {
  it("can end a link, and nothing else, by replaying, changing, losing, holding back or misleading frames", async () => {
    const [samira, ellen, karim] = await threeApart();
    let held: Buffer | null = null;
    let elsewhere: Buffer | null = null;
    const courses: Readonly<Record<string, (frame: Buffer) => readonly Buffer[]>> = {
      replays: (frame) => [frame, frame],
      changes: (frame) => [flipped(frame)],
      loses: (frame) => (frame.length % 2 === 0 ? [] : [frame]),
      reorders(frame) {
        const earlier = held;
        held = earlier === null ? frame : null;
        return earlier === null ? [] : [frame, earlier];
      },
      misleads(frame) {
        // To where the one before was meant for.
        const to = elsewhere ?? frame.subarray(0, 16);
        elsewhere = Buffer.from(frame.subarray(0, 16));
        return [Buffer.concat([to, frame.subarray(16)])];
      },
    };
    const said: string[] = [];
    for (const [name, course] of Object.entries(courses)) {
      let meddledWith = 0;
      relay.meddle((frame) => {
        if (!isOfALink(frame)) return [frame];
        meddledWith += 1;
        return course(frame);
      });
      for (const time of ["first", "second"]) {
        await say(samira, SAMIRA, said.length, `${name} ${time}`);
        said.push(`${name} ${time}`);
        await pause(500);
      }
      relay.meddle(null);
      expect(meddledWith).toBeGreaterThan(2);
      for (const laptop of [ellen, karim]) await expect.poll(() => words(laptop)).toHaveLength(said.length);
    }
    for (const laptop of [ellen, karim]) {
      expect([...(await words(laptop))].sort()).toEqual([...said].sort());
      expect(await arrivedTwice(laptop)).toBe(0);
    }
    await untilRelayed(...laptops);
    expect(errors).toEqual([]);
  });

  it("can play a whole meeting again, and nobody hears it", async () => {
    const [samira, ellen] = await threeApart();
    await say(samira, SAMIRA, 0, "I want to sleep.");
    await expect.poll(() => words(ellen)).toEqual(["I want to sleep."]);
    const frames = relay.seen.filter((frame) => frame.length > 32);
    let isReplaying = true;
    relay.meddle((frame) => {
      const played = isReplaying ? frames : [];
      isReplaying = false;
      return [...played, frame];
    });
    await say(samira, SAMIRA, 1, "And that they sleep.");
    await expect.poll(() => words(ellen)).toEqual(["I want to sleep.", "And that they sleep."]);
    await untilRelayed(...laptops);
    expect(await arrivedTwice(ellen)).toBe(0);
    expect(errors).toEqual([]);
  });

  it("is left alone when it shouts or cuts, and used again when it behaves", async () => {
    const [samira, ellen] = await threeApart();
    const noise = Buffer.from(Array.from({ length: 200 }, (_, index) => (index * 37) % 256));
    for (const [index, junk] of ["hello", Buffer.alloc(0), Buffer.from([1, 2, 3]), noise].entries()) {
      for (let time = 0; time < 20; time += 1) relay.shout(junk);
      await say(samira, SAMIRA, index, `word ${index}`);
      await expect.poll(() => words(ellen)).toContain(`word ${index}`);
    }
    relay.cut();
    await expect.poll(() => relay.connected()).toBe(3);
    await untilRelayed(...laptops);
    await say(samira, SAMIRA, 4, "word 4");
    await expect.poll(() => words(ellen)).toContain("word 4");
    expect(errors).toEqual([]);
  });

  it("takes nothing from laptops that meet directly", async () => {
    relay.meddle(() => []);
    const [samira, ellen] = [await place.arrive(), await place.arrive()];
    for (const laptop of [samira, ellen]) await expect.poll(() => connection(laptop)).toMatchObject({ direct: 1 });
    relay.shout("junk");
    await say(samira, SAMIRA, 0, "I want to sleep.");
    await expect.poll(() => words(ellen)).toEqual(["I want to sleep."]);
    expect(await connection(samira)).toMatchObject({ direct: 1, relayed: 0, seen: 0 });
  });
});
