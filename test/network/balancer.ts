import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** What stands before several servers, as an organisation's own does. */
export interface Balancer {
  readonly port: number;
  /** How many connections go on to one of the servers now. */
  carried(port: number): number;
  close(): Promise<void>;
}

/**
 * Listens at an address of this machine and hands connections on to these ports of it: those of one client to one port, those of the
 * next client to the next, and to another port where nobody answers.
 */
export async function openBalancer(address: string, ports: readonly number[]): Promise<Balancer> {
  const carried = new Map<Socket, number>();
  const clients: string[] = [];

  function placeOf(client: string): number {
    if (!clients.includes(client)) clients.push(client);
    return clients.indexOf(client);
  }

  const server = createServer((from) => {
    from.on("error", () => from.destroy());
    handOn(from, placeOf(from.remoteAddress ?? ""), ports.length);
  });

  function handOn(from: Socket, place: number, tries: number): void {
    const port = ports[place % ports.length];
    if (port === undefined || tries === 0) {
      from.destroy();
      return;
    }
    const to = connect({ port, host: "127.0.0.1" });
    let isTaken = false;
    to.once("connect", () => {
      isTaken = true;
      carried.set(from, port);
      from.pipe(to).pipe(from);
      from.once("close", () => {
        carried.delete(from);
        to.destroy();
      });
    });
    to.on("error", () => (isTaken ? from.destroy() : handOn(from, place + 1, tries - 1)));
    to.once("close", () => {
      if (isTaken) from.destroy();
    });
  }

  server.listen(0, address);
  await once(server, "listening");
  return {
    // A server that listens on a TCP port has an address of this shape.
    port: (server.address() as AddressInfo).port,
    carried: (port) => [...carried.values()].filter((one) => one === port).length,
    close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of carried.keys()) socket.destroy();
      return closed;
    },
  };
}
