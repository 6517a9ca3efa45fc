import type { IncomingMessage, ServerResponse } from "node:http";

import { answerOwnRequest } from "../own-files.ts";
import { ownScheme, windowHost } from "../own-pages.ts";

/** What a rendezvous answers beside WebSockets. */
export interface Answers {
  /** The built page. */
  readonly directory: string;
  /** Whether new clients may be sent here. */
  readonly isReady: () => boolean;
  readonly measures: { readonly type: string; text(): Promise<string> };
  /** Whether a client may ask once more. */
  readonly mayAsk: (request: IncomingMessage) => boolean;
}

/** Answers a request for the page, or by whoever looks after the server. */
export async function answerRequest(
  answers: Answers,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = "GET", url = "/" } = request;
  const [path] = url.split("?", 1);
  // Nothing here reads what a request brings along.
  request.resume();
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("Content-Type", "text/plain; charset=utf-8");
  if (path === "/health") response.writeHead(200).end("ok\n");
  else if (path === "/ready")
    response.writeHead(answers.isReady() ? 200 : 503).end(answers.isReady() ? "ok\n" : "not now\n");
  else if (path === "/metrics") {
    response.writeHead(200, { "Content-Type": answers.measures.type }).end(await answers.measures.text());
  } else if (!answers.mayAsk(request)) response.writeHead(429, { "Retry-After": "5" }).end("Too many requests.\n");
  else if (!url.startsWith("/")) response.writeHead(400).end("This is not an address of this program.\n");
  else await answerWithPage(answers.directory, { method, url }, response);
}

async function answerWithPage(
  directory: string,
  { method, url }: { readonly method: string; readonly url: string },
  response: ServerResponse,
): Promise<void> {
  const answered = await answerOwnRequest(directory, { method, url: `${ownScheme}://${windowHost}${url}` });
  for (const [name, value] of answered.headers) response.setHeader(name, value);
  response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
  // Everything but the page itself has its content's hash in its name.
  const lasts = answered.status === 200 && url.startsWith("/assets/");
  response.setHeader("Cache-Control", lasts ? "public, max-age=31536000, immutable" : "no-cache");
  if (answered.status === 405) response.setHeader("Allow", "GET, HEAD");
  response.writeHead(answered.status).end(Buffer.from(await answered.arrayBuffer()));
}
