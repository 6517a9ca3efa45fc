import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createConnection } from "node:net";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { startRedis, type RedisServer } from "../../../cast/redis-server.ts";
import { comeToRelay, type RelayClient } from "../../../cast/relay-client.ts";
import { startRendezvousServer, type RendezvousServer } from "../../../cast/rendezvous-server.ts";
import { soon } from "../../../cast/soon.ts";

let redis: RedisServer;
let page: string;
const servers: RendezvousServer[] = [];
const sockets: { close(): void }[] = [];

beforeAll(async () => {
  redis = await startRedis();
  page = mkdtempSync(join(tmpdir(), "polyphony-page-"));
  writeFileSync(join(page, "index.html"), "<!doctype html><title>Polyphony</title>");
});

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.close();
  await Promise.all(servers.splice(0).map((server) => server.end("SIGKILL")));
});

afterAll(async () => {
  await redis.kill();
  rmSync(page, { recursive: true, force: true });
});

async function start(environment: Readonly<Record<string, string>> = {}): Promise<RendezvousServer> {
  const server = await startRendezvousServer({ DIRECTORY: page, ...environment });
  servers.push(server);
  return server;
}

/** Two instances that act as one. */
async function startTwo(): Promise<readonly [RendezvousServer, RendezvousServer]> {
  const both = [await start({ REDIS_URL: redis.url }), await start({ REDIS_URL: redis.url })] as const;
  for (const { port } of both) await soon(async () => expect((await get(port, "/ready")).status).toBe(200));
  return both;
}

async function atRelay({ port }: RendezvousServer, token?: Buffer): Promise<RelayClient> {
  const client = await comeToRelay(`ws://127.0.0.1:${port}/relay`, token === undefined ? {} : { token });
  sockets.push(client);
  return client;
}

/** A client of signaling that listens to a topic, and what it heard. */
async function atSignaling({ port }: RendezvousServer, topic: string, headers: Readonly<Record<string, string>> = {}) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/signaling`, { headers });
  sockets.push(socket);
  socket.on("error", () => undefined);
  const heard: string[] = [];
  socket.on("message", (data) => {
    if (Buffer.isBuffer(data)) heard.push(data.toString("utf8"));
  });
  await once(socket, "open");
  socket.send(JSON.stringify({ type: "subscribe", topics: [topic] }));
  return { socket, heard, say: (data: string) => socket.send(JSON.stringify({ type: "publish", topic, data })) };
}

const note = (topic: string, data: string) => JSON.stringify({ type: "publish", topic, data });
const get = (port: number, path: string) => fetch(`http://127.0.0.1:${port}${path}`);

describe("A rendezvous", () => {
  it("offers the page under its policy, and answers those who look after it", async () => {
    const { port } = await start();
    const answer = await get(port, "/");
    expect(await answer.text()).toContain("Polyphony");
    expect(answer.headers.get("content-security-policy")).toContain("default-src");
    for (const path of ["/health", "/ready"]) expect((await get(port, path)).status).toBe(200);
    expect((await get(port, "/../package.json")).status).toBe(404);
  });

  it("counts without saying who, where or what", async () => {
    const server = await start();
    const [samira, ellen] = [await atRelay(server), await atRelay(server)];
    const topic = "a-topic-of-samiras";
    await atSignaling(server, topic);
    samira.send(ellen.address, "hello");
    await ellen.next();
    const text = await (await get(server.port, "/metrics")).text();
    expect(text).toContain("polyphony_relay_connections 2\n");
    expect(text).toContain("polyphony_signaling_connections 1\n");
    expect(text).toContain("polyphony_relay_frames_total 1\n");
    expect(text).toContain("polyphony_relay_bytes_total 5\n");
    for (const secret of [topic, samira.address.toString("hex"), "127.0.0.1"]) expect(text).not.toContain(secret);
  });

  it("takes pages of the program and turns the web's pages away", async () => {
    const server = await start({ ORIGINS: "https://meet.clinic.example" });
    const own = `http://127.0.0.1:${server.port}`;
    for (const origin of [own, "https://meet.clinic.example", "app://polyphony", "https://192.168.1.5:4807"]) {
      await atSignaling(server, "t", { origin });
    }
    for (const origin of ["https://evil.example", "https://203.0.113.5", "null"]) {
      await expect(atSignaling(server, "t", { origin })).rejects.toThrow();
    }
  });

  it("gives one address behind the proxy only its share", async () => {
    const server = await start({ TRUST_PROXY: "127.0.0.1", MAX_CONNECTIONS_PER_ADDRESS: "2" });
    const from = (address: string) => atSignaling(server, "t", { "x-forwarded-for": address });
    await from("203.0.113.5");
    await from("203.0.113.5");
    await expect(from("203.0.113.5")).rejects.toThrow("503");
    await from("203.0.113.6");
  });

  it("tells TURN credentials, and new ones before they run out", async () => {
    const server = await start({
      TURN_URLS: "turn:127.0.0.1:3478",
      TURN_SECRET: "a-secret-of-the-clinic",
      TURN_SECONDS: "2",
    });
    const { heard } = await atSignaling(server, "t");
    await soon(() => expect(heard.length).toBeGreaterThanOrEqual(2));
    expect(heard[0]).toContain('"urls":["turn:127.0.0.1:3478"]');
    expect(heard[0]).not.toBe(heard[1]);
  });

  it.each([
    [{ PORT: "http" }, "PORT has to be a whole number from 0 to 65535."],
    [{ TURN_URLS: "turn:a.example" }, "TURN_URLS and TURN_SECRET have to be given together."],
    [{ CERTIFICATE: "/nowhere.pem", KEY: "/nowhere.pem" }, "no such file"],
  ])("does not start with %j, and says why", async (environment, sentence) => {
    await expect(start(environment)).rejects.toThrow(sentence);
  });

  it("ends well: hands over what waits, tells everyone to go elsewhere, and is gone within ten seconds", async () => {
    const server = await start();
    const [samira, ellen, stuck] = [await atRelay(server), await atRelay(server), await atRelay(server)];
    stuck.socket.pause();
    for (let count = 0; count < 400; count += 1) samira.send(ellen.address, Buffer.alloc(60_000, 1));
    await ellen.next();
    const closed = once(samira.socket, "close");
    const startedMs = Date.now();
    expect(await server.end("SIGTERM")).toBe(0);
    expect(Date.now() - startedMs).toBeLessThan(10_000);
    expect((await closed)[0]).toBe(1001);
    // What the relay had taken it handed on: there is no frame in parts, and none out of its turn.
    expect(ellen.heard.every(({ payload }) => payload.length === 60_000)).toBe(true);
  });

  // The long run: POLYPHONY_FLOOD=1000000.
  it("stays up in a flood of malformed frames, with flat memory", async () => {
    const server = await start({ MAX_CONNECTIONS_PER_ADDRESS: "1000" });
    const count = Number(process.env["POLYPHONY_FLOOD"] ?? 20_000);
    const [samira, ellen] = [await atRelay(server), await atRelay(server)];
    const flood = async (frames: number) => {
      const loud = await atSignaling(server, "loud");
      let relayed = await atRelay(server);
      for (let sent = 0; sent < frames; sent += 1) {
        loud.socket.send(randomBytes(40).toString(sent % 2 === 0 ? "latin1" : "base64"));
        if (relayed.socket.readyState === WebSocket.OPEN) relayed.socket.send(randomBytes(16 + (sent % 90)));
        if (sent % 2000 === 0) {
          relayed.socket.send("junk");
          await once(relayed.socket, "close");
          relayed = await atRelay(server);
          const raw = createConnection(server.port, "127.0.0.1");
          raw.on("error", () => undefined);
          raw.end(randomBytes(5000));
        }
        if (sent % 500 === 0) await new Promise((resolve) => loud.socket.ping("", true, resolve));
      }
      for (const { socket } of [loud, relayed]) socket.terminate();
    };
    await flood(count / 4);
    const before = residentBytes(server.process.pid);
    await flood(count);
    samira.send(ellen.address, "still here");
    await soon(() => expect(ellen.heard.at(-1)?.payload.toString()).toBe("still here"));
    expect(residentBytes(server.process.pid) - before).toBeLessThan(80 * 1024 * 1024);
  });
});

function residentBytes(pid = 0): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) * 1024;
}

describe("Two instances with one Redis", () => {
  it("carry notes and frames between their clients", async () => {
    const [here, there] = await startTwo();
    const [samira, ellen] = [await atSignaling(here, "meeting"), await atSignaling(there, "meeting")];
    await soon(() => {
      samira.say("sealed");
      expect(ellen.heard).toContain(note("meeting", "sealed"));
    });
    expect(samira.heard).toEqual([]);

    const [karim, jonas] = [await atRelay(here), await atRelay(there)];
    await soon(() => {
      karim.send(jonas.address, "first");
      expect(jonas.heard.at(-1)?.payload.toString()).toBe("first");
    });
    // The first may have been sent more than once; the frames that count are named otherwise.
    const frames = () => jonas.heard.map(({ payload }) => payload.toString()).filter((text) => text !== "first");
    const sent = Array.from({ length: 300 }, (_, count) => `frame ${count}`);
    for (const text of sent) karim.send(jonas.address, text);
    await soon(() => expect(frames()).toEqual(sent));
    expect(jonas.heard.at(-1)?.from).toBe(karim.address.toString("hex"));
    const nobody = randomBytes(16);
    karim.send(nobody, "hello");
    await soon(() => expect(karim.heard.at(-1)).toEqual({ from: nobody.toString("hex"), payload: Buffer.alloc(0) }));
  });

  it("let a laptop that comes back by the other one take its place", async () => {
    const [here, there] = await startTwo();
    const before = await atRelay(here);
    const gone = once(before.socket, "close");
    await atRelay(there, before.token);
    await gone;
  });

  it("make a sender at one wait for a receiver at the other, and lose nothing", async () => {
    const [here, there] = await startTwo();
    const [samira, ellen] = [await atRelay(here), await atRelay(there)];
    await soon(() => {
      samira.send(ellen.address, "first");
      expect(ellen.heard.length).toBeGreaterThan(0);
    });
    ellen.socket.pause();
    const count = 800;
    for (let sent = 0; sent < count; sent += 1) samira.send(ellen.address, Buffer.alloc(60_000, 1));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(samira.socket.bufferedAmount).toBeGreaterThan(1024 * 1024);
    ellen.socket.resume();
    const long = () => ellen.heard.filter(({ payload }) => payload.length === 60_000);
    await soon(() => expect(long()).toHaveLength(count));
  });

  it("go on when one is killed: its clients are there again by the other, and those of the other notice nothing", async () => {
    const [here, there] = await startTwo();
    const [samira, ellen] = [await atRelay(there), await atRelay(there)];
    const karim = await atRelay(here);
    const hears = await atSignaling(there, "meeting");
    await soon(() => {
      samira.send(karim.address, "first");
      expect(karim.heard.at(-1)?.payload.toString()).toBe("first");
    });
    await here.end("SIGKILL");
    samira.send(ellen.address, "hello");
    expect((await ellen.next()).payload.toString()).toBe("hello");
    await soon(() => {
      samira.send(karim.address, "still there?");
      expect(samira.heard.at(-1)).toEqual({ from: karim.address.toString("hex"), payload: Buffer.alloc(0) });
    });
    const startedMs = Date.now();
    const [again, says] = [await atRelay(there, karim.token), await atSignaling(there, "meeting")];
    samira.send(again.address, "welcome");
    expect((await again.next()).payload.toString()).toBe("welcome");
    says.say("back");
    await soon(() => expect(hears.heard).toContain(note("meeting", "back")));
    expect(Date.now() - startedMs).toBeLessThan(5000);
  });

  it("go on each by itself while Redis is gone, and are one again when it is back", async () => {
    const [here, there] = await startTwo();
    const [samira, ellen, karim] = [await atRelay(here), await atRelay(here), await atRelay(there)];
    await redis.kill();
    await soon(() => expect(here.said()).toContain("Redis does not answer"));
    samira.send(ellen.address, "hello");
    expect((await ellen.next()).payload.toString()).toBe("hello");
    samira.send(karim.address, "hello");
    expect(await samira.next()).toEqual({ from: karim.address.toString("hex"), payload: Buffer.alloc(0) });
    expect((await get(here.port, "/ready")).status).toBe(200);
    await redis.start();
    await soon(() => {
      samira.send(karim.address, "again");
      expect(karim.heard.at(-1)?.payload.toString()).toBe("again");
    });
  });
});
