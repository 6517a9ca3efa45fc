import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { createRelay, type Relay } from "../../../../electron/relay/create-relay.ts";
import { PAYLOAD_BYTES, type RelayLimits } from "../../../../electron/relay/limits.ts";
import { comeToRelay, type RelayClient } from "../../../cast/relay-client.ts";
import { soon } from "../../../cast/soon.ts";

const servers: Server[] = [];
const clients: RelayClient[] = [];
let relay: Relay;

async function startServer(): Promise<Server> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  servers.push(server);
  return server;
}

async function start(limits: Partial<RelayLimits> = {}): Promise<void> {
  relay = createRelay({ limits });
  relay.attach(await startServer());
}

function url(server = servers[0]): string {
  // A server that listens on a TCP port has an address of this shape.
  return `ws://127.0.0.1:${(server?.address() as AddressInfo).port}/relay`;
}

async function come(options: Parameters<typeof comeToRelay>[1] = {}, server = servers[0]): Promise<RelayClient> {
  const client = await comeToRelay(url(server), options);
  clients.push(client);
  return client;
}

async function closes(send: (socket: WebSocket) => void): Promise<void> {
  const socket = new WebSocket(url());
  socket.on("error", () => undefined);
  await once(socket, "open");
  const closed = once(socket, "close");
  send(socket);
  await closed;
}

beforeEach(() => {
  servers.length = 0;
});

afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await relay.close();
  for (const server of servers) server.close();
});

describe("The relay", () => {
  it("gives the address that belongs to a token and to no other", async () => {
    await start();
    const samira = await come();
    const expected = createHash("sha256").update("polyphony/relay-address/1\0").update(samira.token).digest();
    expect(samira.address).toEqual(expected.subarray(0, 16));
  });

  it("carries Samira's frames to Ellen in their order, and to nobody else", async () => {
    await start();
    const [samira, ellen, karim] = [await come(), await come(), await come()];
    for (let count = 0; count < 200; count += 1) samira.send(ellen.address, `frame ${count}`);
    for (let count = 0; count < 200; count += 1) {
      const { from, payload } = await ellen.next();
      expect([from, payload.toString()]).toEqual([samira.address.toString("hex"), `frame ${count}`]);
    }
    expect([...samira.heard, ...karim.heard]).toEqual([]);
  });

  it("joins laptops that came by different servers", async () => {
    await start();
    const other = await startServer();
    relay.attach(other);
    const [samira, ellen] = [await come(), await come({}, other)];
    samira.send(ellen.address, "hello");
    expect((await ellen.next()).payload.toString()).toBe("hello");
  });

  it("lets those go who came by a server that is taken away, and nobody else", async () => {
    await start();
    const other = await startServer();
    const detach = relay.attach(other);
    const [samira, ellen] = [await come(), await come({}, other)];
    const gone = once(ellen.socket, "close");
    detach();
    await gone;
    samira.send(ellen.address, "hello");
    expect(await samira.next()).toEqual({ from: ellen.address.toString("hex"), payload: Buffer.alloc(0) });
  });

  it("says who is not there", async () => {
    await start();
    const samira = await come();
    const nobody = randomBytes(16);
    samira.send(nobody, "hello");
    expect(await samira.next()).toEqual({ from: nobody.toString("hex"), payload: Buffer.alloc(0) });
  });

  it("never tells a laptop that another is not there because a third says so", async () => {
    await start();
    const [samira, ellen] = [await come(), await come()];
    samira.send(ellen.address, "");
    samira.send(ellen.address, "after");
    expect((await ellen.next()).payload.toString()).toBe("after");
    expect(samira.heard).toEqual([]);
  });

  it("lets a laptop that comes back with its token take its place again", async () => {
    await start();
    const [samira, ellen] = [await come(), await come()];
    const gone = once(ellen.socket, "close");
    const again = await come({ token: ellen.token });
    await gone;
    samira.send(ellen.address, "hello");
    expect((await again.next()).payload.toString()).toBe("hello");
    expect(samira.heard).toEqual([]);
  });

  it("carries the longest payload, and ends a connection that sends a longer one", async () => {
    await start();
    const [samira, ellen] = [await come(), await come()];
    samira.send(ellen.address, randomBytes(PAYLOAD_BYTES));
    expect((await ellen.next()).payload).toHaveLength(PAYLOAD_BYTES);
    const closed = once(samira.socket, "close");
    samira.send(ellen.address, randomBytes(PAYLOAD_BYTES + 1));
    expect((await closed)[0]).toBe(1009);
  });

  it.each([
    ["text", "hello"],
    ["a token too short", randomBytes(31)],
    ["a token too long", randomBytes(33)],
    ["nothing", Buffer.alloc(0)],
    ["a frame before the token", randomBytes(100)],
  ])("ends a connection that begins with %s", async (_, first) => {
    await start();
    await closes((socket) => socket.send(first));
  });

  it("ends a connection that begins with nothing at all", async () => {
    await start({ helloMs: 100 });
    await closes(() => undefined);
  });

  it.each([["text"], [randomBytes(15)]])("ends a connection that goes on with junk", async (junk) => {
    await start();
    const [samira, ellen, karim] = [await come(), await come(), await come()];
    const closed = once(karim.socket, "close");
    karim.socket.send(junk);
    await closed;
    samira.send(ellen.address, "hello");
    expect((await ellen.next()).payload.toString()).toBe("hello");
  });

  it("lets a laptop go that no longer answers", async () => {
    await start({ silenceMs: 200 });
    const samira = await come();
    const asleep = await come({ autoPong: false });
    await once(asleep.socket, "close");
    samira.send(asleep.address, "hello");
    expect((await samira.next()).payload).toHaveLength(0);
  });

  it("refuses connections beyond its number", async () => {
    await start({ connections: 2 });
    await come();
    await come();
    await expect(come()).rejects.toThrow("503");
    clients.shift()?.close();
    await soon(() => come());
  });
});

describe("A receiver that does not read", () => {
  const sendMuch = async (from: RelayClient, to: RelayClient, bytes: number) => {
    for (let sent = 0; sent < bytes; sent += PAYLOAD_BYTES) from.send(to.address, Buffer.alloc(PAYLOAD_BYTES, 7));
    await new Promise((resolve) => setTimeout(resolve, 500));
  };

  it("makes whoever sends to it wait, loses nothing, and is heard again when it reads", async () => {
    await start({ unreadBytes: 256 * 1024 });
    const [samira, ellen] = [await come(), await come()];
    ellen.socket.pause();
    await sendMuch(samira, ellen, 32 * 1024 * 1024);
    expect(samira.socket.bufferedAmount).toBeGreaterThan(1024 * 1024);
    ellen.socket.resume();
    const count = Math.ceil((32 * 1024 * 1024) / PAYLOAD_BYTES);
    await soon(() => expect(ellen.heard).toHaveLength(count));
    samira.send(ellen.address, "after");
    await soon(() => expect(ellen.heard.at(-1)?.payload.toString()).toBe("after"));
  });

  it("is cut off in the end, and those who waited go on", async () => {
    await start({ unreadBytes: 256 * 1024, stuckMs: 700, silenceMs: 60_000 });
    const [samira, ellen, karim] = [await come(), await come(), await come()];
    ellen.socket.pause();
    await sendMuch(samira, ellen, 32 * 1024 * 1024);
    samira.send(karim.address, "hello");
    expect((await karim.next()).payload.toString()).toBe("hello");
    expect(relay.figures().cutOff).toBe(1);
    expect(samira.heard.at(-1)).toEqual({ from: ellen.address.toString("hex"), payload: Buffer.alloc(0) });
  });

  it("takes nothing from two others that speak to each other", async () => {
    await start({ unreadBytes: 256 * 1024 });
    const [samira, ellen, karim, jonas] = [await come(), await come(), await come(), await come()];
    ellen.socket.pause();
    await sendMuch(samira, ellen, 16 * 1024 * 1024);
    karim.send(jonas.address, "hello");
    expect((await jonas.next()).payload.toString()).toBe("hello");
  });

  it("is cut off too when it asks for those who are not there and never listens", async () => {
    await start({ unreadBytes: 64 * 1024, stuckMs: 700, silenceMs: 60_000 });
    const ellen = await come();
    ellen.socket.pause();
    for (let sent = 0; sent < 3_000_000 && relay.connections > 0; sent += 2000) {
      for (let count = 0; count < 2000; count += 1) ellen.send(ellen.token.subarray(16), "x");
      await new Promise((resolve) => setImmediate(resolve));
    }
    await soon(() => expect(relay.connections).toBe(0));
  });
});
