import { readFile } from "node:fs/promises";
import { extname, isAbsolute, relative, resolve } from "node:path";

import type { Protocol } from "electron";

import { windowPolicy } from "./content-policy.ts";
import { ownScheme, windowHost } from "./own-pages.ts";

const mediaTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
};

/**
 * Makes pages under our scheme ordinary, secure pages: with an origin, Web Crypto and storage of their own. Has to run
 * before Electron is ready.
 */
export function registerOwnScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: ownScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Answers the window's requests with the files of a directory, and with nothing outside it. */
export function serveOwnFiles(protocol: Protocol, directory: string): void {
  protocol.handle(ownScheme, (request) => answerOwnRequest(directory, request));
}

/** The answer to one request under our scheme: a file of the directory with its policy, or a plain refusal. */
export async function answerOwnRequest(
  directory: string,
  request: { readonly method: string; readonly url: string },
): Promise<Response> {
  if (request.method !== "GET" && request.method !== "HEAD") return refusal(405);
  const { host, pathname } = new URL(request.url);
  const file = host === windowHost ? fileAt(directory, pathname) : null;
  const mediaType = file === null ? undefined : mediaTypes[extname(file)];
  if (file === null || mediaType === undefined) return refusal(404);
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return refusal(404);
  return new Response(request.method === "HEAD" ? null : bytes, {
    headers: {
      "Content-Type": mediaType,
      "Content-Security-Policy": windowPolicy,
      "Cross-Origin-Opener-Policy": "same-origin",
      "Referrer-Policy": "no-referrer",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

/** The file that a path of an address means inside a directory; null when it would lead out of it. */
export function fileAt(directory: string, pathname: string): string | null {
  const path = decoded(pathname === "/" ? "/index.html" : pathname);
  if (path === null || path.includes("\0") || path.includes("\\")) return null;
  const file = resolve(directory, `.${path}`);
  const inside = relative(directory, file);
  return inside === "" || inside.startsWith("..") || isAbsolute(inside) ? null : file;
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

function refusal(status: 404 | 405): Response {
  return new Response(null, { status });
}
