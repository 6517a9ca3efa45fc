import type { WebSocketRoute } from "playwright-core";
import { WebSocket } from "ws";

/** Carries a page's WebSocket on with the origin that a page in Electron would have sent, not the one Chromium shows. */
export function carryOn(route: WebSocketRoute): void {
  const onward = new WebSocket(route.url(), { origin: "app://polyphony" });
  const isOpen = new Promise<void>((resolve) => onward.once("open", resolve));
  route.onMessage((message) => void isOpen.then(() => onward.send(message)));
  route.onClose(() => onward.close());
  onward.on("message", (data, isBinary) => {
    // ws hands both kinds over as one Buffer unless told otherwise.
    if (Buffer.isBuffer(data)) route.send(isBinary ? data : data.toString("utf8"));
  });
  onward.on("close", () => void route.close());
  onward.on("error", () => void route.close());
}
