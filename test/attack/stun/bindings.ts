import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { answerBinding } from "../../../electron/stun/binding.ts";
import { DEFAULT_STUN_LIMITS } from "../../../electron/stun/limits.ts";
import { startStun } from "../../../electron/stun/start-stun.ts";
import { createRate } from "../../../electron/socket/rate.ts";
import { scaled, type Attack } from "../attack.ts";
import type { Chance } from "../chance.ts";
import { collectGarbage } from "../measure.ts";
import { until } from "../place.ts";

/** What an answer may have more than its request: the address, and a fingerprint where there was one. */
const MOST_MORE = 32;

/** A binding request with some attributes, well made. */
function request(chance: Chance, ...attributes: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(attributes);
  const header = Buffer.alloc(20);
  header.writeUInt16BE(1, 0);
  header.writeUInt16BE(body.length, 2);
  header.writeUInt32BE(0x2112a442, 4);
  header.set(chance.bytes(12), 8);
  return Buffer.concat([header, body]);
}

function attribute(type: number, value: Uint8Array): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(value.length, 2);
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
}

const VICTIM = { address: "192.168.1.9", port: 53 };

/** Requests that want more than their address, among them those for another to be answered in one's place (RFC 3489). */
const WANTING: readonly (readonly [type: number, length: number])[] = [
  [0x0002, 8], // RESPONSE-ADDRESS
  [0x0003, 4], // CHANGE-REQUEST
  [0x0027, 4], // RESPONSE-PORT
  [0x0006, 8], // USERNAME
  [0x0008, 20], // MESSAGE-INTEGRITY
  [0x0012, 8], // XOR-PEER-ADDRESS
  [0x0019, 4], // REQUESTED-TRANSPORT
  [0x7fff, 400],
];

async function bound(address: string): Promise<Socket> {
  const socket = createSocket("udp4");
  socket.bind(0, address);
  await once(socket, "listening");
  return socket;
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const socket = await bound("127.0.0.1");
  const { port } = socket.address();
  await new Promise<void>((resolve) => socket.close(resolve));
  return port;
}

const send = (socket: Socket, bytes: Uint8Array, port: number): Promise<void> =>
  new Promise((resolve) => socket.send(bytes, port, "127.0.0.1", () => resolve()));

export const askingStun: readonly Attack[] = [
  {
    name: "have the STUN server send more than it was sent, to somebody who did not ask",
    promise: "P5",
    async run(stage) {
      const { chance } = stage;
      const harms: string[] = [];
      const tried = scaled(stage, 50_000);
      let [asked, answered] = [0, 0];
      for (let count = 0; count < tried; count += 1) {
        const padding = chance.pick([0, 1, 4, 100, 480]);
        const made = chance.pick([
          () => request(chance),
          () => request(chance, attribute(0x8022, chance.bytes(padding))),
          () => request(chance, ...Array.from({ length: 20 }, () => attribute(0xc001, chance.bytes(chance.below(20))))),
        ])();
        if (chance.below(3) === 0) made[chance.below(made.length)] = chance.below(256);
        // Its source is whatever the datagram says: a victim that has asked for nothing.
        const answer = answerBinding(made, { ...VICTIM, address: chance.pick([VICTIM.address, "2001:db8::9"]) });
        asked += made.length;
        answered += answer?.length ?? 0;
        if (answer !== null && answer.length > made.length + MOST_MORE) {
          harms.push(`${made.length} bytes were answered by ${answer.length}`);
        }
      }
      if (answered === 0) harms.push("nothing was answered at all");
      if (answered > asked * 3) harms.push(`${asked} bytes were answered by ${answered}`);
      // And one victim is sent no more than a laptop needs, however much is asked in its name.
      const mayAnswer = createRate(DEFAULT_STUN_LIMITS);
      let sent = 0;
      for (let ms = 0; ms < 10_000; ms += 1) {
        for (let each = 0; each < 5; each += 1) if (mayAnswer(VICTIM.address, ms)) sent += 1;
      }
      const { burst, perSecond } = DEFAULT_STUN_LIMITS;
      if (sent > burst + 10 * perSecond) harms.push(`a victim is sent ${sent} answers in ten seconds`);
      return { tried: tried + 50_000, harms };
    },
  },

  {
    name: "have the STUN server answer to somebody else, or do more than it is there for",
    promise: "P5",
    async run(stage) {
      const { chance } = stage;
      const [thief, third] = [await bound("127.0.0.1"), await bound("127.0.0.1")];
      const port = await freePort();
      const stun = await startStun({ port, addresses: ["127.0.0.1"] });
      const heard: Buffer[] = [];
      third.on("message", (bytes) => heard.push(bytes));
      const own: Buffer[] = [];
      thief.on("message", (bytes) => own.push(bytes));
      try {
        const at = Buffer.alloc(8);
        at.writeUInt16BE(1, 0);
        at.writeUInt16BE(third.address().port, 2);
        at.set([127, 0, 0, 1], 4);
        for (const [type, length] of WANTING) {
          const value = length === 8 ? at : chance.bytes(length);
          await send(thief, request(chance, attribute(type, value)), port);
        }
        // TURN and others: allocate, refresh, send, data, channel bind; answers; and what is no request at all.
        for (const method of [0x003, 0x004, 0x016, 0x017, 0x009, 0x011, 0x101, 0x111]) {
          const made = request(chance);
          made.writeUInt16BE(method, 0);
          await send(thief, made, port);
        }
        const genuine = request(chance);
        // Datagrams may be lost, so it is asked again, as every laptop does.
        await until("the one true answer", () => {
          if (own.length === 0) void send(thief, genuine, port);
          return own.length > 0;
        });
        await new Promise((resolve) => setTimeout(resolve, 50));
        const harms = heard.length > 0 ? [`somebody else was sent ${heard.length} answers`] : [];
        if (own.some((answer) => !answer.subarray(8, 20).equals(genuine.subarray(8)))) {
          harms.push("more than a binding request was answered");
        }
        return { tried: WANTING.length + 8, harms };
      } finally {
        await stun.close();
        thief.close();
        third.close();
      }
    },
  },

  {
    name: "flood the STUN server with what it cannot read",
    promise: "P5",
    async run(stage) {
      const { chance } = stage;
      const [thief, samira] = [await bound("127.0.0.1"), await bound("127.0.0.1")];
      const port = await freePort();
      const stun = await startStun({ port, addresses: ["127.0.0.1"] });
      let answers = 0;
      thief.on("message", () => (answers += 1));
      const heard: Buffer[] = [];
      samira.on("message", (bytes) => heard.push(bytes));
      const tried = scaled(stage, 100_000);
      try {
        const before = await collectGarbage();
        const shapes: readonly (() => Uint8Array)[] = [
          () => chance.bytes(chance.below(600)),
          () => request(chance).subarray(0, chance.below(20)),
          () => Buffer.concat([request(chance), chance.bytes(1 + chance.below(3))]),
          () => request(chance, Buffer.from([0x80, 0x22, 0xff, 0xff])),
          () => request(chance, attribute(0x8028, chance.bytes(4))),
          () => request(chance, attribute(0x8022, chance.bytes(1200))),
        ];
        for (let sent = 0; sent < tried; sent += 1) {
          const datagram = send(thief, chance.pick(shapes)(), port);
          if (sent % 64 === 63) await datagram;
        }
        const genuine = request(chance);
        await until("an answer", () => {
          if (heard.length === 0) void send(samira, genuine, port);
          return heard.length > 0;
        }).catch(() => undefined);
        const grown = (await collectGarbage()) - before;
        const harms = heard.length === 0 ? ["it answers nobody any more"] : [];
        if (answers > 0) harms.push(`${answers} datagrams were answered that are no requests`);
        if (grown > 16 * 1024 * 1024) harms.push("it has kept what was sent");
        return { tried, harms };
      } finally {
        await stun.close();
        thief.close();
        samira.close();
      }
    },
  },
];
