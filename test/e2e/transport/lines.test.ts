import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocketServer } from "ws";
import { attachSignaling } from "../../cast/attach-signaling.ts";
import { createSignaling } from "../../../electron/signaling/create-signaling.ts";
import type { Laptop } from "../chromium.ts";
import { connection, say, words } from "./kept-apart.ts";
import { openMeetingPlace, type MeetingPlace } from "./meeting-place.ts";

let place: MeetingPlace;
const servers: Server[] = [];

beforeEach(async () => {
  place = await openMeetingPlace();
});

afterEach(async () => {
  await place.close();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** Another host on this machine. */
async function openHost(): Promise<{ readonly server: Server; readonly url: string }> {
  const server = createServer();
  servers.push(server.listen(0, "127.0.0.1"));
  await once(server, "listening");
  // A server that listens on a TCP port has an address of this shape.
  const { port } = server.address() as AddressInfo;
  return { server, url: `ws://127.0.0.1:${port}/signaling` };
}

/** A signaling server that passes everything on to everyone, and tells what it is given to tell to whoever comes. */
function tellAt(server: Server, frames: readonly string[]): { tell(frame: string): void } {
  const sockets = new WebSocketServer({ server, path: "/signaling" });
  sockets.on("connection", (socket) => {
    for (const frame of frames) socket.send(frame);
    socket.on("message", (data) => {
      // ws hands a text frame over as one Buffer.
      const frame = (data as Buffer).toString();
      if (frame.includes('"ping"')) socket.send('{"type":"pong"}');
      else for (const other of sockets.clients) if (other !== socket) other.send(frame);
    });
  });
  return {
    tell(frame) {
      for (const socket of sockets.clients) socket.send(frame);
    },
  };
}

/** Remembers with which servers a page makes its connections. */
const KEEP_CONFIGURATIONS = `
  window.given = [];
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration) {
      super(configuration);
      window.given.push(this.getConfiguration().iceServers.flatMap(({ urls }) => urls));
    }
  };
`;

const given = (laptop: Laptop) => laptop.page.evaluate<string[][]>("window.given");
const addSignaling = (laptop: Laptop, urls: readonly string[]) =>
  laptop.page.evaluate((more) => window.laptop.addSignaling(more), urls);
const answering = async (laptop: Laptop) => (await connection(laptop)).lines.filter(({ answers }) => answers).length;

describe("What a signaling server tells of STUN", () => {
  it("is used for every connection made from then on, and nothing that makes no sense", async () => {
    const { server, url } = await openHost();
    const stun = "stun:127.0.0.1:4807";
    const host = tellAt(server, [
      JSON.stringify({ type: "ice", iceServers: [{ urls: [stun] }] }),
      JSON.stringify({ type: "ice", iceServers: [{ urls: ["https://example.org"] }] }),
      JSON.stringify({ type: "ice", iceServers: "all" }),
      JSON.stringify({ type: "ice" }),
    ]);
    const arrive = async () => {
      const laptop = await place.arrive({ enter: false });
      await laptop.page.evaluate(KEEP_CONFIGURATIONS);
      await place.enter(laptop, "meeting", false, [url]);
      return laptop;
    };
    const [samira, ellen] = [await arrive(), await arrive()];
    for (const laptop of [samira, ellen]) await expect.poll(() => connection(laptop)).toMatchObject({ direct: 1 });
    for (const laptop of [samira, ellen]) expect(await given(laptop)).toEqual([[stun]]);
    // It passes the syntax, and a browser may still not like it.
    host.tell(JSON.stringify({ type: "ice", iceServers: [{ urls: ["stun:[::::]:1", "stun:127.0.0.1:4809"] }] }));
    const karim = await arrive();
    await expect.poll(() => connection(karim)).toMatchObject({ direct: 2 });
    await say(karim, 1, 0, "I want to sleep.");
    await expect.poll(() => words(samira)).toEqual(["I want to sleep."]);
  });

  it("is what the program's own server tells, and changes when it tells something else", async () => {
    const { server, url } = await openHost();
    const signaling = createSignaling();
    signaling.attach(server);
    const ice = (port: number) => () => [{ urls: [`stun:127.0.0.1:${port}`] }];
    signaling.tellIce(ice(4807));
    const samira = await place.arrive({ enter: false });
    await samira.page.evaluate(KEEP_CONFIGURATIONS);
    await place.enter(samira, "meeting", false, [url]);
    const ellen = await place.arrive({ enter: false });
    await place.enter(ellen, "meeting", false, [url]);
    await expect.poll(() => given(samira)).toEqual([["stun:127.0.0.1:4807"]]);
    signaling.tellIce(ice(4808));
    await ellen.page.evaluate(() => window.laptop.close());
    await place.enter(ellen, "meeting", false, [url]);
    await expect.poll(() => given(samira)).toEqual([["stun:127.0.0.1:4807"], ["stun:127.0.0.1:4808"]]);
    await signaling.close();
  });

  it("is nothing where none is told, and no server of anyone else", async () => {
    const samira = await place.arrive({ enter: false });
    await samira.page.evaluate(KEEP_CONFIGURATIONS);
    await place.enter(samira);
    await place.arrive();
    await expect.poll(() => connection(samira)).toMatchObject({ direct: 1 });
    expect(await given(samira)).toEqual([[]]);
  });
});

describe("A signaling server learned of later", () => {
  it("brings the laptops that are there, and those that are here stay connected", async () => {
    const [samira, ellen, karim] = [await place.arrive(), await place.arrive(), await place.arrive({ enter: false })];
    const { server, url } = await openHost();
    attachSignaling(server);
    await place.enter(karim, "meeting", false, [url]);
    await expect.poll(() => connection(samira)).toMatchObject({ direct: 1 });
    await samira.page.evaluate(() => {
      const seen: number[] = [];
      setInterval(() => seen.push(window.laptop.connection().peers), 20);
      Object.assign(window, { peersSeen: seen });
    });
    await addSignaling(samira, [url, url, "ws://127.0.0.1:1/#fragment", "https://example.org", "nonsense"]);
    for (const laptop of [samira, karim])
      await expect.poll(() => connection(laptop)).toMatchObject({ signaling: true });
    await expect.poll(() => connection(samira)).toMatchObject({ direct: 2 });
    await addSignaling(samira, [url]);
    expect((await connection(samira)).lines.map((line) => line.answers)).toEqual([true, true]);
    expect((await samira.page.evaluate<number[]>("window.peersSeen")).every((peers) => peers >= 1)).toBe(true);
    // Ellen, who has not heard of it, gets Karim's words around the corner.
    await say(karim, 1, 0, "I want to sleep.");
    await expect.poll(() => words(ellen)).toEqual(["I want to sleep."]);
    await samira.page.evaluate(() => window.laptop.close());
    await place.enter(samira);
    await expect.poll(() => connection(samira)).toMatchObject({ direct: 1 });
  });

  it("is one of eight at the most, and those that never answer keep no other from coming back", async () => {
    const samira = await place.arrive();
    await expect.poll(() => answering(samira)).toBe(1);
    await addSignaling(
      samira,
      Array.from({ length: 20 }, (_, index) => `ws://127.0.0.1:${20_001 + index}/signaling`),
    );
    expect((await connection(samira)).lines).toHaveLength(8);
    await new Promise((resolve) => setTimeout(resolve, 30_000));
    await place.stopSignaling();
    await expect.poll(() => answering(samira)).toBe(0);
    const back = attachSignaling(place.server);
    const begun = performance.now();
    await expect.poll(() => answering(samira), { interval: 50 }).toBe(1);
    expect(performance.now() - begun).toBeLessThan(4000);
    await back.close();
  });
});
