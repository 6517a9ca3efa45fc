import type { AddressInfo, Server } from "node:net";

/** Listens at an address and a port, any free one for 0. Resolves to the port. Rejects with Node's reason. */
export function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port }, () => {
      server.off("error", reject);
      resolve(portOf(server));
    });
  });
}

/** Listens at a port, or at the first free one of the few after it. */
export async function listenNear(server: Server, host: string, first: number): Promise<number> {
  for (let port = first; port < first + 20; port += 1) {
    try {
      return await listen(server, host, port);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) throw error;
    }
  }
  return listen(server, host, 0);
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("The server listens at no port.");
  return address.port;
}
