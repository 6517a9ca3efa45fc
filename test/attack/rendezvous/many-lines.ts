import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WebSocket } from "ws";
import { createRelay } from "../../../electron/relay/create-relay.ts";
import { createClientAddress } from "../../../electron/rendezvous/client-address.ts";
import { parseConfiguration } from "../../../electron/rendezvous/configuration.ts";
import { startRendezvous } from "../../../electron/rendezvous/start-rendezvous.ts";
import { createSignaling } from "../../../electron/signaling/create-signaling.ts";
import { scaled, type Attack } from "../attack.ts";
import { until } from "../place.ts";

/** What came of trying to open a line. */
async function tryLine(url: string, headers: Readonly<Record<string, string>>): Promise<WebSocket | null> {
  const socket = new WebSocket(url, { headers, perMessageDeflate: false });
  socket.on("error", () => undefined);
  const opened = once(socket, "open").then(
    () => true,
    () => false,
  );
  const closed = once(socket, "close").then(
    () => false,
    () => false,
  );
  return (await Promise.race([opened, closed])) ? socket : null;
}

/** Opens many lines, a few at a time. */
async function openMany(
  count: number,
  open: (number: number) => Promise<WebSocket | null>,
): Promise<readonly WebSocket[]> {
  const sockets: WebSocket[] = [];
  for (let begun = 0; begun < count; begun += 50) {
    const numbers = Array.from({ length: Math.min(50, count - begun) }, (_, index) => begun + index);
    for (const socket of await Promise.all(numbers.map(open))) if (socket !== null) sockets.push(socket);
  }
  return sockets;
}

/** Whether two who come by these lines hear each other. */
async function hear(one: WebSocket, other: WebSocket): Promise<boolean> {
  const heard: string[] = [];
  other.on("message", (data) => Buffer.isBuffer(data) && heard.push(data.toString("utf8")));
  for (const socket of [one, other]) socket.send(JSON.stringify({ type: "subscribe", topics: ["room"] }));
  const said = JSON.stringify({ type: "publish", topic: "room", data: "still here" });
  await until(
    "a note",
    () => {
      if (heard.length === 0) one.send(said);
      return heard.includes(said);
    },
    3000,
  ).catch(() => undefined);
  return heard.includes(said);
}

export const openingManyLines: readonly Attack[] = [
  {
    name: "open lines without end from one address, to signaling and to the relay",
    promise: "P5",
    async run(stage) {
      const server = createServer();
      const options = { addressOf: ({ headers }: { headers: Record<string, unknown> }) => String(headers["x-from"]) };
      const [signaling, relay] = [createSignaling(options), createRelay(options)];
      for (const each of [signaling, relay]) each.attach(server);
      server.listen(0, "127.0.0.1");
      await once(server, "listening");
      // A server that listens on a TCP port has an address of this shape.
      const base = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const tried = scaled(stage, 20_000);
      const sockets: WebSocket[] = [];
      const harms: string[] = [];
      try {
        // A thief in the room, and one from afar who has a whole network of addresses to itself.
        const thieves = (number: number) =>
          number % 2 === 0 ? "192.168.1.66" : `2001:db8:1:1::${(number % 60_000).toString(16)}`;
        for (const path of ["/signaling", "/relay"]) {
          const held = await openMany(tried, (number) => tryLine(base + path, { "X-From": thieves(number) }));
          sockets.push(...held);
          if (held.length > 32) harms.push(`${held.length} lines of ${path} were held for two`);
        }
        const honest = await Promise.all(
          ["192.168.1.5", "192.168.1.7"].map((address) => tryLine(`${base}/signaling`, { "X-From": address })),
        );
        const [one = null, other = null] = honest;
        if (one === null || other === null) harms.push("nobody else gets a line");
        else if (!(await hear(one, other))) harms.push("two others do not hear each other");
        const relayed = await tryLine(`${base}/relay`, { "X-From": "192.168.1.7" });
        if (relayed === null) harms.push("nobody else gets a line of the relay");
        sockets.push(...[one, other, relayed].flatMap((socket) => socket ?? []));
        return { tried: tried * 2, harms };
      } finally {
        for (const socket of sockets) socket.terminate();
        await Promise.all([signaling.close(), relay.close()]);
        server.close();
      }
    },
  },

  {
    name: "say that one comes from elsewhere, and win a limit of one’s own at the rendezvous",
    promise: "P5",
    async run(stage) {
      const page = await mkdtemp(join(tmpdir(), "polyphony-rendezvous-"));
      await writeFile(join(page, "index.html"), "<!doctype html><title>Polyphony</title>");
      const most = 5;
      const environment = { HOST: "127.0.0.1", PORT: "0", DIRECTORY: page, MAX_CONNECTIONS_PER_ADDRESS: `${most}` };
      // Behind a proxy that it trusts; the proxy adds the address it was reached from as the last one.
      const parsed = parseConfiguration({ ...environment, TRUST_PROXY: "127.0.0.1,10.9.0.0/16" });
      if (!parsed.ok) throw new Error(parsed.sentences.join(" "));
      const rendezvous = await startRendezvous(parsed.value, () => undefined);
      const url = `ws://127.0.0.1:${rendezvous.port}`;
      const sockets: WebSocket[] = [];
      const harms: string[] = [];
      const tried = Math.max(80, scaled(stage, 2000));
      const lies: readonly ((number: number) => Readonly<Record<string, string>>)[] = [
        (number) => ({ "X-Forwarded-For": `203.0.113.${number % 256}, 198.51.100.7` }),
        (number) => ({
          "X-Forwarded-For": `127.0.0.1, 10.9.0.${number % 256}, 192.168.0.${number % 256}, 198.51.100.7`,
        }),
        (number) => ({ "X-Forwarded-For": `::1,::ffff:127.0.0.1,${number}, 198.51.100.7, 10.9.1.1` }),
        (number) => ({ "X-Forwarded-For": "198.51.100.7", Forwarded: `for=203.0.113.${number % 256}` }),
        (number) => ({ "X-Forwarded-For": "198.51.100.7", "X-Real-IP": `203.0.113.${number % 256}` }),
        (number) => ({ "X-Forwarded-For": "::ffff:198.51.100.7", "X-Client-IP": `10.0.0.${number % 256}` }),
      ];
      try {
        for (const path of ["/signaling", "/relay"]) {
          const held = await openMany(tried, (number) =>
            tryLine(url + path, (lies[number % lies.length] ?? (() => ({})))(number)),
          );
          sockets.push(...held);
          if (held.length > most) harms.push(`one address holds ${held.length} lines of ${path}`);
        }
        const another = await tryLine(`${url}/signaling`, { "X-Forwarded-For": "198.51.100.8" });
        if (another === null) harms.push("nobody else gets a line");
        else sockets.push(another);
        // Where nobody is trusted, nobody is believed.
        const addressOf = createClientAddress([]);
        for (const make of lies) {
          const request = {
            headers: { "x-forwarded-for": make(1)["X-Forwarded-For"] },
            socket: { remoteAddress: "198.51.100.7" },
          };
          // As much of a request as is looked at.
          if (addressOf(request as never) !== "198.51.100.7") harms.push("a stranger was believed");
        }
        return { tried: tried * 2 + lies.length, harms };
      } finally {
        for (const socket of sockets) socket.terminate();
        await rendezvous.close();
        await rm(page, { recursive: true });
      }
    },
  },
];
