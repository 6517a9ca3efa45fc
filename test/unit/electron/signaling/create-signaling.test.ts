import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { createSignaling, type Signaling } from "../../../../electron/signaling/create-signaling.ts";
import { soon } from "../../../cast/soon.ts";

const servers: Server[] = [];
const opened: WebSocket[] = [];
let signaling: Signaling;

async function startServer(host = "127.0.0.1"): Promise<Server> {
  const server = createServer();
  server.listen(0, host);
  await once(server, "listening");
  servers.push(server);
  return server;
}

/** A client and the frames it was sent. */
async function connect(server: Server): Promise<{ readonly socket: WebSocket; readonly heard: string[] }> {
  // A server that listens on a TCP port has an address of this shape.
  const { address, port } = server.address() as AddressInfo;
  const socket = new WebSocket(`ws://${address}:${port}/signaling`);
  const heard: string[] = [];
  socket.on("message", (data) => {
    if (Buffer.isBuffer(data)) heard.push(data.toString("utf8"));
  });
  socket.on("error", () => undefined);
  opened.push(socket);
  await once(socket, "open");
  return { socket, heard };
}

beforeEach(() => {
  signaling = createSignaling();
});

afterEach(async () => {
  for (const socket of opened.splice(0)) socket.terminate();
  await signaling.close();
  for (const server of servers.splice(0)) server.close();
});

describe("One switchboard behind several servers", () => {
  it("carries Samira's note to Ellen, who came by another address", async () => {
    const [here, there] = [await startServer(), await startServer("127.0.0.2")];
    for (const server of [here, there]) signaling.attach(server);
    const [samira, ellen] = [await connect(here), await connect(there)];
    for (const { socket } of [samira, ellen]) {
      socket.send('{"type":"subscribe","topics":["meeting"]}');
      socket.send('{"type":"ping"}');
    }
    await soon(() => expect([...samira.heard, ...ellen.heard]).toHaveLength(2));
    samira.socket.send('{"type":"publish","topic":"meeting","data":"sealed"}');
    await soon(() => expect(ellen.heard).toContain('{"type":"publish","topic":"meeting","data":"sealed"}'));
  });

  it("lets those go who came by a server that is taken away, and keeps the others", async () => {
    const [here, there] = [await startServer(), await startServer()];
    signaling.attach(here);
    const detach = signaling.attach(there);
    const [samira, ellen] = [await connect(here), await connect(there)];
    const gone = once(ellen.socket, "close");
    detach();
    await gone;
    samira.socket.send('{"type":"ping"}');
    await soon(() => expect(samira.heard).toEqual(['{"type":"pong"}']));
    expect(signaling.connections).toBe(1);
  });
});

describe("ICE servers", () => {
  const stunAt = (address: string) => [{ urls: [`stun:${address}:4807`] }];
  const told = (address: string) => JSON.stringify({ type: "ice", iceServers: stunAt(address) });

  it("are told to whoever connects, by the address they came to", async () => {
    const [here, there] = [await startServer(), await startServer("127.0.0.2")];
    for (const server of [here, there]) signaling.attach(server);
    signaling.tellIce(stunAt);
    const [samira, ellen] = [await connect(here), await connect(there)];
    await soon(() => expect([samira.heard, ellen.heard]).toEqual([[told("127.0.0.1")], [told("127.0.0.2")]]));
  });

  it("are told to whoever is connected when they change, and only then", async () => {
    const here = await startServer();
    signaling.attach(here);
    const samira = await connect(here);
    signaling.tellIce(stunAt);
    signaling.tellIce((address) => stunAt(address));
    signaling.tellIce(() => []);
    await soon(() => expect(samira.heard).toHaveLength(2));
    samira.socket.send('{"type":"ping"}');
    await soon(() =>
      expect(samira.heard).toEqual([told("127.0.0.1"), '{"type":"ice","iceServers":[]}', '{"type":"pong"}']),
    );
  });

  it("are not spoken of where there are none", async () => {
    const here = await startServer();
    signaling.attach(here);
    const samira = await connect(here);
    samira.socket.send('{"type":"ping"}');
    await soon(() => expect(samira.heard).toEqual(['{"type":"pong"}']));
  });
});
