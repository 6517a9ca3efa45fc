import { createServer, type Server } from "node:http";

import { attachSignaling } from "../signaling/attach-signaling.ts";

/** Where signaling is found, at whichever address of this machine. */
export const signalingPath = "/signaling";

/** The ways by which laptops find each other through this one: the same for all of its addresses. */
export interface Lines {
  /** The paths whose upgrades are answered. */
  readonly paths: readonly string[];
  /** Answers the upgrades of a server's connections from now on. */
  attach(server: Server): void;
  /** Ends every line. The servers stay as they are. */
  close(): Promise<void>;
}

/** Opens signaling for any number of servers: laptops that came in by different addresses hear each other. */
export function openLines(): Lines {
  // It listens nowhere: the upgrades of all the others are told to it.
  const all = createServer();
  const signaling = attachSignaling(all, { path: signalingPath });
  return {
    paths: [signalingPath],
    attach: (server) => {
      server.on("upgrade", (request, stream, head) => all.emit("upgrade", request, stream, head));
    },
    close: () => signaling.close(),
  };
}
