import type { Server } from "node:http";
import type { Server as TlsServer } from "node:https";

import { createRelay } from "../relay/create-relay.ts";
import { createSignaling } from "../signaling/create-signaling.ts";
import { startStun, type Stun } from "../stun/start-stun.ts";

/** Where signaling is found, at whichever address of this machine. */
export const signalingPath = "/signaling";

const relayPath = "/relay";

/** The ways by which laptops find and reach each other through this one: the same for all of its addresses. */
export interface Lines {
  /** The paths whose upgrades are answered. */
  readonly paths: readonly string[];
  /** Answers the upgrades of a server's connections from now on. */
  attach(server: Server | TlsServer): void;
  /**
   * Answers laptops that ask for their own address at these addresses, over UDP on this port, and tells every laptop that is
   * connected to ask there. At none while the room is closed.
   */
  moveTo(addresses: readonly string[], port: number): Promise<void>;
  /** Ends every line. The servers stay as they are. */
  close(): Promise<void>;
}

/** Opens signaling and the relay for any number of servers: laptops that came in by different addresses hear each other. */
export function openLines(): Lines {
  const signaling = createSignaling({ path: signalingPath });
  const relay = createRelay({ path: relayPath });
  let stun: Stun | null = null;

  return {
    paths: [signalingPath, relayPath],
    attach(server) {
      signaling.attach(server);
      relay.attach(server);
    },
    async moveTo(addresses, port) {
      if (stun !== null) await stun.setAddresses(addresses);
      else if (addresses.length > 0) stun = await startStun({ port, addresses });
      signaling.tellIce((localAddress) => {
        // A guest asks at the address it came to; this machine's own window, which came to none of these, asks at all of them.
        const asked = addresses.includes(localAddress) ? [localAddress] : addresses;
        return asked.length === 0 ? [] : [{ urls: asked.map((address) => `stun:${address}:${port}`) }];
      });
    },
    async close() {
      await Promise.all([signaling.close(), relay.close(), stun?.close()]);
    },
  };
}
