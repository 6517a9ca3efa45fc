import { once } from "node:events";
import type { IncomingMessage, Server as HttpServer } from "node:http";
import type { Server as HttpsServer } from "node:https";
import type { Duplex } from "node:stream";
import { setTimeout } from "node:timers/promises";
import { WebSocketServer, type WebSocket } from "ws";

import { plainAddress } from "./near.ts";
import { createSeats, type SeatLimits } from "./seats.ts";

/** How much a door puts up with. */
export interface DoorLimits extends SeatLimits {
  /** A connection that sends a longer frame is closed. */
  readonly frameBytes: number;
  /** How long a connection may be silent before it counts as dead. */
  readonly silenceMs: number;
}

/** What WebSockets one door takes. */
export interface DoorWish {
  /** The path of the upgrades that are meant; those of other paths are left to others. */
  readonly path: string;
  readonly limits: DoorLimits;
  /** Where a request really came from; its socket's other end when absent. */
  readonly addressOf?: ((request: IncomingMessage) => string) | undefined;
  /** Takes a connection on. `localAddress` is the address of this machine that it came to. */
  readonly accept: (socket: WebSocket, caller: { readonly localAddress: string }) => void;
}

/** One entrance for WebSockets behind any number of servers. */
export interface SocketDoor {
  /** Takes connections of one more server. What comes back ends those again and takes no more of them. */
  attach(server: HttpServer | HttpsServer): () => void;
  readonly connections: number;
  /**
   * Takes no new connections and lets those there are go: at once, or, with some time for it, by telling them to go
   * elsewhere once they have what waits for them. The servers stay as they are. Safe to call twice.
   */
  close(graceMs?: number): Promise<void>;
}

/** Builds a door: it keeps the limits and finds dead connections; all else is up to `accept`. */
export function createSocketDoor({ path, limits, addressOf, accept }: DoorWish): SocketDoor {
  const seats = createSeats(limits);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: limits.frameBytes, perMessageDeflate: false });
  const answered = new WeakSet<WebSocket>();
  const stops = new Set<() => void>();
  let closing: Promise<void> | null = null;

  function takeOn(request: IncomingMessage, stream: Duplex, head: Buffer, own: Set<WebSocket>): void {
    // Someone before us has turned it away, or it has gone by itself.
    if (stream.destroyed) return;
    stream.on("error", () => stream.destroy());
    const giveUp = seats.take(addressOf?.(request) ?? request.socket.remoteAddress ?? "");
    if (giveUp === null) {
      stream.once("finish", () => stream.destroy());
      stream.end("HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    stream.once("close", giveUp);
    const localAddress = plainAddress(request.socket.localAddress ?? "");
    sockets.handleUpgrade(request, stream, head, (socket) => {
      own.add(socket);
      answered.add(socket);
      // A frame too long, or bytes that are no WebSocket frame: the connection is closed, and "close" cleans up.
      socket.on("error", () => socket.terminate());
      socket.on("pong", () => answered.add(socket));
      socket.on("message", () => answered.add(socket));
      socket.on("close", () => own.delete(socket));
      accept(socket, { localAddress });
    });
  }

  const deadlines = setInterval(() => {
    for (const socket of sockets.clients) {
      // One that we have stopped reading from cannot be heard, which is not its fault.
      if (answered.delete(socket) || socket.isPaused) socket.ping();
      else socket.terminate();
    }
  }, limits.silenceMs / 2);
  deadlines.unref();

  return {
    get connections() {
      return seats.taken;
    },
    attach(server) {
      const own = new Set<WebSocket>();
      const upgrade = (request: IncomingMessage, stream: Duplex, head: Buffer) => {
        if (pathOf(request) === path) takeOn(request, stream, head, own);
      };
      server.on("upgrade", upgrade);
      const stop = () => {
        stops.delete(stop);
        server.off("upgrade", upgrade);
      };
      stops.add(stop);
      return () => {
        stop();
        for (const socket of own) socket.terminate();
      };
    },
    async close(graceMs = 0) {
      clearInterval(deadlines);
      for (const stop of stops) stop();
      if (graceMs > 0 && sockets.clients.size > 0) await partFrom(sockets.clients, graceMs);
      for (const socket of sockets.clients) socket.terminate();
      closing ??= new Promise((resolve) => sockets.close(() => resolve()));
      await closing;
    },
  };
}

/** The code of a WebSocket that ends because its server goes away; clients come back at once, to another one. */
const GOING_AWAY = 1001;

/** Tells connections to go elsewhere after what waits for them, and gives them some time for it. */
async function partFrom(sockets: ReadonlySet<WebSocket>, graceMs: number): Promise<void> {
  const goings = [...sockets].map((socket) => {
    const gone = once(socket, "close");
    socket.resume();
    socket.close(GOING_AWAY);
    return gone;
  });
  const patience = new AbortController();
  const inTime = setTimeout(graceMs, undefined, { signal: patience.signal }).catch(() => undefined);
  await Promise.race([Promise.allSettled(goings), inTime]);
  patience.abort();
}

function pathOf(request: IncomingMessage): string {
  const [path = ""] = (request.url ?? "").split(/[?#]/, 1);
  return path;
}
