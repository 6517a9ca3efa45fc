import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve, type Served } from "../../../electron/serve/serve.ts";
import { scaled, type Attack, type Outcome, type Stage } from "../attack.ts";
import type { Chance } from "../chance.ts";

/** An address that stands for the room's; only Linux has more than one on loopback. Elsewhere the room is this machine's own. */
export const ROOM = process.platform === "linux" ? "127.0.0.2" : "127.0.0.1";

/** More than a host's memory may grow by while nonsense comes in, once it has seen as much of it before. */
const GROWTH_BYTES = 48 * 1024 * 1024;

/** Someone in the room who reaches the host's port, and knows nothing else. */
export const knockingAtTheHost: readonly Attack[] = [
  atTheDoor("crash or fill the host with bytes that are neither TLS nor HTTP", async (host, stage) => {
    const tried = scaled(stage, 100_000);
    const half = Math.ceil(tried / 2);
    await sendNonsense(host, stage.chance, half);
    const beforeBytes = process.memoryUsage().rss;
    await sendNonsense(host, stage.chance, half);
    const grownBytes = process.memoryUsage().rss - beforeBytes;
    const harms = grownBytes > GROWTH_BYTES ? [`it grew by ${Math.round(grownBytes / 1024 / 1024)} MB`] : [];
    return { tried, harms };
  }),

  atTheDoor("open or close the room from another laptop, or from a page of the web", async ({ served, port }) => {
    const own = { "X-Polyphony": "1" };
    const host = new URL(served.url).host;
    const strangers: readonly (readonly [url: string, headers: Readonly<Record<string, string>>])[] = [
      [`https://${ROOM}:${port}/here`, { ...own, Origin: `https://${ROOM}:${port}` }],
      [
        `https://${ROOM}:${port}/here`,
        { ...own, Host: host, Origin: `http://${host}`, "X-Forwarded-For": "127.0.0.1" },
      ],
      [`http://${ROOM}:${port}/here`, { ...own, Host: host, Origin: `http://${host}` }],
      [`${served.url}here`, { Origin: `http://${host}` }],
      [`${served.url}here`, { ...own, Origin: "https://evil.example" }],
      [`${served.url}here`, { ...own, Host: `evil.example:${port}`, Origin: `http://evil.example:${port}` }],
      [`${served.url}here`, { ...own, Origin: `http://${host}`, "Sec-Fetch-Site": "cross-site" }],
      [`${served.url}here/`, { ...own, Origin: `http://${host}` }],
      [`${served.url}here`, { ...own }],
    ];
    const harms: string[] = [];
    for (const [url, headers] of strangers) {
      const { status, body } = await ask(url, "POST", headers, '{"open":false}');
      if (status === 200 || body.includes("fingerprint")) harms.push(`${url} answered ${JSON.stringify(headers)}`);
      if (!served.room.view().isOpen) harms.push(`${url} closed the room`);
    }
    return { tried: strangers.length, harms };
  }),

  atTheDoor("hear something of the meeting without TLS", async ({ port }) => {
    const harms: string[] = [];
    const paths = ["/", "/index.html", "/signaling", "/here", "//evil.example/", "/%0d%0aSet-Cookie:a"];
    for (const path of paths) {
      const { status, body, location } = await ask(`http://${ROOM}:${port}${path}`, "GET", {});
      if (status !== 308 || body !== "") harms.push(`${path} was answered in the clear`);
      if (!location.startsWith(`https://${ROOM}:${port}/`)) harms.push(`${path} leads to ${location}`);
    }
    return { tried: paths.length, harms };
  }),

  atTheDoor("use up every connection, so that the person's own window does not open", async ({ port }, stage) => {
    const tried = scaled(stage, 5000) + 600;
    const sockets = Array.from({ length: tried }, () => connect(port, ROOM).on("error", () => undefined));
    await Promise.all(sockets.map(settled));
    const held = sockets.filter((socket) => socket.readyState === "open").length;
    for (const socket of sockets) socket.destroy();
    return { tried, harms: held > 256 ? [`${held} connections were held for one address`] : [] };
  }),
];

export interface Host {
  readonly served: Served;
  readonly port: number;
}

/** An attack on an open room: afterwards the host has to answer, in the room and on its own machine. */
export function atTheDoor(name: string, act: (host: Host, stage: Stage) => Promise<Outcome>): Attack {
  return {
    name,
    promise: "P5",
    async run(stage) {
      const place = await mkdtemp(join(tmpdir(), "polyphony-door-"));
      await writeFile(join(place, "index.html"), "<!doctype html><title>Polyphony</title>");
      const certificate = { folder: join(place, "certificate") };
      const served = await serve({ directory: place, port: 0, certificate, addresses: () => [ROOM] });
      const host = { served, port: Number(new URL(served.url).port) };
      try {
        if (!(await served.room.openRoom()).ok) return { tried: 0, harms: ["the room did not open"] };
        const { tried, harms } = await act(host, stage);
        return { tried, harms: [...harms, ...(await stillThere(host))] };
      } finally {
        await served.close();
        await rm(place, { recursive: true });
      }
    },
  };
}

async function stillThere({ served, port }: Host): Promise<readonly string[]> {
  const harms: string[] = [];
  for (const url of [served.url, `https://${ROOM}:${port}/`]) {
    const { status } = await ask(url, "GET", {});
    if (status !== 200) harms.push(`${url} does not answer any more: ${status}`);
  }
  return harms;
}

async function sendNonsense({ port }: Host, chance: Chance, count: number): Promise<void> {
  const beginnings: readonly (() => Uint8Array)[] = [
    () => chance.bytes(1 + chance.below(200)),
    () => Buffer.concat([Buffer.from([0x16, 3, 1]), chance.bytes(300)]),
    () => Buffer.concat([Buffer.from([0x16, 3, 1, 0, 60, 1, 0, 0, 56, 3, 3]), chance.bytes(54)]),
    () => Buffer.from(`GET /${"a".repeat(chance.below(30_000))} HTTP/1.1\r\n\r\n`),
    () => Buffer.from("GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"),
    () =>
      Buffer.from("GET /signaling HTTP/1.1\r\nHost: 127.0.0.2\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"),
    () => Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
    () => Buffer.alloc(0),
  ];
  const sender = async (share: number): Promise<void> => {
    for (let sent = 0; sent < share; sent += 1) await sendAndLeave(port, chance.pick(beginnings)());
  };
  await Promise.all(Array.from({ length: 25 }, () => sender(Math.ceil(count / 25))));
}

/** Sends these bytes and leaves, whatever is answered. */
function sendAndLeave(port: number, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, ROOM, () => socket.end(bytes));
    const enough = setTimeout(() => socket.destroy(), 50);
    socket.on("error", () => undefined);
    socket.on("data", () => undefined);
    socket.on("close", () => {
      clearTimeout(enough);
      resolve();
    });
  });
}

/** Resolves when a connection was refused, or has been left alone for a moment. */
function settled(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const leftAlone = setTimeout(resolve, 1500);
    socket.once("close", () => {
      clearTimeout(leftAlone);
      resolve();
    });
  });
}

interface Answered {
  readonly status: number;
  readonly body: string;
  readonly location: string;
}

/** Asks; a status of 0 where there is no answer at all. */
function ask(url: string, method: string, headers: Readonly<Record<string, string>>, body = ""): Promise<Answered> {
  return new Promise((resolve) => {
    const send = url.startsWith("https:") ? secureRequest : plainRequest;
    const options = { method, headers, rejectUnauthorized: false, agent: false };
    const asked = send(url, options, (response) => {
      let answer = "";
      response.on("data", (chunk: Buffer) => (answer += chunk.toString("utf8")));
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, body: answer, location: response.headers.location ?? "" });
      });
    });
    asked.on("error", () => resolve({ status: 0, body: "", location: "" }));
    asked.end(body);
  });
}
