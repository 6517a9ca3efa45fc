import type { Laptop } from "../e2e/chromium.ts";

/** Records every frame that reaches a page over WebSockets from now on, as the browser's own tools show it. */
export async function recordReceived({ context, page }: Laptop): Promise<readonly Buffer[]> {
  const frames: Buffer[] = [];
  const session = await context.newCDPSession(page);
  session.on("Network.webSocketFrameReceived", ({ response }) => {
    // Binary frames (opcode 2) are told as base64.
    frames.push(Buffer.from(response.payloadData, response.opcode === 2 ? "base64" : "utf8"));
  });
  await session.send("Network.enable");
  return frames;
}
