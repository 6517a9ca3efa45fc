import * as encoding from "lib0/encoding";
import { encodeQuestion, encodeSyncStep1, encodeSync } from "../../../renderer/transport/peer-message.ts";
import { encodeRun } from "../../../renderer/transport/slots.ts";
import type { Bytes } from "../../../shared/crypto/bytes.ts";
import { inAMeeting, scaled, type Attack } from "../attack.ts";
import { bytesHeld, collectGarbage } from "../measure.ts";

/** How much one peer may make a laptop hold by frames that come to nothing. */
const MOST_BYTES = 16 * 1024 * 1024;

const MALFORMED: readonly (readonly number[])[] = [
  ...[
    [],
    [0],
    [0, 0],
    [0, 1],
    [0, 2],
    [0, 3, 1, 2],
    [1],
    [1, 200],
    [1, 3, 1, 5, 0],
    [3, 1],
    [4, 1, 1, 97],
    [4, 0],
    [9],
    [112],
  ],
  ...[
    [0, 2, 200, 1],
    [0, 2, 2, 0, 0, 0],
    [0, 2, 5, 1, 1, 5, 0, 10],
    [0, 1, 3, 255, 255, 255],
    [112, 255, 255, 255, 255, 15],
  ],
  [112, 1, 1, 1, 0],
  [255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255],
];

export const sendingNonsense: readonly Attack[] = [
  inAMeeting("send malformed messages", "P5", async ({ thief }, stage) => {
    const random = scaled(stage, 3000);
    for (const message of MALFORMED) thief.message(Uint8Array.from(message));
    for (let count = 0; count < random; count += 1) {
      const { chance } = stage;
      const type = chance.pick([0, 1, 3, 4, 112, 200]);
      thief.message(Uint8Array.of(type, chance.below(4), ...chance.bytes(chance.below(60))));
    }
    return { tried: MALFORMED.length + random };
  }),
  inAMeeting("send frames that make no sense, and come back", "P5", async (place, { chance }) => {
    const { thief } = place;
    const frames: Bytes[] = [
      new Uint8Array(0),
      Uint8Array.of(0),
      Uint8Array.of(2, 2),
      Uint8Array.of(3),
      Uint8Array.of(77),
    ];
    for (const frame of [...frames, Uint8Array.of(3, 255, 255, 255, 255, 255, 255, 255, 255, 255), chance.bytes(300)]) {
      thief.comeBack();
      await place.settle();
      thief.frame(frame);
    }
    return { tried: frames.length + 2 };
  }),
  inAMeeting("ask for everything, over and over", "P5", async (place, stage) => {
    const { thief } = place;
    const { chance } = stage;
    const holdings = Array.from({ length: scaled(stage, 20_000) }, () => ({
      ...{ client: chance.next(), clock: chance.next(), fingerprint: chance.bytes(16) },
    }));
    const asks = scaled(stage, 400);
    const question = encodeQuestion(holdings);
    const began = performance.now();
    for (let count = 0; count < asks; count += 1) {
      thief.message(count % 20 === 0 ? question : encodeQuestion(holdings.slice(0, 3)));
      thief.message(encodeSyncStep1(new Map()));
      thief.message(Uint8Array.of(3));
    }
    await place.settle();
    const tookMs = performance.now() - began;
    return { tried: asks * 3, harms: tookMs > 5000 ? [`questions kept everyone busy for ${tookMs.toFixed()} ms`] : [] };
  }),
  inAMeeting("begin a message that never ends, in pieces of one byte", "P5", async (place, stage) => {
    const { thief } = place;
    const before = await collectGarbage();
    const pieces = Math.max(100_000, scaled(stage, 500_000));
    const piece = Uint8Array.of(0, 65);
    const [line] = thief.lines;
    if (line === undefined) throw new Error("the modified program is connected");
    for (let count = 0; count < pieces && line.readyState === "open"; count += 1) {
      thief.frame(piece, [line]);
      if (count % 200 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await place.settle();
    const grown = (await collectGarbage()) - before;
    return { tried: pieces, harms: grown > MOST_BYTES ? [`${bytesHeld(grown)} are held for nothing`] : [] };
  }),
  inAMeeting("send what has to wait for what never comes", "P5", async (place, stage) => {
    const { thief } = place;
    const { chance } = stage;
    const before = await collectGarbage();
    const updates = scaled(stage, 400);
    for (let count = 0; count < updates; count += 1) {
      const contents = [chance.bytes(64 * 1024)];
      thief.update(
        encodeRun({ client: chance.next(), clock: 5 + chance.below(1000), contents }),
        thief.lines.slice(0, 1),
      );
      if (count % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await place.settle();
    const grown = (await collectGarbage()) - before;
    return { tried: updates, harms: grown > MOST_BYTES ? [`${bytesHeld(grown)} wait for nothing`] : [] };
  }),
  inAMeeting("say two things in one message", "P5", async ({ thief }, { chance }) => {
    const good = encodeSync("update", encodeRun({ client: 99, clock: 0, contents: [chance.bytes(20)] }));
    const encoder = encoding.createEncoder();
    encoding.writeUint8Array(encoder, good);
    encoding.writeUint8Array(encoder, good);
    thief.message(encoding.toUint8Array(encoder));
    return { tried: 1 };
  }),
];
