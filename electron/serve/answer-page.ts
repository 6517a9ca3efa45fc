import type { IncomingMessage, ServerResponse } from "node:http";

import { answerOwnRequest } from "../own-files.ts";
import { ownScheme, windowHost } from "../own-pages.ts";
import { isKnownHost } from "./known-host.ts";

/** Answers a request for a file of the program, under the policies of the desktop window. */
export async function answerPage(
  directory: string,
  names: readonly string[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = "GET", url = "/" } = request;
  if (!isForUs(request, names)) {
    refuseAddress(response);
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

/** Leads whoever typed an address of the room without `https:` to it. Nothing of the program is told in the clear. */
export function leadToHttps(names: readonly string[], request: IncomingMessage, response: ServerResponse): void {
  const { method = "GET", url = "/" } = request;
  if (!isForUs(request, names)) refuseAddress(response);
  else if (method !== "GET" && method !== "HEAD") response.writeHead(405, { Allow: "GET, HEAD" }).end();
  else response.writeHead(308, { Location: `https://${request.headers.host ?? ""}${url}` }).end();
}

/** Whether a request names this machine, as far as a stranger's web page cannot bring that about. */
export function isForUs({ headers, url = "/" }: IncomingMessage, names: readonly string[]): boolean {
  return isKnownHost(headers.host, names) && url.startsWith("/");
}

/** Turns away a request that names another machine. */
export function refuseAddress(response: ServerResponse): void {
  response.writeHead(421, { "Content-Type": "text/plain" }).end("This is not the address of this program.\n");
}
