import type { IncomingMessage } from "node:http";
import { WebSocket } from "ws";

import type { Exchange } from "../exchange/exchange.ts";
import { createSocketDoor, type SocketDoor } from "../socket/socket-door.ts";
import { iceFrame, type IceServer } from "./ice-server.ts";
import { DEFAULT_LIMITS, type SignalingLimits } from "./limits.ts";
import { createOthers } from "./others.ts";
import { createSwitchboard, type Delivery } from "./switchboard.ts";

/** A running signaling server. */
export interface Signaling extends Pick<SocketDoor, "attach" | "connections" | "close"> {
  /**
   * From now on tells each client which ICE servers to use: at once, when it connects, and whenever this is called with
   * others. `serversFor` is asked for each client, with the address of this machine that the client came to.
   */
  tellIce(serversFor: (localAddress: string) => readonly IceServer[]): void;
  /** Frames that were delivered to clients here since it began. */
  readonly delivered: number;
}

/** How a signaling server is run. */
export interface SignalingOptions {
  readonly path?: string;
  readonly limits?: Partial<SignalingLimits>;
  readonly addressOf?: (request: IncomingMessage) => string;
  /** By which several instances act as one. */
  readonly exchange?: Exchange;
}

/**
 * Lets laptops find each other: y-webrtc's signaling protocol on WebSocket upgrades of one path, with one switchboard
 * behind any number of servers. Nothing that passes is kept or logged.
 */
export function createSignaling(options: SignalingOptions = {}): Signaling {
  const limits: SignalingLimits = { ...DEFAULT_LIMITS, ...options.limits };
  const others =
    options.exchange && createOthers(options.exchange, (topic, frame) => deliver(board.hear(topic, frame)));
  const board = createSwitchboard<WebSocket>(limits, others);
  const told = new Map<WebSocket, { readonly localAddress: string; frame: string }>();
  let serversFor: (localAddress: string) => readonly IceServer[] = () => [];
  let delivered = 0;

  function send(socket: WebSocket, frame: string): void {
    if (socket.readyState !== WebSocket.OPEN) return;
    if (socket.bufferedAmount > limits.unreadBytes) socket.terminate();
    else socket.send(frame);
  }

  function deliver(deliveries: readonly Delivery<WebSocket>[]): void {
    delivered += deliveries.length;
    for (const delivery of deliveries) send(delivery.to, delivery.frame);
  }

  function tell(socket: WebSocket): void {
    const last = told.get(socket);
    if (last === undefined) return;
    const frame = iceFrame(serversFor(last.localAddress));
    if (frame === last.frame) return;
    last.frame = frame;
    send(socket, frame);
  }

  const door = createSocketDoor({
    path: options.path ?? "/signaling",
    limits,
    addressOf: options.addressOf,
    accept(socket, { localAddress }) {
      if (!board.join(socket, Date.now())) {
        socket.terminate();
        return;
      }
      socket.on("message", (data, isBinary) => {
        // ws hands text over as one Buffer; anything binary is no message of this protocol.
        if (isBinary || !Buffer.isBuffer(data)) return;
        deliver(board.receive(socket, data.toString("utf8"), Date.now()));
      });
      socket.on("close", () => {
        board.leave(socket);
        told.delete(socket);
      });
      // A client that was told nothing uses none.
      told.set(socket, { localAddress, frame: iceFrame([]) });
      tell(socket);
    },
  });

  return {
    attach: (server) => door.attach(server),
    get connections() {
      return door.connections;
    },
    get delivered() {
      return delivered;
    },
    tellIce(next) {
      serversFor = next;
      for (const socket of told.keys()) tell(socket);
    },
    close: (graceMs) => door.close(graceMs),
  };
}
