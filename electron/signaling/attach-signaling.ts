import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocket, WebSocketServer } from "ws";
import { DEFAULT_LIMITS, type SignalingLimits } from "./limits.ts";
import { createSwitchboard } from "./switchboard.ts";

/** A running signaling server. */
export interface Signaling {
  /** Lets every connection go and stops taking new ones. The HTTP server stays as it is. */
  close(): Promise<void>;
}

/**
 * Lets laptops find each other through `server`: y-webrtc's signaling protocol on WebSocket upgrades of one path.
 * Upgrades of other paths are left to others. Nothing that passes is kept or logged.
 */
export function attachSignaling(
  server: Server,
  options: { readonly path?: string; readonly limits?: Partial<SignalingLimits> } = {},
): Signaling {
  const path = options.path ?? "/signaling";
  const limits: SignalingLimits = { ...DEFAULT_LIMITS, ...options.limits };
  const switchboard = createSwitchboard<WebSocket>(limits);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: limits.frameBytes, perMessageDeflate: false });
  const answered = new WeakSet<WebSocket>();

  function send(socket: WebSocket, frame: string): void {
    if (socket.readyState !== WebSocket.OPEN) return;
    if (socket.bufferedAmount > limits.unreadBytes) socket.terminate();
    else socket.send(frame);
  }

  function accept(socket: WebSocket): void {
    // A frame too long, or bytes that are no WebSocket frame: the line is closed, and `close` cleans up.
    socket.on("error", () => socket.terminate());
    if (!switchboard.join(socket, Date.now())) {
      socket.terminate();
      return;
    }
    answered.add(socket);
    socket.on("pong", () => answered.add(socket));
    socket.on("message", (data, isBinary) => {
      answered.add(socket);
      // ws hands text over as one Buffer; anything binary is no message of this protocol.
      if (isBinary || !Buffer.isBuffer(data)) return;
      for (const delivery of switchboard.receive(socket, data.toString("utf8"), Date.now())) {
        send(delivery.to, delivery.frame);
      }
    });
    socket.on("close", () => switchboard.leave(socket));
  }

  function upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    if (pathOf(request) !== path) return;
    sockets.handleUpgrade(request, stream, head, accept);
  }

  const deadlines = setInterval(() => {
    for (const socket of sockets.clients) {
      if (answered.delete(socket)) socket.ping();
      else socket.terminate();
    }
  }, limits.silenceMs / 2);
  deadlines.unref();
  server.on("upgrade", upgrade);

  return {
    close() {
      clearInterval(deadlines);
      server.off("upgrade", upgrade);
      for (const socket of sockets.clients) socket.terminate();
      return new Promise((resolve) => sockets.close(() => resolve()));
    },
  };
}

function pathOf(request: IncomingMessage): string {
  const [path = ""] = (request.url ?? "").split(/[?#]/, 1);
  return path;
}
