import { createServer, type Socket } from "node:net";

import type { GuestList } from "./guest-list.ts";
import { listen, listenNear } from "./listen.ts";

/** An address at which connections come in. */
export interface Door {
  readonly address: string;
  readonly port: number;
  /** Ends every connection that came in here. Safe to call twice. */
  close(): Promise<void>;
}

/** What is behind a door. */
export interface Behind {
  /** Takes a connection that begins with TLS. */
  readonly secure: (connection: Socket) => void;
  /** Takes any other. */
  readonly plain: (connection: Socket) => void;
  readonly guests: GuestList;
  /** Whether only this machine can come in here. */
  readonly isOurs: boolean;
}

/** A connection that has not said a byte by then is ended. */
const firstByteMs = 10_000;

/** Every TLS connection begins with a handshake record (RFC 8446, 5.1); no HTTP request begins with this byte. */
const tlsHandshake = 0x16;

/**
 * Listens at an address for TLS and plain HTTP on one port. The port is exactly the given one, or any free one for 0, or the
 * first free one near `near`. Rejects when it cannot listen there, with Node's reason.
 */
export async function openDoor(
  address: string,
  port: number | { readonly near: number },
  behind: Behind,
): Promise<Door> {
  const connections = new Set<Socket>();
  // As Node's own HTTP servers: someone who has said everything may still wait for the answer.
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (connection) => {
    const leave = behind.guests.admit(connection.remoteAddress ?? "", behind.isOurs);
    connection.on("error", () => connection.destroy());
    if (leave === null) {
      connection.destroy();
      return;
    }
    connections.add(connection);
    connection.once("close", () => {
      connections.delete(connection);
      leave();
    });
    tellApart(connection, behind);
  });
  const found = await (typeof port === "number"
    ? listen(server, address, port)
    : listenNear(server, address, port.near));
  // What fails later is one connection that could not be taken; the rest go on.
  server.on("error", () => undefined);
  return {
    address,
    port: found,
    close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const connection of connections) connection.destroy();
      return closed;
    },
  };
}

function tellApart(connection: Socket, { secure, plain }: Behind): void {
  const giveUp = setTimeout(() => connection.destroy(), firstByteMs);
  const left = () => connection.destroy();
  connection.once("end", left);
  connection.once("close", () => clearTimeout(giveUp));
  connection.once("data", (beginning: Buffer) => {
    clearTimeout(giveUp);
    connection.off("end", left);
    connection.pause();
    connection.unshift(beginning);
    if (beginning[0] === tlsHandshake) secure(connection);
    else plain(connection);
    // Whoever took it listens from the next turn on.
    process.nextTick(() => connection.resume());
  });
}
