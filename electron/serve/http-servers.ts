import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createTlsServer, type Server as TlsServer } from "node:https";

/** How long anyone may take, and how much they may say. */
const limits = {
  /** From the first byte to the end of a request's headers. */
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  connectionsCheckingInterval: 2000,
  keepAliveTimeout: 5000,
  maxHeaderSize: 16 * 1024,
};

/** Someone who takes none of an answer for so long is gone. */
const idleMs = 60_000;

/** An HTTP server that is given its connections instead of listening itself. */
export function createPlainServer(answer: RequestListener): Server {
  return ready(createServer(limits, answer));
}

/** The same over TLS 1.2 or newer. It refuses everyone until it is given a certificate by `setSecureContext`. */
export function createSecureServer(answer: RequestListener): TlsServer {
  return ready(createTlsServer({ ...limits, minVersion: "TLSv1.2", handshakeTimeout: 10_000 }, answer));
}

function ready<AnyServer extends Server | TlsServer>(server: AnyServer): AnyServer {
  server.setTimeout(idleMs);
  // Node begins to watch over its deadlines when a server listens, which this one does through others.
  server.emit("listening");
  return server;
}
