import type { IncomingMessage } from "node:http";

import { ownScheme } from "../own-pages.ts";
import { nearnessOf } from "../socket/near.ts";

/**
 * Whether a request for a WebSocket comes from a page of this program: the one served here, one of the desktop program, one
 * that a laptop of the meeting serves, or one of `origins`. A program that is no page says no origin, and may come.
 */
export function isKnownPage({ headers }: IncomingMessage, origins: readonly string[]): boolean {
  const { origin, host } = headers;
  if (origin === undefined || origins.includes(origin)) return true;
  if (!URL.canParse(origin)) return false;
  const page = new URL(origin);
  if (page.protocol === `${ownScheme}:` || page.host === host) return true;
  return page.hostname === "localhost" || nearnessOf(page.hostname.replace(/^\[(.*)\]$/, "$1")) !== "far";
}
