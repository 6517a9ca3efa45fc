import { randomBytes, randomInt } from "node:crypto";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect, type TLSSocket } from "node:tls";
import { WebSocket } from "ws";
import { openHouse } from "../house.ts";
import { rowOf, type Row } from "../row.ts";
import { runAlone } from "../run-alone.ts";

const FRAMES = 1_000_000;
/** A machine that is busy does not get through all of them; how many it was is told. */
const LONGEST_MS = 120_000;
/** What a program of this size may gain, in MiB, while its buffers and its heap find their size. */
const MOST_GROWTH_MIB = 64;
const SETTLING_MS = 3000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface Target {
  readonly address: string;
  readonly port: number;
}

/** Bytes that no program of ours sends, at each thing that listens. Resolves to how many frames were sent. */
type Flood = (target: Target, frames: number, untilMs: number) => Promise<number>;

const FLOODS: readonly (readonly [string, Flood])[] = [
  ["signaling", (target, frames, until) => floodSocket(target, "/signaling", frames, until, oddNote)],
  ["relay", (target, frames, until) => floodSocket(target, "/relay", frames, until, oddRelayFrame)],
  ["STUN", floodStun],
  ["https", floodHttps],
];

/** A host under floods of what it cannot read: it stays up, answers afterwards, and keeps nothing of it. */
export async function measureMalformed(frames = FRAMES): Promise<readonly Row[]> {
  const house = await openHouse(0);
  const target = { address: house.network.addressOf(1), port: house.port };
  try {
    const rows: Row[] = [];
    for (const [name, flood] of FLOODS) {
      // The first of them warm up what is made once.
      await flood(target, Math.ceil(frames / 50), Date.now() + LONGEST_MS);
      await pause(SETTLING_MS);
      const beforeMib = memoryMib(house.program.pid);
      const sent = await flood(target, frames, Date.now() + LONGEST_MS);
      await pause(SETTLING_MS);
      const growth = Math.max(0, memoryMib(house.program.pid) - beforeMib);
      const broken = (await answers(target)) ? [] : ["the program does not answer any more"];
      rows.push(
        rowOf({
          ...{
            name: `malformed at ${name}: memory gained`,
            unit: "MiB",
            budget: MOST_GROWTH_MIB,
            runs: [growth],
            broken,
          },
          notes: [`${sent} frames${sent < frames ? `, as many as went out in ${LONGEST_MS / 1000} s` : ""}.`],
        }),
      );
    }
    return rows;
  } finally {
    await house.close();
  }
}

async function floodSocket(
  { address, port }: Target,
  path: string,
  frames: number,
  untilMs: number,
  odd: (number: number) => Buffer | string,
): Promise<number> {
  let sent = 0;
  while (sent < frames && Date.now() < untilMs) {
    const origin = `https://${address}:${port}`;
    const socket = new WebSocket(`wss://${address}:${port}${path}`, { rejectUnauthorized: false, origin });
    socket.on("error", () => undefined);
    const opened = await Promise.race([once(socket, "open").then(() => true), once(socket, "close").then(() => false)]);
    if (!opened) continue;
    if (path === "/relay") socket.send(randomBytes(32));
    while (isOpen(socket) && sent < frames && Date.now() < untilMs) {
      for (let some = 0; some < 500 && sent < frames; some += 1) {
        socket.send(odd(sent));
        sent += 1;
      }
      while (socket.bufferedAmount > 1_000_000 && isOpen(socket)) await pause(1);
      await new Promise((resolve) => setImmediate(resolve));
    }
    socket.terminate();
  }
  return sent;
}

const isOpen = (socket: WebSocket): boolean => socket.readyState === WebSocket.OPEN;

function oddNote(number: number): Buffer | string {
  const odd = [
    () => randomBytes(1 + randomInt(60)),
    () => `{"type":"publish","topic":${"[".repeat(number % 200)}`,
    () => JSON.stringify({ type: "subscribe", topics: [number, null, { number }] }),
    () => JSON.stringify({ type: ["publish"], topic: "\u0000".repeat(300), data: number }),
    () => `{"__proto__":{"type":"ping"},"type":${number}}`,
  ];
  return odd[number % odd.length]?.() ?? "";
}

/** For addresses where nobody is; now and then a frame that ends the connection. */
function oddRelayFrame(number: number): Buffer | string {
  if (number % 1000 === 999) return number % 2 === 0 ? randomBytes(7) : "text";
  return randomBytes(16 + randomInt(64));
}

async function floodStun({ address, port }: Target, frames: number, untilMs: number): Promise<number> {
  const socket = createSocket("udp4");
  let sent = 0;
  while (sent < frames && Date.now() < untilMs) {
    const burst = Array.from({ length: Math.min(200, frames - sent) }, () => oddDatagram());
    await Promise.all(
      burst.map((bytes) => new Promise<void>((resolve) => socket.send(bytes, port, address, () => resolve()))),
    );
    sent += burst.length;
  }
  socket.close();
  return sent;
}

/** Half of them begin like a binding request. */
function oddDatagram(): Buffer {
  const bytes = randomBytes(1 + randomInt(200));
  if (bytes.length > 8 && (bytes[0] ?? 0) % 2 === 0) Buffer.from("000100ff2112a442", "hex").copy(bytes);
  return bytes;
}

async function floodHttps({ address, port }: Target, frames: number, untilMs: number): Promise<number> {
  let sent = 0;
  while (sent < frames && Date.now() < untilMs) {
    const socket: TLSSocket = connect({ host: address, port, rejectUnauthorized: false });
    socket.on("error", () => undefined);
    socket.resume();
    const opened = await Promise.race([
      once(socket, "secureConnect").then(() => true),
      once(socket, "close").then(() => false),
    ]).catch(() => false);
    while (opened && !socket.destroyed && sent < frames && Date.now() < untilMs) {
      const some = Array.from({ length: 50 }, (_, number) => oddRequest(sent + number, address));
      sent += some.length;
      if (!socket.write(some.join(""))) await takenOrGone(socket);
    }
    socket.destroy();
  }
  return sent;
}

/** Resolves when the other end has taken what was written, or has gone. */
function takenOrGone(socket: TLSSocket): Promise<unknown> {
  // What ends it is seen by whoever asks whether it is destroyed.
  const events = [once(socket, "drain"), once(socket, "close")].map((event) => event.catch(() => undefined));
  return Promise.race([...events, pause(5000)]);
}

function oddRequest(number: number, address: string): string {
  const odd = [
    `GET /%00%2e%2e/${number} HTTP/1.1\r\nHost: ${address}\r\n\r\n`,
    `GET /../../etc/passwd HTTP/1.1\r\nHost: somewhere.example\r\n\r\n`,
    `BREW / HTTP/1.1\r\nHost: [::${number}\r\n\r\n`,
    `POST /here HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\n\r\n{}`,
  ];
  return odd[number % odd.length] ?? "";
}

/** Whether a page and a signaling server are still there. */
async function answers({ address, port }: Target): Promise<boolean> {
  const origin = `https://${address}:${port}`;
  const socket = new WebSocket(`wss://${address}:${port}/signaling`, { rejectUnauthorized: false, origin });
  socket.on("error", () => undefined);
  try {
    await Promise.race([once(socket, "open"), pause(10_000)]);
    socket.send('{"type":"ping"}');
    return await Promise.race([
      new Promise<boolean>((resolve) => {
        socket.on("message", (data: Buffer) => {
          if (data.toString().includes("pong")) resolve(true);
        });
      }),
      pause(10_000).then(() => false),
    ]);
  } catch {
    // It could not even be connected to.
    return false;
  } finally {
    socket.terminate();
  }
}

function memoryMib(pid: number): number {
  const [, kib] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kib) / 1024;
}

if (import.meta.main) await runAlone(() => measureMalformed());
