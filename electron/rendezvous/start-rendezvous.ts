import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { readFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";

import { createRelay } from "../relay/create-relay.ts";
import { createSignaling } from "../signaling/create-signaling.ts";
import { createRate } from "../socket/rate.ts";
import { answerRequest, type Answers } from "./answer-request.ts";
import { createClientAddress } from "./client-address.ts";
import type { Configuration } from "./configuration.ts";
import { isKnownPage } from "./known-page.ts";
import { measuresOf } from "./measured.ts";
import { createMeasures } from "./measures.ts";
import { createRedisExchange } from "./redis-exchange.ts";
import { iceServersOf } from "./turn.ts";

/** A running rendezvous. */
export interface Rendezvous {
  readonly port: number;
  /** Takes no one new, tells those who are here to go elsewhere, and ends within ten seconds. */
  close(): Promise<void>;
}

/** How long those who are connected are given to take what waits for them and go. */
const GRACE_MS = 5000;

/** Requests for the page: a clinic's laptops may share one address and all open the page at once. */
const PAGE_RATE = { burst: 1000, perSecond: 100, burstInAll: 20_000, perSecondInAll: 4000, sources: 10_000 };

/**
 * Where the laptops of many meetings find each other from afar: the page, signaling and the relay behind one port. It sees
 * sealed frames only. Several of them act as one by Redis. Rejects when it cannot listen or read its certificate.
 */
export async function startRendezvous(wish: Configuration, log: (sentence: string) => void): Promise<Rendezvous> {
  const clientAddress = createClientAddress(wish.trustedProxies);
  const mayAsk = createRate(PAGE_RATE);
  const exchange =
    wish.redisUrl === null
      ? null
      : createRedisExchange(wish.redisUrl, (isConnected) => {
          log(
            isConnected ? "Redis answers." : "Redis does not answer; this instance goes on by itself and keeps trying.",
          );
          if (isConnected) wasJoined = true;
        });
  let wasJoined = exchange === null;
  let isClosing = false;
  let refused = 0;

  const shared = {
    limits: {
      connections: wish.connections,
      connectionsPerAddress: wish.connectionsPerAddress,
      connectionsFromAfar: wish.connections,
    },
    addressOf: clientAddress,
    ...(exchange === null ? {} : { exchange }),
  };
  const signaling = createSignaling(shared);
  const relay = createRelay(shared);
  const answers: Answers = {
    directory: wish.directory,
    isReady: () => wasJoined && !isClosing,
    measures: createMeasures(measuresOf(signaling, relay, { refused: () => refused, exchange })),
    mayAsk: (request) => mayAsk(clientAddress(request), Date.now()),
  };

  const answer = (request: IncomingMessage, response: ServerResponse) => {
    answerRequest(answers, request, response).catch(() => response.destroy());
  };
  const timeouts = { headersTimeout: 10_000, requestTimeout: 20_000, keepAliveTimeout: 65_000, maxHeaderSize: 16_384 };
  const server =
    wish.pem === null
      ? createHttpServer(timeouts, answer)
      : createHttpsServer({ ...timeouts, handshakeTimeout: 10_000, ...(await readPem(wish.pem)) }, answer);
  // Both kinds of WebSockets, and those who ask for the page.
  server.maxConnections = wish.connections * 3;
  server.on("upgrade", (request: IncomingMessage, stream: Duplex) => {
    if (!isClosing && ["/signaling", "/relay"].includes(pathOf(request)) && isKnownPage(request, wish.origins)) return;
    refused += 1;
    // A stream that is destroyed is passed over by whoever would have answered it next.
    stream.destroy();
  });
  server.on("clientError", (_error: Error, stream: Duplex) => stream.destroy());
  signaling.attach(server);
  relay.attach(server);

  const { turn } = wish;
  const tellTurn = () => turn && signaling.tellIce(() => iceServersOf(turn, Date.now()));
  tellTurn();
  // In time for those who were told just after the last round.
  const tellings = turn && setInterval(tellTurn, (turn.seconds * 1000) / 2);

  async function closeAll(): Promise<void> {
    isClosing = true;
    if (tellings !== null) clearInterval(tellings);
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    await Promise.all([signaling.close(GRACE_MS), relay.close(GRACE_MS)]);
    server.closeAllConnections();
    exchange?.close();
    await closed;
  }

  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen({ host: wish.host, port: wish.port }, () => {
        server.off("error", reject);
        resolve();
      });
    });
  } catch (error) {
    await closeAll();
    throw error;
  }
  let closing: Promise<void> | null = null;
  return {
    // A server that listens on a TCP port has an address of this shape.
    port: (server.address() as AddressInfo).port,
    close: () => (closing ??= closeAll()),
  };
}

async function readPem(files: { readonly certificate: string; readonly key: string }) {
  const [cert, key] = await Promise.all([readFile(files.certificate), readFile(files.key)]);
  return { cert, key };
}

function pathOf(request: IncomingMessage): string {
  const [path = ""] = (request.url ?? "").split(/[?#]/, 1);
  return path;
}
