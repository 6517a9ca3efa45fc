import { randomBytes } from "node:crypto";
import { createSocket } from "node:dgram";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as plainRequest, type IncomingMessage } from "node:http";
import { request as secureRequest } from "node:https";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect as connectTls, TLSSocket } from "node:tls";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";

import { describeCertificate } from "../../../../electron/certificate/host-certificate.ts";
import { serve, type Served, type ServeWish } from "../../../../electron/serve/serve.ts";
import { makeClinicCertificate } from "../../../cast/clinic-certificate.ts";
import { wordsOf } from "../../../../shared/room/two-words.ts";

/** Addresses that stand for the room's: on loopback, so that nothing leaves this machine, and different from the page's own. */
const [room, other] = ["127.0.0.2", "127.0.0.3"];

let place = "";
const running: Served[] = [];

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), "polyphony-room-"));
  writeFileSync(join(place, "index.html"), "<!doctype html><title>Polyphony</title>");
});
afterAll(() => rmSync(place, { recursive: true }));
afterEach(async () => {
  await Promise.all(running.splice(0).map((served) => served.close()));
});

async function offer(wish: Partial<ServeWish> = {}): Promise<Served & { readonly port: number }> {
  const certificate = { folder: join(place, "certificate") };
  const served = await serve({ directory: place, port: 0, certificate, addresses: () => [room], ...wish });
  running.push(served);
  return { ...served, port: Number(new URL(served.url).port) };
}

interface Asked {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
  readonly fingerprint: string | null;
}

/** Asks without minding that nobody vouches for the certificate, as a browser whose person went on. */
function ask(url: string, options: { method?: string; headers?: Record<string, string> } = {}): Promise<Asked> {
  return new Promise((resolve, reject) => {
    const isSecure = url.startsWith("https:");
    const send = isSecure ? secureRequest : plainRequest;
    const asked = send(url, { ...options, rejectUnauthorized: false, agent: false }, (response) => {
      let body = "";
      const { socket } = response;
      const shown = socket instanceof TLSSocket ? socket.getPeerX509Certificate()?.fingerprint256 : undefined;
      const fingerprint = shown?.replaceAll(":", "").toLowerCase() ?? null;
      response.on("data", (chunk: Buffer) => (body += chunk.toString("utf8")));
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body, fingerprint });
      });
    });
    asked.on("error", reject).end();
  });
}

const opened = (socket: WebSocket) =>
  new Promise<"open" | "refused">((resolve) => {
    socket.once("open", () => resolve("open"));
    socket.once("error", () => resolve("refused"));
  });

/** The type of the answer to a STUN binding request (RFC 8489); null when there is none. */
function askStun(address: string, port: number): Promise<number | null> {
  const socket = createSocket("udp4");
  const header = Buffer.from("000100002112a442", "hex");
  return new Promise((resolve) => {
    const settle = (type: number | null): void => {
      clearTimeout(patience);
      socket.close();
      resolve(type);
    };
    const patience = setTimeout(() => settle(null), 1000);
    socket.on("error", () => settle(null));
    socket.on("message", (answer) => settle(answer.readUInt16BE(0)));
    socket.send(Buffer.concat([header, randomBytes(12)]), port, address);
  });
}

// Other systems have only one loopback address.
describe.skipIf(process.platform !== "linux")("the room", () => {
  test("is closed until it is opened: nothing listens beyond this machine", async () => {
    const { port, room: hosting } = await offer();
    expect(hosting.view()).toEqual({ isOpen: false, addresses: [], fingerprint: null, words: null, nearby: [] });
    await expect(ask(`https://${room}:${port}/`)).rejects.toThrow(/ECONNREFUSED/);
  });

  test("shows the program over https once it is open, with the certificate it tells of", async () => {
    const { port, room: hosting } = await offer();
    expect(await hosting.openRoom()).toEqual({ ok: true, value: null });
    const { isOpen, addresses, fingerprint, words } = hosting.view();
    expect(isOpen).toBe(true);
    expect(addresses).toEqual([`https://${room}:${port}/`]);
    expect(words).toBe(wordsOf(fingerprint ?? ""));
    const page = await ask(addresses[0] ?? "");
    expect(page.status).toBe(200);
    expect(page.body).toContain("<title>Polyphony</title>");
    expect(page.headers["content-security-policy"]).toMatch(/default-src 'none'/);
    expect(page.fingerprint).toBe(fingerprint);
  });

  test("leads whoever asks without TLS to https, and tells nothing else in the clear", async () => {
    const { port, room: hosting } = await offer();
    await hosting.openRoom();
    const led = await ask(`http://${room}:${port}/index.html?a=b`);
    expect([led.status, led.headers.location, led.body]).toEqual([308, `https://${room}:${port}/index.html?a=b`, ""]);
    expect((await ask(`http://${room}:${port}/`, { method: "POST" })).status).toBe(405);
    expect((await ask(`http://${room}:${port}/`, { headers: { Host: "evil.example" } })).status).toBe(421);
    const socket = new WebSocket(`ws://${room}:${port}/signaling`, { followRedirects: false });
    expect(await opened(socket)).toBe("refused");
  });

  test("leaves this machine's own page as it was", async () => {
    const { url, room: hosting } = await offer();
    await hosting.openRoom();
    expect((await ask(url)).status).toBe(200);
    expect((await ask(url.replace("http:", "https:"))).status).toBe(200);
  });

  test("answers nobody who was led here under another name", async () => {
    const { port, room: hosting } = await offer();
    await hosting.openRoom();
    expect((await ask(`https://${room}:${port}/`, { headers: { Host: `evil.example:${port}` } })).status).toBe(421);
    const options = { rejectUnauthorized: false, origin: "https://evil.example" };
    expect(await opened(new WebSocket(`wss://${room}:${port}/signaling`, options))).toBe("refused");
  });

  test("carries a note from a guest's laptop to the window on this one, and back", async () => {
    const { port, signalingUrl, room: hosting } = await offer();
    await hosting.openRoom();
    const origin = `https://${room}:${port}`;
    const guest = new WebSocket(`wss://${room}:${port}/signaling`, { rejectUnauthorized: false, origin });
    const window = new WebSocket(signalingUrl);
    expect(await Promise.all([opened(guest), opened(window)])).toEqual(["open", "open"]);
    const heard: string[] = [];
    for (const socket of [guest, window]) {
      socket.on("message", (data: Buffer) => heard.push(data.toString()));
      socket.send('{"type":"subscribe","topics":["kitchen"]}');
      socket.send('{"type":"ping"}');
    }
    await expect.poll(() => heard.filter((frame) => frame === '{"type":"pong"}')).toHaveLength(2);
    guest.send('{"type":"publish","topic":"kitchen","data":"from the guest"}');
    window.send('{"type":"publish","topic":"kitchen","data":"from the window"}');
    await expect.poll(() => heard.join()).toMatch(/from the guest/);
    await expect.poll(() => heard.join()).toMatch(/from the window/);
    window.terminate();
  });

  test("tells each laptop to ask for its own address where it came in, and answers there while it is open", async () => {
    const { port, signalingUrl, room: hosting } = await offer();
    const window = new WebSocket(signalingUrl);
    const told: string[] = [];
    window.on("message", (data: Buffer) => told.push(data.toString()));
    await opened(window);
    await hosting.openRoom();
    const guest = new WebSocket(`wss://${room}:${port}/signaling`, { rejectUnauthorized: false });
    guest.on("message", (data: Buffer) => told.push(data.toString()));
    await opened(guest);
    const ice = JSON.stringify({ type: "ice", iceServers: [{ urls: [`stun:${room}:${port}`] }] });
    await expect.poll(() => told.filter((frame) => frame === ice)).toHaveLength(2);
    expect(await askStun(room, port)).toBe(0x0101);
    await hosting.closeRoom();
    await expect.poll(() => told.at(-1)).toBe('{"type":"ice","iceServers":[]}');
    expect(await askStun(room, port)).toBeNull();
    window.terminate();
  });

  test("carries frames between laptops that are kept apart", async () => {
    const { port, signalingUrl, room: hosting } = await offer();
    await hosting.openRoom();
    const ellen = new WebSocket(`wss://${room}:${port}/relay`, { rejectUnauthorized: false });
    const karim = new WebSocket(signalingUrl.replace("/signaling", "/relay"));
    const heard = new Map<WebSocket, Buffer[]>([
      [ellen, []],
      [karim, []],
    ]);
    for (const [socket, frames] of heard) socket.on("message", (data: Buffer) => frames.push(data));
    await Promise.all([opened(ellen), opened(karim)]);
    for (const socket of [ellen, karim]) socket.send(randomBytes(32));
    await expect.poll(() => [...heard.values()].map((frames) => frames[0]?.length)).toEqual([16, 16]);
    const [ellens, karims] = [...heard.values()].map((frames) => frames[0] ?? Buffer.alloc(0));
    ellen.send(Buffer.concat([karims ?? Buffer.alloc(0), Buffer.from("sealed")]));
    await expect
      .poll(() => heard.get(karim)?.[1]?.toString("hex"))
      .toBe(Buffer.concat([ellens ?? Buffer.alloc(0), Buffer.from("sealed")]).toString("hex"));
    ellen.terminate();
    karim.terminate();
  });

  test("ends for everyone when it is closed, and can be opened again", async () => {
    const { port, url, signalingUrl, room: hosting } = await offer();
    await hosting.openRoom();
    const { fingerprint } = hosting.view();
    const guest = new WebSocket(`wss://${room}:${port}/signaling`, { rejectUnauthorized: false });
    const window = new WebSocket(signalingUrl);
    await Promise.all([opened(guest), opened(window)]);
    const ended = new Promise((resolve) => guest.once("close", resolve));
    await hosting.closeRoom();
    await ended;
    expect(window.readyState).toBe(WebSocket.OPEN);
    expect(hosting.view()).toMatchObject({ isOpen: false, addresses: [], fingerprint: null });
    await expect(ask(`https://${room}:${port}/`)).rejects.toThrow(/ECONNREFUSED/);
    expect((await ask(url)).status).toBe(200);

    await hosting.openRoom();
    expect(hosting.view().fingerprint).toBe(fingerprint);
    expect((await ask(`https://${room}:${port}/`)).status).toBe(200);
    window.terminate();
  });

  test("follows the addresses of this laptop as they come and go", async () => {
    let addresses: readonly string[] = [];
    const { port, room: hosting } = await offer({
      addresses: () => addresses,
      certificate: { folder: join(place, "moving") },
    });
    expect(await hosting.openRoom()).toMatchObject({ ok: true });
    expect(hosting.view()).toMatchObject({ isOpen: true, addresses: [] });
    let told = 0;
    hosting.subscribe(() => (told += 1));

    addresses = [room];
    await expect.poll(() => hosting.view().addresses, { timeout: 10_000 }).toEqual([`https://${room}:${port}/`]);
    const first = await ask(`https://${room}:${port}/`);
    expect(first.fingerprint).toBe(hosting.view().fingerprint);

    addresses = [other];
    await expect.poll(() => hosting.view().addresses, { timeout: 10_000 }).toEqual([`https://${other}:${port}/`]);
    const second = await ask(`https://${other}:${port}/`);
    expect(second.fingerprint).toBe(hosting.view().fingerprint);
    expect(second.fingerprint).not.toBe(first.fingerprint);
    await expect(ask(`https://${room}:${port}/`)).rejects.toThrow(/ECONNREFUSED/);
    expect(told).toBeGreaterThanOrEqual(2);
  });

  test("stays closed where another program has the port, and says so", async () => {
    const { port, room: hosting } = await offer();
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(port, room, resolve));
    expect(await hosting.openRoom()).toEqual({ ok: false, reason: "not-hosting" });
    expect(hosting.view().isOpen).toBe(false);
    await new Promise((resolve) => taken.close(resolve));
    expect(await hosting.openRoom()).toMatchObject({ ok: true });
  });

  test("stays closed where no certificate can be kept", async () => {
    writeFileSync(join(place, "file"), "");
    const { port, room: hosting } = await offer({ certificate: { folder: join(place, "file", "certificate") } });
    expect(await hosting.openRoom()).toEqual({ ok: false, reason: "not-hosting" });
    await expect(ask(`https://${room}:${port}/`)).rejects.toThrow(/ECONNREFUSED/);
  });

  test("that is opened and closed many times at once is in the end what was wished last", async () => {
    const { port, room: hosting } = await offer();
    await Promise.all(
      Array.from({ length: 9 }, (_, count) => (count % 2 === 0 ? hosting.openRoom() : hosting.closeRoom())),
    );
    expect(hosting.view().isOpen).toBe(true);
    expect((await ask(`https://${room}:${port}/`)).status).toBe(200);
  });

  test("shows an organisation's certificate, under its names too", async () => {
    const clinic = await makeClinicCertificate(["polyphony.clinic.example", "*.clinic.example"]);
    const organisation = describeCertificate(clinic.certificate, clinic.key);
    const { port, room: hosting } = await offer({ certificate: organisation });
    await hosting.openRoom();
    expect(hosting.view().addresses).toEqual([`https://polyphony.clinic.example:${port}/`, `https://${room}:${port}/`]);
    for (const [name, status] of [
      ["polyphony.clinic.example", 200],
      ["ward.clinic.example", 200],
      ["a.ward.clinic.example", 421],
      ["clinic.example", 421],
    ] as const) {
      const answered = await ask(`https://${room}:${port}/`, { headers: { Host: `${name}:${port}` } });
      expect([name, answered.status]).toEqual([name, status]);
    }
    const options = { rejectUnauthorized: false, origin: `https://ward.clinic.example:${port}` };
    expect(await opened(new WebSocket(`wss://${room}:${port}/signaling`, options))).toBe("open");
  });
});

describe.skipIf(process.platform !== "linux")("someone in the room who means no good", () => {
  test("is cut off who never finishes what they began to say", async () => {
    const { port, room: hosting } = await offer();
    await hosting.openRoom();
    const beginnings = [
      Buffer.alloc(0),
      Buffer.from("GET / HTTP/1.1\r\nHost: 127"),
      Buffer.from([0x16, 3, 1, 2, 0, 1, 0]),
    ];
    const ends = beginnings.map(
      (beginning) =>
        new Promise<number>((resolve) => {
          const beganMs = Date.now();
          const socket = connect(port, room, () => socket.write(beginning));
          // One byte now and then: a deadline for silence alone would wait for ever.
          const drip = setInterval(() => beginning.length > 0 && socket.write("1"), 1000);
          socket.on("error", () => undefined);
          socket.on("data", () => undefined);
          socket.on("close", () => {
            clearInterval(drip);
            resolve(Date.now() - beganMs);
          });
        }),
    );
    const headers = connectTls({ port, host: room, rejectUnauthorized: false }, () =>
      headers.write("GET / HTTP/1.1\r\n"),
    );
    headers.on("data", () => undefined);
    ends.push(new Promise((resolve) => headers.on("close", () => resolve(0))));
    for (const tookMs of await Promise.all(ends)) expect(tookMs).toBeLessThan(25_000);
  });

  test("has only so many connections, and this machine's own page still opens", async () => {
    const { port, url, room: hosting } = await offer({ guests: { together: 8, each: 5 } });
    await hosting.openRoom();
    const sockets = Array.from({ length: 20 }, () => connect(port, room).on("error", () => undefined));
    await expect.poll(() => sockets.filter((socket) => socket.closed)).toHaveLength(15);
    await expect(ask(`https://${room}:${port}/`)).rejects.toThrow();
    expect((await ask(url)).status).toBe(200);
    for (const socket of sockets) socket.destroy();
    await expect
      .poll(() =>
        ask(`https://${room}:${port}/`).then(
          ({ status }) => status,
          () => 0,
        ),
      )
      .toBe(200);
  });
});
