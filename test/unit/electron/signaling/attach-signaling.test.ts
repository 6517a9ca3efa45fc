import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { attachSignaling } from "../../../cast/attach-signaling.ts";
import type { Signaling } from "../../../../electron/signaling/create-signaling.ts";
import type { SignalingLimits } from "../../../../electron/signaling/limits.ts";

let server: Server;
let signaling: Signaling;
const opened: WebSocket[] = [];

beforeEach(async () => {
  server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});

afterEach(async () => {
  for (const socket of opened.splice(0)) socket.terminate();
  await signaling.close();
  server.closeAllConnections();
  server.close();
});

function urlOf(path: string): string {
  // A server that listens on a TCP port has an address of this shape.
  const { port } = server.address() as AddressInfo;
  return `ws://127.0.0.1:${port}${path}`;
}

async function connect(path = "/signaling"): Promise<WebSocket> {
  const socket = new WebSocket(urlOf(path));
  opened.push(socket);
  socket.on("error", () => undefined);
  await once(socket, "open");
  return socket;
}

const attach = (limits: Partial<SignalingLimits> = {}) => {
  signaling = attachSignaling(server, { limits });
};

async function nextFrame(socket: WebSocket): Promise<unknown> {
  const received: unknown[] = await once(socket, "message");
  return JSON.parse(String(received[0]));
}

async function answersPing(socket: WebSocket): Promise<void> {
  socket.send('{"type":"ping"}');
  expect(await nextFrame(socket)).toEqual({ type: "pong" });
}

describe("The signaling server", () => {
  it("carries Samira's note to Ellen and to nobody who did not subscribe", async () => {
    attach();
    const [samira, ellen, karim] = [await connect(), await connect(), await connect("/signaling?from=afar")];
    for (const socket of [samira, ellen]) {
      socket.send('{"type":"subscribe","topics":["meeting"]}');
      await answersPing(socket);
    }
    const overheard: unknown[] = [];
    karim.on("message", (data) => overheard.push(data));
    samira.on("message", (data) => overheard.push(data));
    samira.send('{"type":"publish","topic":"meeting","data":"sealed"}');
    expect(await nextFrame(ellen)).toEqual({ type: "publish", topic: "meeting", data: "sealed" });
    expect(overheard).toEqual([]);
  });

  it("stands up to malformed, binary and oversized frames, and goes on for the others", async () => {
    attach({ frameBytes: 1000 });
    const [samira, karim] = [await connect(), await connect()];
    for (const frame of ["{", "null", '{"type":"subscribe","topics":[[]]}', new Uint8Array([0xff, 0xfe])]) {
      karim.send(frame);
    }
    await answersPing(karim);
    karim.send("x".repeat(1001));
    expect((await once(karim, "close"))[0]).toBe(1009);
    await answersPing(samira);
  });

  it("stands up to bytes that are no WebSocket frames at all", async () => {
    attach();
    const [samira, karim] = [await connect(), await connect()];
    // The stream below the socket is ws's own; writing to it is what a broken or hostile client does.
    // It is private, and ws has named it so since its first version.
    (karim as unknown as { _socket: NodeJS.WritableStream })._socket.write(Buffer.alloc(64, 0xff));
    await once(karim, "close");
    await answersPing(samira);
  });

  it("refuses connections beyond its number", async () => {
    attach({ connections: 1 });
    const samira = await connect();
    await expect(connect()).rejects.toThrow("503");
    await answersPing(samira);
  });

  it("lets go of a laptop that no longer answers, and keeps one that merely says nothing", async () => {
    attach({ silenceMs: 200 });
    const quiet = await connect();
    const asleep = new WebSocket(urlOf("/signaling"), { autoPong: false });
    opened.push(asleep);
    await once(asleep, "open");
    await once(asleep, "close");
    await answersPing(quiet);
  });

  it("leaves upgrades of other paths to others", async () => {
    attach();
    const others = new WebSocketServer({ noServer: true });
    server.on("upgrade", (request, stream, head) => {
      if (request.url === "/reload") others.handleUpgrade(request, stream, head, (socket) => socket.send('"theirs"'));
    });
    const socket = new WebSocket(urlOf("/reload"));
    opened.push(socket);
    expect(await nextFrame(socket)).toBe("theirs");
  });

  it("lets everyone go when it closes, and takes no one afterwards", async () => {
    attach();
    const samira = await connect();
    const gone = once(samira, "close");
    await signaling.close();
    await gone;
    const late = new WebSocket(urlOf("/signaling"));
    opened.push(late);
    late.on("error", () => undefined);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(late.readyState).not.toBe(WebSocket.OPEN);
  });
});
