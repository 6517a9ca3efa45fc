import { isIP } from "node:net";

import { ownScheme } from "../own-pages.ts";

/**
 * Whether a request's Host header names this machine in a way that a stranger's web page cannot bring about. A page may
 * point a domain name of its own at our address and then count as our origin (DNS rebinding), but it cannot make a
 * browser write an IP address or `localhost` there instead of that name.
 */
export function isKnownHost(header: string | undefined): boolean {
  if (header === undefined || !URL.canParse(`http://${header}`)) return false;
  const { hostname, host } = new URL(`http://${header}`);
  // What is not only host and port (a path, a user) is no Host header.
  if (host !== header.toLowerCase().replace(/:80$/, "")) return false;
  return hostname === "localhost" || isIP(hostname.replace(/^\[(.*)\]$/, "$1")) !== 0;
}

/**
 * Whether a page may use our signaling: a page of this program, from whichever laptop of the meeting it was opened, or
 * a program that is no page at all. The web's pages live under names, and are turned away.
 */
export function isKnownOrigin(header: string | undefined): boolean {
  if (header === undefined) return true;
  if (!URL.canParse(header)) return false;
  const { protocol, host } = new URL(header);
  return protocol === `${ownScheme}:` || isKnownHost(host);
}
