import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createConnection, createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { soon } from "./soon.ts";

/** A real Redis of a test's own. */
export interface RedisServer {
  readonly url: string;
  /** Ends it at once, as a machine that fails does. */
  kill(): Promise<void>;
  /** Starts it again at the same port. */
  start(): Promise<void>;
}

/** A port that nobody listens at now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  // A server that listens on a TCP port has an address of this shape.
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Whether something takes connections at a port of this machine. */
export function listensAt(port: number, host = "127.0.0.1"): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host });
    socket.once("connect", () => resolve(true));
    socket.once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}

/** Starts Debian's redis-server, which keeps nothing. */
export async function startRedis(): Promise<RedisServer> {
  const port = await freePort();
  let program: ChildProcess | null = null;
  let folder: string | null = null;

  const redis: RedisServer = {
    url: `redis://127.0.0.1:${port}`,
    async start() {
      folder = mkdtempSync(join(tmpdir(), "polyphony-redis-"));
      const place = ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder];
      program = spawn("redis-server", [...place, "--save", "", "--appendonly", "no"], { stdio: "ignore" });
      // That it cannot be started shows when nothing answers.
      program.on("error", () => undefined);
      await soon(async () => {
        if (!(await listensAt(port))) throw new Error("redis-server does not answer; apt-get install redis-server.");
      });
    },
    async kill() {
      const ending = program;
      program = null;
      if (ending !== null && ending.exitCode === null) {
        const gone = once(ending, "exit");
        ending.kill("SIGKILL");
        await gone;
      }
      if (folder !== null) rmSync(folder, { recursive: true, force: true });
    },
  };
  await redis.start();
  return redis;
}
