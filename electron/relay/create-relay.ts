import type { IncomingMessage } from "node:http";
import type { WebSocket } from "ws";

import type { Exchange } from "../exchange/exchange.ts";
import { createSocketDoor, type SocketDoor } from "../socket/socket-door.ts";
import { ADDRESS_BYTES, relayAddress, TOKEN_BYTES } from "./address.ts";
import { createElsewhere } from "./elsewhere.ts";
import { DEFAULT_RELAY_LIMITS, type RelayLimits } from "./limits.ts";
import { Line } from "./line.ts";
import { createPressure } from "./pressure.ts";

/** What passed through a relay since it began. */
export interface RelayFigures {
  readonly frames: number;
  readonly bytes: number;
  /** Frames for someone who was not there. */
  readonly notThere: number;
  /** Connections ended because they took nothing, or kept others waiting. */
  readonly cutOff: number;
}

/** A running relay. */
export interface Relay extends Pick<SocketDoor, "attach" | "connections" | "close"> {
  figures(): RelayFigures;
}

/** How a relay is run. */
export interface RelayOptions {
  readonly path?: string;
  readonly limits?: Partial<RelayLimits>;
  readonly addressOf?: (request: IncomingMessage) => string;
  /** By which several instances act as one. */
  readonly exchange?: Exchange;
}

/** How often it is looked for receivers that take nothing. */
const LOOK_MS = 500;

/**
 * Carries frames between two laptops that cannot connect directly; what is in them it cannot read. The protocol is in
 * README.md. Serves any number of servers as one. A frame is gone from here as soon as it was handed on.
 */
export function createRelay(options: RelayOptions = {}): Relay {
  const limits: RelayLimits = { ...DEFAULT_RELAY_LIMITS, ...options.limits };
  const lines = new Map<string, Line>();
  const pressure = createPressure(limits);
  const figures = { frames: 0, bytes: 0, notThere: 0, cutOff: 0 };
  const elsewhere = createElsewhere(options.exchange ?? null, pressure);

  function welcome(socket: WebSocket, token: Buffer): Line {
    const address = relayAddress(token);
    token.fill(0);
    const line = new Line(address.toString("hex"), socket, pressure);
    lines.get(line.address)?.cut();
    lines.set(line.address, line);
    const cease = elsewhere.claim(line);
    socket.on("close", () => {
      cease();
      pressure.forget(line);
      if (lines.get(line.address) === line) lines.delete(line.address);
    });
    line.send(address);
    return line;
  }

  /** Hands `[16 bytes to][payload]` of a client on. An empty payload only asks whether `to` is there. */
  function forward(from: Line, frame: Buffer): void {
    const to = frame.toString("hex", 0, ADDRESS_BYTES);
    const payloadBytes = frame.length - ADDRESS_BYTES;
    const receiver = lines.get(to);
    if (receiver === undefined) {
      void elsewhere.send(from, to, frame).then((isThere) => {
        if (isThere) count(payloadBytes);
        else answerNotThere(from, to);
      });
      return;
    }
    if (payloadBytes === 0) return;
    count(payloadBytes);
    frame.write(from.address, 0, "hex");
    receiver.send(frame);
    pressure.press(from, receiver);
  }

  function count(payloadBytes: number): void {
    figures.frames += 1;
    figures.bytes += payloadBytes;
  }

  function answerNotThere(from: Line, to: string): void {
    figures.notThere += 1;
    from.send(Buffer.from(to, "hex"));
    // A client that asks and never reads the answers has to wait.
    pressure.press(from, from);
  }

  function accept(socket: WebSocket): void {
    let line: Line | null = null;
    const hello = setTimeout(() => socket.terminate(), limits.helloMs);
    socket.on("close", () => clearTimeout(hello));
    socket.on("message", (data, isBinary) => {
      // ws hands binary frames over as one Buffer; text is no frame of this protocol.
      if (!isBinary || !Buffer.isBuffer(data)) socket.terminate();
      else if (line !== null && data.length >= ADDRESS_BYTES) forward(line, data);
      else if (line === null && data.length === TOKEN_BYTES) {
        clearTimeout(hello);
        line = welcome(socket, data);
      } else socket.terminate();
    });
  }

  const door = createSocketDoor({
    path: options.path ?? "/relay",
    limits,
    addressOf: options.addressOf,
    accept,
  });

  const looks = setInterval(() => {
    for (const line of pressure.overdue(Date.now())) {
      figures.cutOff += 1;
      line.cut();
    }
  }, LOOK_MS);
  looks.unref();

  return {
    attach: (server) => door.attach(server),
    get connections() {
      return door.connections;
    },
    figures: () => ({ ...figures }),
    async close(graceMs) {
      // A client that takes nothing is cut off, also while the others are given time to go.
      await door.close(graceMs);
      clearInterval(looks);
    },
  };
}
