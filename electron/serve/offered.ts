import type { IncomingMessage, ServerResponse } from "node:http";

import { isForUs, refuseAddress } from "./answer-page.ts";
import type { Room } from "./room.ts";

const offeredPath = "/door";

/** Whether a request asks for the invitation that is offered to whoever comes by address alone. */
export function asksForOffered({ url }: IncomingMessage): boolean {
  return url === offeredPath;
}

/** Answers with the invitation as JSON: null where none is offered. It leads to the door and opens nothing. */
export function answerOffered(
  room: Pick<Room, "names" | "offered">,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (!isForUs(request, room.names())) {
    refuseAddress(response);
    return;
  }
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
  const offered = room.offered();
  if (request.method !== "GET") response.writeHead(405, { Allow: "GET" }).end();
  else response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify({ invitation: offered }));
}
