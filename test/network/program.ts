import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { nodeProgram } from "../../build/scripts/node-program.mjs";
import { projectRoot } from "../../build/scripts/project.mjs";
import type { Network } from "./network.ts";

/** The program as `npm start -- --room` runs it, on one laptop of a network. */
export interface Program {
  /** What it has said so far. */
  said(): string;
  /** Its process, to be looked at. */
  readonly pid: number;
  /** Ends it as a person does, or as a laptop that fails does. */
  end(signal?: "SIGKILL" | "SIGTERM"): Promise<void>;
}

const PATIENCE_MS = 60_000;

/** Starts it, and waits until others can come in. */
export async function startProgram(
  network: Network,
  laptop: number,
  wish: { readonly directory: string; readonly profile: string; readonly port: number },
): Promise<Program> {
  const flags = ["--directory", wish.directory, "--port", String(wish.port), "--profile", wish.profile];
  const main = join(projectRoot, "electron/serve/main.ts");
  const [enter, args] = network.on(laptop, nodeProgram(), main, ...flags, "--room", "--no-open");
  const child: ChildProcess = spawn(enter, args, { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const until = Date.now() + PATIENCE_MS;
  while (!said.includes("Other laptops in this room open")) {
    if (child.exitCode !== null || Date.now() > until) {
      child.kill("SIGKILL");
      throw new Error(`The program does not open the room: ${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    said: () => said,
    // It has said something, so it runs.
    pid: child.pid as number,
    async end(signal = "SIGTERM") {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill(signal);
      await gone;
    },
  };
}
