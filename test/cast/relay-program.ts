import { createServer } from "node:http";
import { createRelay } from "../../electron/relay/create-relay.ts";

/*
 * A relay as a process of its own, so that a test can look through its memory: says its port, and collects garbage when
 * told so.
 */

const relay = createRelay();
const server = createServer();
relay.attach(server);
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address !== null && typeof address !== "string") process.send?.({ port: address.port });
});

process.on("message", () => {
  globalThis.gc?.();
  process.send?.({ collected: true });
});
process.on("disconnect", () => process.exit());
