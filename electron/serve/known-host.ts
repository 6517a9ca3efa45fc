import { isIP } from "node:net";

import { ownScheme } from "../own-pages.ts";

/**
 * Whether a request's Host header names this machine in a way that a stranger's web page cannot bring about. A page may
 * point a domain name of its own at our address and then count as our origin (DNS rebinding), but it cannot make a
 * browser write an IP address or `localhost` there instead of that name, nor a name of the organisation whose certificate
 * is shown here.
 *
 * @param names what that certificate is made out to; a first label may be `*`
 */
export function isKnownHost(header: string | undefined, names: readonly string[] = []): boolean {
  if (header === undefined || !URL.canParse(`http://${header}`)) return false;
  const { hostname, host } = new URL(`http://${header}`);
  // What is not only host and port (a path, a user) is no Host header.
  if (host !== header.toLowerCase().replace(/:80$/, "")) return false;
  return hostname === "localhost" || isIP(bare(hostname)) !== 0 || names.some((name) => isMadeOutTo(name, hostname));
}

/**
 * Whether a page may use our signaling: a page of this program, from whichever laptop of the meeting it was opened, or
 * a program that is no page at all. The web's pages live under names, and are turned away.
 */
export function isKnownOrigin(header: string | undefined, names: readonly string[] = []): boolean {
  if (header === undefined) return true;
  if (!URL.canParse(header)) return false;
  const { protocol, host } = new URL(header);
  return protocol === `${ownScheme}:` || isKnownHost(host, names);
}

/** Whether a Host header is one that leads every browser to the machine it runs on. */
export function isLoopbackHost(header: string | undefined): boolean {
  if (header === undefined || !isKnownHost(header)) return false;
  const { hostname } = new URL(`http://${header}`);
  return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d+){3}$/.test(hostname);
}

function isMadeOutTo(name: string, hostname: string): boolean {
  if (!name.startsWith("*.")) return name === hostname;
  const dot = hostname.indexOf(".");
  return dot > 0 && hostname.slice(dot) === name.slice(1);
}

function bare(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, "$1");
}
