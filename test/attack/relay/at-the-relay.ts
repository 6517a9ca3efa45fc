import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocket } from "ws";
import { createRelay, type RelayFigures } from "../../../electron/relay/create-relay.ts";
import { relayAddress } from "../../../electron/relay/address.ts";
import { comeToRelay, type RelayClient } from "../../cast/relay-client.ts";
import { scaled, type Attack, type Outcome, type Stage } from "../attack.ts";
import { collectGarbage } from "../measure.ts";
import { until } from "../place.ts";

const MIB = 1024 * 1024;

/** What may be on its way to somebody who never reads: what waits here, and what the system holds for both. */
const MOST_TAKEN = 32 * MIB;

/** A relay with two honest laptops at it, and room for the other one. */
interface RelayPlace {
  readonly url: string;
  readonly honest: readonly [samira: RelayClient, ellen: RelayClient];
  readonly figures: () => RelayFigures;
  readonly come: (token?: Buffer) => Promise<RelayClient>;
}

/** Where a request of these tests says that it comes from: a laptop on the same Wi-Fi unless it says otherwise. */
const cameFrom = ({ headers }: IncomingMessage): string => String(headers["x-from"] ?? "192.168.1.5");

/** An attack on a relay: meanwhile and afterwards two honest laptops reach each other, and nobody hears what is not theirs. */
function atTheRelay(name: string, act: (place: RelayPlace, stage: Stage) => Promise<Outcome>): Attack {
  return {
    name,
    promise: "P5",
    async run(stage) {
      const server = createServer();
      const relay = createRelay({ addressOf: cameFrom });
      relay.attach(server);
      server.listen(0, "127.0.0.1");
      await once(server, "listening");
      // A server that listens on a TCP port has an address of this shape.
      const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/relay`;
      const clients: RelayClient[] = [];
      const come = async (token?: Buffer): Promise<RelayClient> => {
        const headers = { "X-From": "192.168.1.66" };
        const client = await comeToRelay(url, token === undefined ? { headers } : { headers, token });
        clients.push(client);
        return client;
      };
      const honest = [await comeToRelay(url), await comeToRelay(url)] as const;
      clients.push(...honest);
      try {
        const { tried, harms } = await act({ url, honest, come, figures: () => relay.figures() }, stage);
        return { tried, harms: [...harms, ...(await stillTalk(honest))] };
      } finally {
        for (const client of clients) client.close();
        await relay.close();
        server.close();
      }
    },
  };
}

/** Both say something to each other; says what is wrong with what they have heard in all. */
async function stillTalk([samira, ellen]: RelayPlace["honest"]): Promise<readonly string[]> {
  samira.send(ellen.address, "still here");
  ellen.send(samira.address, "and here");
  const hears = ({ heard }: RelayClient, from: RelayClient, words: string) =>
    heard.some((frame) => frame.from === from.address.toString("hex") && frame.payload.toString() === words);
  const both = () => hears(ellen, samira, "still here") && hears(samira, ellen, "and here");
  await until("two laptops that talk", both).catch(() => undefined);
  return both() ? [] : ["two honest laptops do not reach each other any more"];
}

/** What one has heard, except what the other honest one has said at the end. */
const strange = ({ heard }: RelayClient, from: RelayClient) =>
  heard.filter((frame) => frame.from === from.address.toString("hex"));

/** What the relay has carried once it carries no more of it. */
async function carried(figures: RelayPlace["figures"]): Promise<number> {
  for (let before = -1; figures().bytes !== before;) {
    before = figures().bytes;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  return figures().bytes;
}

export const meddlingAtTheRelay: readonly Attack[] = [
  atTheRelay("take another’s address at the relay", async ({ honest: [samira, ellen], come }, stage) => {
    const tried = scaled(stage, 2000) + 6;
    const harms: string[] = [];
    const known = samira.address;
    // What is known of her is her address: as a token, however it is filled up, it leads to another one.
    const tokens = [
      Buffer.concat([known, known]),
      Buffer.concat([known, Buffer.alloc(16)]),
      Buffer.concat([Buffer.alloc(16), known]),
      Buffer.alloc(32),
    ];
    for (const token of tokens) {
      const thief = await come(token);
      if (thief.address.equals(known)) harms.push("her address was given away");
      ellen.send(known, "for her alone");
      await until("her letter", () => strange(samira, ellen).length > 0, 2000).catch(() =>
        harms.push("her letter is lost"),
      );
      if (thief.heard.length > 0) harms.push("her letter was handed to somebody else");
      thief.close();
    }
    for (let count = tokens.length; count < tried; count += 1) {
      if (relayAddress(stage.chance.bytes(32)).equals(known)) harms.push("her address was guessed");
    }
    return { tried, harms };
  }),

  atTheRelay(
    "send in another’s name, or say that somebody is not there",
    async ({ honest: [samira, ellen], come }, stage) => {
      const thief = await come();
      const tried = scaled(stage, 2000);
      const nothing = new Uint8Array(0);
      for (let count = 0; count < tried; count += 1) {
        // Whatever stands in a frame, the relay says who it is from; and what is empty it does not hand on.
        thief.send(samira.address, nothing);
        thief.send(ellen.address, nothing);
        thief.socket.send(Buffer.concat([ellen.address, samira.address, Buffer.from("I am Samira.")]));
      }
      thief.send(ellen.address, "the last");
      await until("the last", () => strange(ellen, thief).some(({ payload }) => payload.toString() === "the last"));
      const harms: string[] = [];
      if (strange(ellen, samira).length > 0) harms.push("Ellen hears Samira, who has said nothing");
      for (const client of [samira, ellen]) {
        if (client.heard.some(({ payload }) => payload.length === 0)) harms.push("one is told that nobody is there");
      }
      return { tried: tried * 3, harms };
    },
  ),

  atTheRelay("fill the relay, and never read what comes", async ({ honest: [samira, ellen], come, figures }, stage) => {
    const [sender, deaf] = [await come(), await come()];
    deaf.socket.pause();
    const before = await collectGarbage();
    const chunk = Buffer.alloc(64 * 1024, 7);
    const chunks = Math.max(1200, scaled(stage, 4000));
    for (let sent = 0; sent < chunks; sent += 1) {
      sender.send(deaf.address, chunk);
      // Whoever floods also asks for answers that it does not read.
      deaf.socket.send(Buffer.alloc(16, sent % 251));
      if (sent % 100 === 99) {
        samira.send(ellen.address, `word ${sent}`);
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    const last = `word ${chunks - 1 - (chunks % 100)}`;
    await until("the last word", () => strange(ellen, samira).some(({ payload }) => payload.toString() === last)).catch(
      () => undefined,
    );
    const heard = strange(ellen, samira).length;
    // What the flood holds in this process is the sender's own as well: it has to be cut off before that is counted.
    const taken = await carried(figures);
    sender.close();
    const grown = (await collectGarbage()) - before;
    const harms: string[] = [];
    if (heard !== Math.floor(chunks / 100)) harms.push(`${heard} of ${Math.floor(chunks / 100)} words have come`);
    if (taken > MOST_TAKEN) harms.push(`the relay has taken ${(taken / MIB).toFixed()} MiB for whoever takes nothing`);
    if (grown > 48 * MIB) harms.push(`the relay holds ${(grown / MIB).toFixed()} MiB`);
    deaf.close();
    return { tried: chunks, harms };
  }),

  atTheRelay("send the relay what makes no sense", async ({ url }, stage) => {
    const tried = scaled(stage, 20_000);
    const { chance } = stage;
    const headers = { "X-From": "192.168.1.66" };
    const before = await collectGarbage();
    let sent = 0;
    while (sent < tried) {
      const socket = new WebSocket(url, { perMessageDeflate: false, headers });
      socket.on("error", () => undefined);
      await once(socket, "open");
      if (chance.below(2) === 0) socket.send(chance.bytes(32));
      for (let count = 0; count < 40; count += 1) {
        const frame = chance.bytes(chance.pick([0, 1, 15, 16, 17, 31, 32, 33, 200]));
        if (chance.below(6) === 0) socket.send(Buffer.from(frame).toString("latin1"));
        else socket.send(frame);
        sent += 1;
      }
      const gone = once(socket, "close");
      socket.close();
      await gone;
    }
    const grown = (await collectGarbage()) - before;
    return { tried: sent, harms: grown > 24 * MIB ? [`the relay holds ${(grown / MIB).toFixed()} MiB`] : [] };
  }),
];
