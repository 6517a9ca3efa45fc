import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, listensAt } from "./redis-server.ts";
import { soon } from "./soon.ts";

/** A real coturn of a test's own, which takes the credentials that are made with a shared secret. */
export interface TurnServer {
  readonly port: number;
  kill(): Promise<void>;
}

/** Starts Debian's turnserver at an address of this machine. */
export async function startTurn(address: string, secret: string): Promise<TurnServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "polyphony-turn-"));
  const where = ["-L", address, "-E", address, "-p", String(port), "--allow-loopback-peers", "--no-tls", "--no-dtls"];
  const what = ["--use-auth-secret", `--static-auth-secret=${secret}`, "--realm=clinic.example", "--no-cli"];
  const kept = ["-n", "--userdb", join(folder, "users"), "--pidfile", join(folder, "pid"), "--log-file", "stdout"];
  const program = spawn("turnserver", [...kept, ...where, ...what], { stdio: "ignore", cwd: folder });
  // One that cannot be started has ended as well.
  const gone = once(program, "exit").catch(() => undefined);
  const kill = async () => {
    program.kill("SIGKILL");
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await soon(async () => {
      if (!(await listensAt(port, address))) throw new Error("turnserver does not answer; apt-get install coturn.");
    });
  } catch (error) {
    await kill();
    throw error;
  }
  return { port, kill };
}
