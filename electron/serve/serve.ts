import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";

import { answerOwnRequest } from "../own-files.ts";
import { ownScheme, windowHost } from "../own-pages.ts";
import { attachSignaling } from "../signaling/attach-signaling.ts";
import { isKnownHost, isKnownOrigin } from "./known-host.ts";

/** The port a browser finds the program at; what is written there stays with this address. */
export const usualPort = 4807;

const loopback = "127.0.0.1";
const signalingPath = "/signaling";

/** The program on offer at an address. */
export interface Served {
  /** Where the program opens, ending in a slash. */
  readonly url: string;
  /** Where its signaling listens. */
  readonly signalingUrl: string;
  /** Ends every connection. Safe to call twice. */
  close(): Promise<void>;
}

/** What to offer, and where. */
export interface ServeWish {
  /** The built renderer. */
  readonly directory: string;
  /** The address to listen at; loopback when absent. */
  readonly host?: string;
  /** Exactly this port, or any free one for 0. When absent: the usual one, or the next that is free. */
  readonly port?: number;
}

/**
 * Offers the built program to browsers, and signaling beside it. It answers with the very files and policies the
 * desktop window gets. Rejects when it cannot listen there, with Node's reason.
 */
export async function serve({ directory, host = loopback, port }: ServeWish): Promise<Served> {
  const server = createServer((request, response) => void answer(directory, request, response));
  server.on("upgrade", refuseStrangers);
  const signaling = attachSignaling(server, { path: signalingPath });

  await (port === undefined ? listenNear(server, host, usualPort) : listen(server, host, port));
  const address = listeningAddress(server);
  const authority = `${host.includes(":") ? `[${host}]` : host}:${address.port}`;
  return {
    url: `http://${authority}/`,
    signalingUrl: `ws://${authority}${signalingPath}`,
    close: async () => {
      await signaling.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(directory: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = "GET", url = "/" } = request;
  if (!isKnownHost(request.headers.host) || !url.startsWith("/")) {
    response.writeHead(421, { "Content-Type": "text/plain" }).end("This is not the address of this program.\n");
    return;
  }
  const answered = await answerOwnRequest(directory, { method, url: `${ownScheme}://${windowHost}${url}` });
  for (const [name, value] of answered.headers) response.setHeader(name, value);
  response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
  // Everything but the page itself has its content's hash in its name.
  response.setHeader("Cache-Control", url.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
  if (answered.status === 405) response.setHeader("Allow", "GET, HEAD");
  response.writeHead(answered.status).end(Buffer.from(await answered.arrayBuffer()));
}

function refuseStrangers(request: IncomingMessage, stream: Duplex): void {
  const [path] = (request.url ?? "").split(/[?#]/, 1);
  const { host, origin } = request.headers;
  // A stream that is destroyed is passed over by whoever would have answered it next.
  if (path !== signalingPath || !isKnownHost(host) || !isKnownOrigin(origin)) stream.destroy();
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port }, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/** Listens at a port, or at the first free one of the few after it. */
async function listenNear(server: Server, host: string, first: number): Promise<void> {
  for (let port = first; port < first + 20; port += 1) {
    try {
      await listen(server, host, port);
      return;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) throw error;
    }
  }
  await listen(server, host, 0);
}

function listeningAddress(server: Server): AddressInfo {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server listens at no port.");
  return address;
}
