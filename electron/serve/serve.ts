import type { IncomingMessage, Server } from "node:http";
import type { Server as TlsServer } from "node:https";
import type { Duplex } from "node:stream";

import type { HostCertificate } from "../certificate/host-certificate.ts";
import { keepOwnCertificate } from "../certificate/own-certificate.ts";
import { createNeighbourhood } from "../discovery/neighbourhood.ts";
import { answerPage, leadToHttps } from "./answer-page.ts";
import { openDoor, type Behind } from "./door.ts";
import { GuestList, isLoopback, type GuestLimits } from "./guest-list.ts";
import { answerHere, asksHere } from "./here.ts";
import { createPlainServer, createSecureServer } from "./http-servers.ts";
import { isKnownHost, isKnownOrigin } from "./known-host.ts";
import { openLines, signalingPath, type Lines } from "./lines.ts";
import { answerOffered, asksForOffered } from "./offered.ts";
import { roomAddresses } from "./room-addresses.ts";
import { createRoom, type Room } from "./room.ts";

/** The port a browser finds the program at; what is written there stays with this address. */
export const usualPort = 4807;

const loopback = "127.0.0.1";

/** The program on offer at an address. */
export interface Served {
  /** Where the program opens, ending in a slash. */
  readonly url: string;
  /** Where its signaling listens. */
  readonly signalingUrl: string;
  /** Lets other laptops in, over https, once that is wished. */
  readonly room: Room;
  /** Ends every connection. Safe to call twice. */
  close(): Promise<void>;
}

/** What to offer, and where. */
export interface ServeWish {
  /** The built renderer. */
  readonly directory: string;
  /** The address to listen at from the start, over plain http; loopback when absent. */
  readonly host?: string;
  /** Exactly this port, or any free one for 0. When absent: the usual one, or the next that is free. */
  readonly port?: number;
  /** An organisation's certificate, or the folder where our own is kept. Without either no room can be opened. */
  readonly certificate?: HostCertificate | { readonly folder: string };
  /** The addresses to open the room at; those this laptop has when absent. */
  readonly addresses?: () => readonly string[];
  readonly guests?: GuestLimits;
}

/**
 * Offers the built program to browsers, and signaling beside it. It answers with the very files and policies the
 * desktop window gets. Nothing listens beyond this machine until the room is opened. Rejects when it cannot listen, with
 * Node's reason.
 */
export async function serve(wish: ServeWish): Promise<Served> {
  const { directory, host = loopback, port = { near: usualPort }, certificate, addresses = roomAddresses } = wish;
  const names = (): readonly string[] => room.names();
  const plain = createPlainServer((request, response) => {
    if (asksHere(request)) void answerHere(room, request, response);
    else void answerPage(directory, names(), request, response);
  });
  const secure = createSecureServer((request, response) => {
    if (asksForOffered(request)) answerOffered(room, request, response);
    else void answerPage(directory, names(), request, response);
  });
  const leading = createPlainServer((request, response) => leadToHttps(names(), request, response));
  const lines = openLines();
  for (const server of [plain, secure]) attachLines(server, lines, names);

  const guests = new GuestList(wish.guests);
  const takeOver =
    (server: Server | TlsServer): Behind["plain"] =>
    (connection) =>
      server.emit("connection", connection);
  const behind = { secure: takeOver(secure), guests };
  // No connection is taken before the room below is there: that comes in the same turn.
  const own = await openDoor(host, port, { ...behind, plain: takeOver(plain), isOurs: isLoopback(host) });
  const room = createRoom({
    port: own.port,
    addresses,
    certificateFor: (needed) => certificateFor(certificate, needed),
    show: (shown) => secure.setSecureContext({ cert: shown.certificate, key: shown.key, minVersion: "TLSv1.2" }),
    openDoor: (address) => openDoor(address, own.port, { ...behind, plain: takeOver(leading), isOurs: false }),
    moveTo: (at) => lines.moveTo(at, own.port),
    neighbourhood: createNeighbourhood(),
  });

  const authority = `${host.includes(":") ? `[${host}]` : host}:${own.port}`;
  return {
    url: `http://${authority}/`,
    signalingUrl: `ws://${authority}${signalingPath}`,
    room,
    close: async () => {
      await room.close();
      await lines.close();
      await own.close();
      for (const server of [plain, secure, leading]) server.close();
    },
  };
}

function certificateFor(from: ServeWish["certificate"], addresses: readonly string[]): Promise<HostCertificate> {
  if (from === undefined) return Promise.reject(new Error("There is no place for a certificate."));
  return "folder" in from ? keepOwnCertificate(from.folder, addresses) : Promise.resolve(from);
}

function attachLines(server: Server | TlsServer, lines: Lines, names: () => readonly string[]): void {
  server.on("upgrade", (request: IncomingMessage, stream: Duplex) => {
    const [path = ""] = (request.url ?? "").split(/[?#]/, 1);
    const { host, origin } = request.headers;
    const isKnown = isKnownHost(host, names()) && isKnownOrigin(origin, names());
    // A stream that is destroyed is passed over by whoever would have answered it next.
    if (!lines.paths.includes(path) || !isKnown) stream.destroy();
  });
  lines.attach(server);
}
