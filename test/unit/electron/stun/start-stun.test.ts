import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startStun, type Stun } from "../../../../electron/stun/start-stun.ts";
import { soon } from "../../../cast/soon.ts";

let client: Socket;
let port: number;
let stun: Stun;
const heard: Buffer[] = [];

beforeEach(async () => {
  heard.length = 0;
  client = createSocket("udp4");
  client.on("message", (answer) => heard.push(answer));
  client.bind(0, "127.0.0.1");
  await once(client, "listening");
  port = await freePort();
});

afterEach(async () => {
  await stun.close();
  client.close();
});

async function freePort(): Promise<number> {
  const socket = createSocket("udp4");
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  const found = socket.address().port;
  await new Promise<void>((resolve) => socket.close(resolve));
  return found;
}

function request(): Buffer {
  return Buffer.concat([Buffer.from("000100002112a442", "hex"), randomBytes(12)]);
}

function send(bytes: Buffer, to = "127.0.0.1"): Promise<void> {
  return new Promise((resolve) => client.send(bytes, port, to, () => resolve()));
}

/** Asks until there is an answer; whether it names the address that was asked from. */
async function answersAt(address: string): Promise<boolean> {
  const asked = request();
  // As every laptop does: datagrams may be lost, so it asks again.
  const answer = await soon(async () => {
    await send(asked, address);
    const found = answerTo(asked);
    if (found === undefined) throw new Error("No answer yet.");
    return found;
  });
  return (answer.readUInt16BE(26) ^ 0x2112) === client.address().port;
}

async function isSilentAt(address: string): Promise<boolean> {
  const asked = request();
  await send(asked, address);
  await new Promise((resolve) => setTimeout(resolve, 150));
  return answerTo(asked) === undefined;
}

function answerTo(asked: Buffer): Buffer | undefined {
  return heard.find((bytes) => bytes.subarray(8, 20).equals(asked.subarray(8)));
}

describe("The STUN server", () => {
  it("tells a laptop where it was seen", async () => {
    stun = await startStun({ port, addresses: ["127.0.0.1"] });
    expect(await answersAt("127.0.0.1")).toBe(true);
  });

  it("answers at the addresses it is given, as they come and go", async () => {
    stun = await startStun({ port, addresses: ["127.0.0.1"] });
    expect(await isSilentAt("127.0.0.2")).toBe(true);
    await stun.setAddresses(["127.0.0.2", "127.0.0.3"]);
    expect([...stun.addresses()].sort()).toEqual(["127.0.0.2", "127.0.0.3"]);
    expect(await answersAt("127.0.0.2")).toBe(true);
    expect(await isSilentAt("127.0.0.1")).toBe(true);
    await stun.close();
    expect(await isSilentAt("127.0.0.2")).toBe(true);
  });

  it("goes on at the others when it cannot listen at one, and tries that one again", async () => {
    const taken = createSocket("udp4");
    taken.bind({ port, address: "127.0.0.2", exclusive: true });
    await once(taken, "listening");
    stun = await startStun({ port, addresses: ["127.0.0.1", "127.0.0.2", "192.0.2.77"] });
    expect(stun.addresses()).toEqual(["127.0.0.1"]);
    taken.close();
    await soon(() => expect(stun.addresses()).toContain("127.0.0.2"));
    expect(await answersAt("127.0.0.2")).toBe(true);
  });

  it("is silent beyond an address's allowance", async () => {
    stun = await startStun({ port, addresses: ["127.0.0.1"], limits: { burst: 5, perSecond: 0.001 } });
    for (let count = 0; count < 50; count += 1) await send(request());
    await soon(() => expect(heard).toHaveLength(5));
    expect(await isSilentAt("127.0.0.1")).toBe(true);
  });

  // The long run: POLYPHONY_FLOOD=1000000.
  it("stays up in a flood of malformed datagrams, and keeps nothing of it", async () => {
    stun = await startStun({ port, addresses: ["127.0.0.1"] });
    const count = Number(process.env["POLYPHONY_FLOOD"] ?? 50_000);
    const shapes = [
      () => randomBytes(1 + Math.floor(Math.random() * 200)),
      () => Buffer.concat([request(), randomBytes(4)]),
      () => Buffer.from(request().map((byte, index) => (index === 1 ? 3 : byte))),
      () =>
        Buffer.concat([
          Buffer.from("000100082112a442", "hex"),
          randomBytes(12),
          Buffer.from("80280004deadbeef", "hex"),
        ]),
    ];
    const flood = async (datagrams: number) => {
      for (let sent = 0; sent < datagrams; sent += 1) {
        const shape = shapes[sent % shapes.length] ?? request;
        const sending = send(shape());
        if (sent % 64 === 0) await sending;
      }
    };
    await flood(count / 10);
    const before = process.memoryUsage();
    await flood(count);
    const after = process.memoryUsage();
    expect(heard).toEqual([]);
    expect(await answersAt("127.0.0.1")).toBe(true);
    expect(after.heapUsed + after.external - before.heapUsed - before.external).toBeLessThan(40 * 1024 * 1024);
  });
});
