import type { Server } from "node:http";

import { createSignaling, type Signaling, type SignalingOptions } from "../../electron/signaling/create-signaling.ts";

/** Signaling behind one server alone. */
export function attachSignaling(server: Server, options: SignalingOptions = {}): Signaling {
  const signaling = createSignaling(options);
  signaling.attach(server);
  return signaling;
}
