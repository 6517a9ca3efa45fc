import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { encodeSync } from "../../../renderer/transport/peer-message.ts";
import { encodeRun } from "../../../renderer/transport/slots.ts";
import type { Laptop } from "../chromium.ts";
import { openMeetingPlace, type MeetingPlace } from "./meeting-place.ts";

let place: MeetingPlace;
let samira: Laptop;
let ellen: Laptop;
let errors: string[];

/** Keeps the channels of a page at hand, as a modified program would. */
const KEEP_CHANNELS = `
  window.channels = [];
  const create = RTCPeerConnection.prototype.createDataChannel;
  RTCPeerConnection.prototype.createDataChannel = function (...wish) {
    const channel = create.apply(this, wish);
    window.channels.push(channel);
    return channel;
  };
`;

beforeEach(async () => {
  place = await openMeetingPlace();
  samira = await place.arrive();
  ellen = await place.arrive();
  errors = [];
  for (const laptop of [samira, ellen]) laptop.page.on("pageerror", (error) => errors.push(String(error.stack)));
});

afterEach(async () => {
  await place.close();
});

const peers = (laptop: Laptop) => laptop.page.evaluate(() => window.laptop.connection().peers);
const words = (laptop: Laptop) => laptop.page.evaluate(() => window.laptop.arrivedWords());

/** Karim's laptop runs a modified program. */
async function karimArrives(): Promise<Laptop> {
  const karim = await place.arrive({ enter: false });
  await karim.page.evaluate(KEEP_CHANNELS);
  await place.enter(karim);
  for (const laptop of [samira, ellen, karim]) await expect.poll(() => peers(laptop)).toBe(2);
  return karim;
}

/** Sends one frame as it is to every laptop. */
async function sendFrame(karim: Laptop, frame: Uint8Array): Promise<void> {
  await karim.page.evaluate(
    `for (const channel of window.channels) if (channel.readyState === "open") channel.send(new Uint8Array([${frame.join()}]))`,
  );
}

/** A whole y-webrtc message in one frame. */
const framed = (...message: readonly number[]) => Uint8Array.of(1, ...message);
/** A y-webrtc message with a Yjs update in it. */
const updating = (update: Uint8Array) => framed(...encodeSync("update", update));

async function stillCarries(): Promise<void> {
  await samira.page.evaluate(() => window.laptop.putWord(1, 0, "I want to sleep"));
  await expect.poll(() => words(ellen)).toContain("I want to sleep");
  expect(errors).toEqual([]);
}

describe("A modified program in the room", () => {
  it("does not disturb the others with malformed messages", async () => {
    const karim = await karimArrives();
    const messages = [
      framed(),
      framed(9),
      framed(0, 0, 3, 1, 2),
      framed(0, 2, 200, 1),
      framed(0, 2, 2, 0, 0),
      framed(1, 3, 1, 5, 0),
      framed(4, 1, 1, 97),
      updating(Uint8Array.of(1, 1, 5, 0, 4, 1, 1, 101, 2, 104, 105, 0)),
      updating(Uint8Array.of(0, 1, 1, 1, 0, 200)),
    ];
    for (const message of messages) await sendFrame(karim, message);
    await stillCarries();
    expect(await peers(samira)).toBe(2);
  });

  it("is hung up on when its frames make no sense, and the others go on", async () => {
    const karim = await karimArrives();
    await sendFrame(karim, Uint8Array.of(77, 1, 2, 3));
    await stillCarries();
    const states = () => karim.page.evaluate("window.channels.slice(0, 2).map((channel) => channel.readyState)");
    await expect.poll(states).toEqual(["closed", "closed"]);
  });

  it("cannot keep Samira's words from Ellen by taking their place before she says them", async () => {
    const karim = await karimArrives();
    const forged = Array.from({ length: 5 }, (_, index) => new TextEncoder().encode(`forged ${index}`));
    await sendFrame(karim, updating(encodeRun({ client: 1, clock: 0, contents: forged })));
    await expect.poll(() => words(ellen)).toContain("forged 4");
    await stillCarries();
    const layla = await place.arrive();
    await expect.poll(() => words(layla)).toContain("I want to sleep");
  });
});

describe("A record whose places a modified program has filled with junk", () => {
  it("reaches the others all the same", async () => {
    const karim = await karimArrives();
    const forged = Array.from({ length: 150 }, (_, index) => new TextEncoder().encode(`forged ${index}`));
    await sendFrame(karim, updating(encodeRun({ client: 1, clock: 0, contents: forged })));
    await expect.poll(() => words(ellen)).toContain("forged 149");
    // Layla's record comes from her vault before she is connected to anyone: nothing of it is said live.
    const layla = await place.arrive({ enter: false });
    await place.enter(layla);
    await layla.page.evaluate(() => window.laptop.put(1, 0, 100, 200));
    for (const laptop of [samira, ellen]) {
      await expect.poll(() => words(laptop)).toEqual(expect.arrayContaining(["1/0", "1/50", "1/99"]));
    }
    expect(errors).toEqual([]);
  });
});

describe("A laptop without the meeting's key", () => {
  it("is not noticed, even by whoever knows the room's name", async () => {
    const stranger = await place.arrive({ enter: false });
    await stranger.page.evaluate(async ([url, bytes]) => window.laptop.open([url], "meeting", bytes), [
      `ws://127.0.0.1:${place.port}/signaling`,
      Array.from({ length: 32 }, () => 9),
    ] as const);
    const second = await place.arrive({ enter: false });
    await second.page.evaluate(
      ([url]) => {
        // y-webrtc's own, unsealed notes.
        const socket = new WebSocket(url);
        socket.onopen = () => {
          socket.send(JSON.stringify({ type: "subscribe", topics: ["meeting"] }));
          const from = crypto.randomUUID();
          socket.send(JSON.stringify({ type: "publish", topic: "meeting", data: { type: "announce", from } }));
          socket.send(JSON.stringify({ type: "publish", topic: "meeting", data: "AAAA" }));
        };
      },
      [`ws://127.0.0.1:${place.port}/signaling`] as const,
    );
    await expect.poll(() => stranger.page.evaluate(() => window.laptop.connection().signaling)).toBe(true);
    await expect.poll(() => peers(samira)).toBe(1);
    await stillCarries();
    expect(await stranger.page.evaluate(() => window.laptop.connection().peers)).toBe(0);
    expect(await peers(samira)).toBe(1);
  });
});
