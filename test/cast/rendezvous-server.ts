import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { soon } from "./soon.ts";

/** A rendezvous as a process of its own, as an organisation runs it. */
export interface RendezvousServer {
  readonly port: number;
  readonly process: ChildProcess;
  /** What it has said so far. */
  said(): string;
  /** Ends it: well, or (SIGKILL) as a machine that fails does. Resolves to its exit code. */
  end(signal?: "SIGTERM" | "SIGKILL"): Promise<number | null>;
}

/** Starts one at a free port. Rejects with what it said when it refuses to start. */
export async function startRendezvousServer(environment: Readonly<Record<string, string>>): Promise<RendezvousServer> {
  const child = spawn(process.execPath, ["--expose-gc", "electron/rendezvous/main.ts"], {
    env: { PATH: process.env["PATH"], HOST: "127.0.0.1", PORT: "0", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const output of [child.stdout, child.stderr])
    output.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")));
  const look = () => {
    if (child.exitCode !== null) return 0;
    const found = /ready at port (\d+)/.exec(said)?.[1];
    if (found === undefined) throw new Error(`It is not ready: ${said}`);
    return Number(found);
  };
  // Node has to start and read its files, on a machine that may be busy otherwise.
  const port = await soon(look, 60_000);
  if (port === 0) throw new Error(said);
  return {
    port,
    process: child,
    said: () => said,
    async end(signal = "SIGTERM") {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const gone = once(child, "exit");
      child.kill(signal);
      await gone;
      return child.exitCode;
    },
  };
}
