import { createHmac, randomBytes } from "node:crypto";

import type { IceServer } from "../signaling/ice-server.ts";

/** An organisation's TURN servers and the secret it shares with them. */
export interface Turn {
  readonly urls: readonly string[];
  readonly secret: string;
  /** How long a credential lasts. */
  readonly seconds: number;
}

/**
 * ICE servers with a fresh credential each time, as coturn's `use-auth-secret` checks it: the name is when it ends (in
 * seconds since 1970) and something random, the password its HMAC-SHA1 under the secret. No one is named in it.
 */
export function iceServersOf({ urls, secret, seconds }: Turn, nowMs: number): readonly IceServer[] {
  const open = urls.filter((url) => url.startsWith("stun:"));
  const closed = urls.filter((url) => !url.startsWith("stun:"));
  const username = `${Math.floor(nowMs / 1000) + seconds}:${randomBytes(8).toString("hex")}`;
  const credential = createHmac("sha1", secret).update(username).digest("base64");
  return [
    ...(open.length === 0 ? [] : [{ urls: open }]),
    ...(closed.length === 0 ? [] : [{ urls: closed, username, credential }]),
  ];
}
