import { createHash } from "node:crypto";
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer, type WebSocket } from "ws";

/**
 * A relay that a test holds in its hand: it passes frames on as the protocol says, or does with them what the test
 * wants, as a hostile one would. It remembers what it has seen, which a relay of the program never does.
 */
export interface RelayInHand {
  /** Every frame that a laptop has sent, hello and address included. */
  readonly seen: readonly Buffer[];
  /** How many laptops are connected. */
  connected(): number;
  /** What becomes of each frame `[to][payload]` on its way from `from`: those that are passed on instead. */
  meddle(how: ((frame: Buffer, from: Buffer) => readonly Buffer[]) | null): void;
  /** Sends something to every laptop, whatever it is. */
  shout(data: Buffer | string): void;
  /** Cuts every line. */
  cut(): void;
  close(): void;
}

const ADDRESS_BYTES = 16;

/** Attaches it to the server's path `/relay`. */
export function holdRelay(server: Server): RelayInHand {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 + 256 + ADDRESS_BYTES });
  const lines = new Map<string, WebSocket>();
  const seen: Buffer[] = [];
  let meddling: ((frame: Buffer, from: Buffer) => readonly Buffer[]) | null = null;

  function pass(frame: Buffer, from: Buffer, sender: WebSocket): void {
    const [to, payload] = [frame.subarray(0, ADDRESS_BYTES), frame.subarray(ADDRESS_BYTES)];
    const receiver = lines.get(to.toString("hex"));
    if (receiver === undefined) sender.send(to);
    else receiver.send(Buffer.concat([from, payload]));
  }

  function accept(socket: WebSocket): void {
    let own: Buffer | null = null;
    socket.on("error", () => socket.terminate());
    socket.on("message", (data) => {
      // ws hands a binary frame over as one Buffer.
      const frame = data as Buffer;
      seen.push(frame);
      if (own === null) {
        own = createHash("sha256")
          .update("polyphony/relay-address/1\0")
          .update(frame)
          .digest()
          .subarray(0, ADDRESS_BYTES);
        lines.set(own.toString("hex"), socket);
        socket.send(own);
        return;
      }
      for (const passed of meddling?.(frame, own) ?? [frame]) pass(passed, own, socket);
    });
    socket.on("close", () => {
      const name = own?.toString("hex") ?? "";
      if (lines.get(name) === socket) lines.delete(name);
    });
  }

  const upgrade = (request: IncomingMessage, stream: Duplex, head: Buffer): void => {
    if (request.url === "/relay") sockets.handleUpgrade(request, stream, head, accept);
  };
  server.on("upgrade", upgrade);
  return {
    seen,
    connected: () => lines.size,
    meddle: (how) => (meddling = how),
    shout(data) {
      for (const socket of lines.values()) socket.send(data);
    },
    cut() {
      for (const socket of sockets.clients) socket.terminate();
    },
    close() {
      server.off("upgrade", upgrade);
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}
