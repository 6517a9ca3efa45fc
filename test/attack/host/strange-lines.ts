import { connect as connectTls } from "node:tls";
import { connect } from "node:net";
import { WebSocket } from "ws";
import { scaled, type Attack } from "../attack.ts";
import { collectGarbage } from "../measure.ts";
import { atTheDoor, ROOM, type Host } from "./at-the-door.ts";

/** Opens a WebSocket as a page would; whether it was let in. */
function opens(url: string, headers: Readonly<Record<string, string>>): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url, { headers, rejectUnauthorized: false, perMessageDeflate: false });
    const end = (isOpen: boolean) => {
      socket.terminate();
      resolve(isOpen);
    };
    socket.on("open", () => end(true));
    socket.on("error", () => end(false));
  });
}

/** Sends this in pieces over TLS or not, and resolves to what was answered, at the latest when nothing more comes for a while. */
function say(port: number, secure: boolean, pieces: Iterable<string>): Promise<string> {
  return new Promise((resolve) => {
    const options = { port, host: ROOM };
    const socket = secure ? connectTls({ ...options, rejectUnauthorized: false }) : connect(options);
    let answer = "";
    const done = () => {
      clearTimeout(enough);
      socket.destroy();
      resolve(answer);
    };
    const enough = setTimeout(done, 400);
    socket.on("error", done);
    socket.on("close", done);
    socket.on("data", (chunk: Buffer) => (answer += chunk.toString("latin1")));
    socket.on(secure ? "secureConnect" : "connect", () => {
      for (const piece of pieces) if (socket.writable) socket.write(piece);
    });
  });
}

/** Pages of the web, and this machine under a name that a stranger has pointed at it (DNS rebinding). */
function strangers({
  served,
  port,
}: Host): readonly (readonly [url: string, headers: Readonly<Record<string, string>>])[] {
  const own = new URL(served.url).host;
  const [plain, secure] = [`ws://${own}`, `wss://${ROOM}:${port}`];
  const names = ["evil.example", `127.0.0.1.evil.example:${port}`, "localhost.evil.example", `evil.example.:${port}`];
  return [plain, secure].flatMap((base) =>
    ["/signaling", "/relay"].flatMap((path) => [
      ...names.map((name) => [base + path, { Host: name, Origin: `http://${name}` }] as const),
      ...names.map((name) => [base + path, { Origin: `https://${name}` }] as const),
      ...["null", "file://", "https://127.0.0.1@evil.example", "chrome-extension://abc", "data:"].map(
        (origin) => [base + path, { Origin: origin }] as const,
      ),
      ...["/signaling/", "/signaling%2f", "//signaling", "/Signaling"].map((odd) => [base + odd, {}] as const),
    ]),
  );
}

/** A page of the web in somebody's browser, and whoever reaches the host's port. */
export const openingStrangeLines: readonly Attack[] = [
  atTheDoor("open signaling or the relay from a page of the web, or under a name of one’s own", async (host) => {
    const harms: string[] = [];
    const tries = strangers(host);
    for (const [url, headers] of tries) {
      if (await opens(url, headers)) harms.push(`${url} was opened by ${JSON.stringify(headers)}`);
    }
    const own = new URL(host.served.url);
    if (!(await opens(`ws://${own.host}/signaling`, { Origin: own.origin }))) harms.push("our own page gets no line");
    if (!(await opens(`wss://${ROOM}:${host.port}/relay`, { Origin: `https://${ROOM}:${host.port}` }))) {
      harms.push("a guest’s page gets no line");
    }
    return { tried: tries.length, harms };
  }),

  atTheDoor("use the host up with headers", async ({ port }, stage) => {
    const { chance } = stage;
    const tried = scaled(stage, 200) + 10;
    const before = await collectGarbage();
    const line = () => `X-${chance.next().toString(36)}: ${"a".repeat(chance.below(200))}\r\n`;
    const shapes: readonly (() => readonly string[])[] = [
      () => ["GET / HTTP/1.1\r\nHost: x\r\n", ...Array.from({ length: 400 }, line), "\r\n"],
      () => ["GET / HTTP/1.1\r\n", ...Array.from({ length: 4000 }, () => "A: b\r\n"), "\r\n"],
      () => [`GET / HTTP/1.1\r\nHost: ${"a.".repeat(9000)}\r\n\r\n`],
      () => ["GET / HTTP/1.1\r\nHost: 127.0.0.2\r\nHost: evil.example\r\n\r\n"],
      () => [`GET / HTTP/1.1\r\nCookie: ${"a=b; ".repeat(20_000)}\r\n`],
      () => [
        "POST /here HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Polyphony: 1\r\nContent-Length: 99999999\r\n\r\n",
        "a".repeat(60_000),
      ],
    ];
    const harms: string[] = [];
    for (let sent = 0; sent < tried; sent += 10) {
      const answers = await Promise.all(
        Array.from({ length: Math.min(10, tried - sent) }, (_, index) =>
          say(port, index % 2 === 0, chance.pick(shapes)()),
        ),
      );
      for (const answer of answers) {
        if (/^HTTP\/1.1 200/.test(answer) && answer.includes("fingerprint")) harms.push("the host told of itself");
      }
    }
    const grown = (await collectGarbage()) - before;
    if (grown > 48 * 1024 * 1024) harms.push(`it grew by ${Math.round(grown / 1024 / 1024)} MB`);
    return { tried, harms };
  }),
];
