import type { IncomingMessage, ServerResponse } from "node:http";
import * as v from "valibot";

import { OFFERED_INVITATION } from "../../shared/ipc.ts";
import type { Hosting } from "../../shared/shell.ts";
import { isLoopback } from "./guest-list.ts";
import { isLoopbackHost } from "./known-host.ts";

/*
 * How the person's own window, in a browser on this machine, opens and closes the room:
 *   GET /here                        the `HostingView`, as JSON
 *   POST /here {"open": true|false}  opens or closes it; 409 when it cannot be opened
 *   POST /here {"look": true}        looks around
 *   POST /here {"offer": text|null}  offers an invitation to whoever opens an address of the room
 * To anyone else there is nothing here.
 */

const herePath = "/here";
const mostBytes = 8192;

const WishSchema = v.union([
  v.strictObject({ open: v.boolean() }),
  v.strictObject({ look: v.literal(true) }),
  v.strictObject({ offer: v.nullable(v.pipe(v.string(), v.regex(OFFERED_INVITATION))) }),
]);

/** Whether a request is one for the window on this machine. */
export function asksHere({ url }: IncomingMessage): boolean {
  return url === herePath;
}

/** Answers what the window on this machine asks. Everyone else learns as little as at any other path. */
export async function answerHere(hosting: Hosting, request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("X-Content-Type-Options", "nosniff");
  if (!isOwnWindow(request)) {
    response.writeHead(404).end();
    return;
  }
  if (request.method !== "GET" && request.method !== "POST") {
    response.writeHead(405, { Allow: "GET, POST" }).end();
    return;
  }
  if (request.method === "POST") {
    const refused = await grant(hosting, await readWish(request));
    if (refused !== null) {
      response.writeHead(refused).end();
      return;
    }
  }
  response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(hosting.view()));
}

/** Does what is wished; the status of a refusal, or null. */
async function grant(hosting: Hosting, wish: v.InferOutput<typeof WishSchema> | null): Promise<400 | 409 | null> {
  if (wish === null) return 400;
  if ("look" in wish) {
    await hosting.lookAround();
    return null;
  }
  if ("offer" in wish) {
    await hosting.offer(wish.offer);
    return null;
  }
  if (!wish.open) {
    await hosting.closeRoom();
    return null;
  }
  return (await hosting.openRoom()).ok ? null : 409;
}

/**
 * Whether a request comes from a page of this program in a browser on this machine. Other pages in that browser cannot send
 * this header without being asked first, which is refused, and they have another origin.
 */
function isOwnWindow({ socket, headers, method }: IncomingMessage): boolean {
  const site = headers["sec-fetch-site"];
  return (
    isLoopback(socket.remoteAddress) &&
    isLoopback(socket.localAddress) &&
    isLoopbackHost(headers.host) &&
    headers["x-polyphony"] === "1" &&
    (headers.origin === `http://${headers.host ?? ""}` || (headers.origin === undefined && method === "GET")) &&
    (site === undefined || site === "same-origin")
  );
}

/** Reads the wish in a request's body; null for whatever is none. */
async function readWish(request: IncomingMessage): Promise<v.InferOutput<typeof WishSchema> | null> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    // A request that was given no encoding is read as bytes.
    const bytes = part as Buffer;
    length += bytes.length;
    if (length > mostBytes) return null;
    parts.push(bytes);
  }
  const parsed = v.safeParse(WishSchema, parseJson(Buffer.concat(parts).toString("utf8")));
  return parsed.success ? parsed.output : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: undefined fits no wish.
    return undefined;
  }
}
