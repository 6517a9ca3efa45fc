import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Laptop } from "../chromium.ts";
import { openMeetingPlace, type MeetingPlace } from "./meeting-place.ts";

let place: MeetingPlace;

beforeEach(async () => {
  place = await openMeetingPlace();
});

afterEach(async () => {
  await place.close();
});

/** Counts what leaves a laptop, except signs of life and questions, which are far shorter than an entry. */
const COUNT_LONG_FRAMES = `
  window.longFrames = 0;
  const send = RTCDataChannel.prototype.send;
  RTCDataChannel.prototype.send = function (frame) {
    if (frame.byteLength > 300) window.longFrames += 1;
    send.call(this, frame);
  };
`;

const arrived = (laptop: Laptop) => laptop.page.evaluate(() => window.laptop.arrived());
const words = (laptop: Laptop) => laptop.page.evaluate(() => window.laptop.arrivedWords());
const peers = (laptop: Laptop) => laptop.page.evaluate(() => window.laptop.connection().peers);

async function untilConnected(laptops: readonly Laptop[]): Promise<void> {
  for (const laptop of laptops) {
    await expect.poll(() => peers(laptop)).toBe(laptops.length - 1);
  }
}

async function arriveTogether(count: number): Promise<readonly Laptop[]> {
  const laptops: Laptop[] = [];
  for (let index = 0; index < count; index += 1) laptops.push(await place.arrive());
  await untilConnected(laptops);
  return laptops;
}

/** Entries are told apart by feeds: any number below 2^53. */
const SAMIRA = 2 ** 53 - 1;
const ELLEN = 7;

describe("Laptops in one room", () => {
  it("carry entries to each other, each once, over WebRTC data channels", async () => {
    const [samira, ellen] = await arriveTogether(2);
    if (samira === undefined || ellen === undefined) throw new Error("Two laptops were asked for.");
    await samira.page.evaluate((feed) => window.laptop.put(feed, 0, 3, 200), SAMIRA);
    await ellen.page.evaluate(
      (feed) => window.laptop.putWord(feed, 0, "What would you like to use this time for?"),
      ELLEN,
    );
    await expect.poll(() => words(ellen)).toEqual([`${SAMIRA}/0`, `${SAMIRA}/1`, `${SAMIRA}/2`]);
    await expect.poll(() => words(samira)).toEqual(["What would you like to use this time for?"]);
    expect(await ellen.page.evaluate(() => window.laptop.arrivedTwice())).toBe(0);
    expect(await ellen.page.evaluate(() => window.laptop.connection())).toEqual({
      peers: 1,
      direct: 1,
      relayed: 0,
      seen: 0,
      lines: [{ url: `ws://127.0.0.1:${place.port}/signaling`, answers: true }],
      signaling: true,
    });
  });

  it("hear everything also beside a listener that throws, and the page hears of the error", async () => {
    const samira = await place.arrive();
    const ellen = await place.arrive({ enter: false });
    let errors = 0;
    ellen.page.on("pageerror", () => (errors += 1));
    await place.enter(ellen, "meeting", true);
    await untilConnected([samira, ellen]);
    await samira.page.evaluate((feed) => {
      window.laptop.showPresence("here");
      window.laptop.putWord(feed, 0, "I want to sleep.");
    }, SAMIRA);
    await expect.poll(() => words(ellen)).toEqual(["I want to sleep."]);
    await expect.poll(() => ellen.page.evaluate(() => window.laptop.presences())).toEqual(["here"]);
    await samira.page.evaluate((feed) => window.laptop.putWord(feed, 1, "And that they sleep."), SAMIRA);
    await expect.poll(() => words(ellen)).toEqual(["I want to sleep.", "And that they sleep."]);
    // One for each thing that was told: the connection, who is there, and the words.
    expect(errors).toBeGreaterThanOrEqual(3);
  });

  it("show each other who is there, at most once per frame, and no longer once they have left", async () => {
    const [samira, ellen] = await arriveTogether(2);
    if (samira === undefined || ellen === undefined) throw new Error("Two laptops were asked for.");
    const presences = () => ellen.page.evaluate(() => window.laptop.presences());
    const before = await ellen.page.evaluate(() => window.laptop.presenceCalls());
    const elapsedMs = await samira.page.evaluate(async () => {
      const begin = performance.now();
      for (let step = 0; step < 200; step += 1) {
        window.laptop.showPresence(`cursor ${step}`);
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      return performance.now() - begin;
    });
    await expect.poll(presences).toEqual(["cursor 199"]);
    const calls = (await ellen.page.evaluate(() => window.laptop.presenceCalls())) - before;
    expect(calls).toBeGreaterThan(2);
    expect(calls).toBeLessThanOrEqual(elapsedMs / 33 + 2);
    await samira.page.evaluate(() => window.laptop.close());
    await expect.poll(presences).toEqual([]);
    await expect.poll(() => peers(ellen)).toBe(0);
  });

  it("miss one whose browser was killed within seconds", async () => {
    const [samira, ellen] = await arriveTogether(2);
    if (samira === undefined || ellen === undefined) throw new Error("Two laptops were asked for.");
    await samira.page.evaluate(() => window.laptop.showPresence("cursor"));
    const presences = () => ellen.page.evaluate(() => window.laptop.presences());
    await expect.poll(presences).toEqual(["cursor"]);
    process.kill(samira.pid, "SIGKILL");
    // Nobody waits for it to be forgotten, which takes half a minute.
    await expect.poll(presences, { timeout: 25_000 }).toEqual([]);
    expect(await peers(ellen)).toBe(0);
  });

  it("can leave and enter again in the same breath", async () => {
    const [samira, ellen] = await arriveTogether(2);
    if (samira === undefined || ellen === undefined) throw new Error("Two laptops were asked for.");
    await samira.page.evaluate(() => window.laptop.close());
    await place.enter(samira);
    await samira.page.evaluate(() => window.laptop.close());
    await place.enter(samira);
    await untilConnected([samira, ellen]);
    await samira.page.evaluate((feed) => window.laptop.put(feed, 0, 1, 200), SAMIRA);
    await expect.poll(() => arrived(ellen)).toBe(1);
  });

  it("give a late joiner a record of 300 KiB, and one of 12 MB", async () => {
    const samira = await place.arrive();
    await samira.page.evaluate((feed) => window.laptop.put(feed, 0, 1, 300 * 1024), SAMIRA);
    const ellen = await place.arrive();
    await expect.poll(() => arrived(ellen)).toBe(1);
    await samira.page.evaluate((feed) => window.laptop.put(feed, 0, 50_000, 240), ELLEN);
    await expect.poll(() => arrived(ellen)).toBe(50_001);
    const karim = await place.arrive();
    await expect.poll(() => arrived(karim)).toBe(50_001);
    expect(await karim.page.evaluate(() => window.laptop.arrivedTwice())).toBe(0);
  });

  it("say each entry to each other laptop once: nobody echoes", async () => {
    const laptops: Laptop[] = [];
    for (let index = 0; index < 4; index += 1) {
      const laptop = await place.arrive({ enter: false });
      await laptop.page.evaluate(COUNT_LONG_FRAMES);
      await place.enter(laptop);
      laptops.push(laptop);
    }
    await untilConnected(laptops);
    const [samira, ...others] = laptops;
    if (samira === undefined) throw new Error("Four laptops were asked for.");
    await samira.page.evaluate(async (feed) => {
      for (let seq = 0; seq < 100; seq += 1) {
        window.laptop.put(feed, seq, 1, 400);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }, SAMIRA);
    for (const laptop of others) await expect.poll(() => arrived(laptop)).toBe(100);
    // Three rounds of questions later there is still nothing more to say.
    await new Promise((resolve) => setTimeout(resolve, 6000));
    const frames = await Promise.all(laptops.map((laptop) => laptop.page.evaluate("window.longFrames")));
    // Who asks in the moment between two frames is answered by whoever has what is missing: a handful for each round of
    // questions there is time for, not an echo, which would be two hundred.
    const [said, ...passedOn] = frames.map(Number);
    expect(said).toBeGreaterThanOrEqual(300);
    expect(said).toBeLessThan(350);
    for (const echoed of passedOn) expect(echoed).toBeLessThan(50);
  });

  it("carry entries around a pair that cannot connect", async () => {
    const [samira, ellen] = await arriveTogether(2);
    if (samira === undefined || ellen === undefined) throw new Error("Two laptops were asked for.");
    // Karim's laptop refuses to make a second connection beside the one it has.
    const karim = await place.arrive({ enter: false });
    await karim.page.evaluate(() => {
      const Native = RTCPeerConnection;
      const hearing: RTCPeerConnection[] = [];
      window.RTCPeerConnection = class extends Native {
        readonly #isDeaf = hearing.some(({ connectionState }) => connectionState !== "closed");
        constructor(configuration?: RTCConfiguration) {
          super(configuration);
          if (!this.#isDeaf) hearing.push(this);
        }
        override addIceCandidate(candidate?: RTCIceCandidateInit | null): Promise<void> {
          return this.#isDeaf ? Promise.resolve() : super.addIceCandidate(candidate);
        }
        override setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
          return this.#isDeaf ? new Promise(() => undefined) : super.setRemoteDescription(description);
        }
      };
    });
    await place.enter(karim);
    await expect.poll(() => peers(karim)).toBe(1);
    await samira.page.evaluate((feed) => window.laptop.put(feed, 0, 1, 200), SAMIRA);
    await ellen.page.evaluate((feed) => window.laptop.put(feed, 0, 1, 200), ELLEN);
    await expect.poll(() => arrived(karim)).toBe(2);
    expect(await peers(karim)).toBe(1);
  });
});

describe("Two pages of one browser", () => {
  it("talk to each other over WebRTC like laptops, and name no BroadcastChannel alike", async () => {
    const samira = await place.arrive({ enter: false });
    const second = await samira.context.newPage();
    await second.goto(samira.page.url());
    const layla: Laptop = { ...samira, page: second };
    for (const laptop of [samira, layla]) {
      await laptop.page.evaluate(() => {
        const Native = BroadcastChannel;
        const names: string[] = [];
        window.BroadcastChannel = class extends Native {
          constructor(name: string) {
            super(name);
            names.push(name);
          }
        };
        Object.assign(window, { channelNames: names });
      });
      await place.enter(laptop);
    }
    await untilConnected([samira, layla]);
    await samira.page.evaluate((feed) => window.laptop.put(feed, 0, 1, 200), SAMIRA);
    await expect.poll(() => arrived(layla)).toBe(1);
    const names = await Promise.all(
      [samira, layla].map((laptop) => laptop.page.evaluate<string[]>("window.channelNames")),
    );
    expect(new Set(names.flat()).size).toBe(names.flat().length);
    expect(names.flat().join()).not.toContain("meeting");
  });
});
