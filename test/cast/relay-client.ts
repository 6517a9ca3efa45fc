import { once } from "node:events";
import { randomBytes } from "node:crypto";
import { WebSocket, type ClientOptions } from "ws";
import { soon } from "./soon.ts";

/** A laptop at a relay, as its program speaks to it. */
export interface RelayClient {
  readonly socket: WebSocket;
  readonly token: Buffer;
  readonly address: Buffer;
  /** What came, in order: from whom (hexadecimal) and what. */
  readonly heard: { readonly from: string; readonly payload: Buffer }[];
  send(to: Buffer, payload: Uint8Array | string): void;
  /** Waits for the next frame that nobody waited for yet. */
  next(): Promise<{ readonly from: string; readonly payload: Buffer }>;
  close(): void;
}

/** Connects to a relay and says a token. */
export async function comeToRelay(
  url: string,
  { token = randomBytes(32), ...options }: ClientOptions & { readonly token?: Buffer } = {},
): Promise<RelayClient> {
  const socket = new WebSocket(url, { perMessageDeflate: false, ...options });
  socket.on("error", () => undefined);
  await once(socket, "open");
  socket.send(token);
  const received: unknown[] = await once(socket, "message");
  // ws hands binary frames over as one Buffer.
  const address = Buffer.from(received[0] as Buffer);
  const heard: { from: string; payload: Buffer }[] = [];
  let waitedFor = 0;
  socket.on("message", (data) => {
    if (Buffer.isBuffer(data))
      heard.push({ from: data.toString("hex", 0, 16), payload: Buffer.from(data.subarray(16)) });
  });
  return {
    socket,
    token,
    address,
    heard,
    send: (to, payload) => socket.send(Buffer.concat([to, Buffer.from(payload)])),
    next: async () => {
      const index = waitedFor;
      waitedFor += 1;
      return soon(() => {
        const frame = heard[index];
        if (frame === undefined) throw new Error("Nothing came.");
        return frame;
      });
    },
    close: () => socket.terminate(),
  };
}
