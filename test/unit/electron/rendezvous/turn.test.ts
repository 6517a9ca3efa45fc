import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { iceServersOf } from "../../../../electron/rendezvous/turn.ts";
import { startTurn, type TurnServer } from "../../../cast/turn-server.ts";

const SECRET = "a-secret-of-the-clinic";

function credentialAt(nowMs: number, secret = SECRET): { readonly username: string; readonly credential: string } {
  const [server] = iceServersOf({ urls: ["turn:a"], secret, seconds: 600 }, nowMs);
  return { username: server?.username ?? "", credential: server?.credential ?? "" };
}

describe("A TURN credential", () => {
  it("says when it ends and nothing about anyone, differently each time", () => {
    const [first, second] = [credentialAt(1_000_500), credentialAt(1_000_500)];
    expect(first.username).toMatch(/^1600:[0-9a-f]{16}$/);
    expect(first.username).not.toBe(second.username);
  });

  it("is told for TURN alone", () => {
    const servers = iceServersOf({ urls: ["stun:a", "turn:b", "turns:c"], secret: SECRET, seconds: 600 }, 0);
    expect(servers[0]).toEqual({ urls: ["stun:a"] });
    expect(servers[1]?.urls).toEqual(["turn:b", "turns:c"]);
    expect(servers[1]?.credential).toMatch(/^[A-Za-z0-9+/]{27}=$/);
  });
});

describe("A real coturn", () => {
  let turn: TurnServer;

  beforeAll(async () => {
    turn = await startTurn("127.0.0.1", SECRET);
  });

  afterAll(() => turn.kill());

  /** Whether coturn's own client gets an allocation and its data relayed. */
  async function relays({ username, credential }: ReturnType<typeof credentialAt>): Promise<boolean> {
    const client = spawn(
      "turnutils_uclient",
      ["-t", "-y", "-c", "-n", "5", "-m", "1", "-u", username, "-w", credential, "-p", String(turn.port), "127.0.0.1"],
      { stdio: ["ignore", "pipe", "pipe"] },
    );
    let said = "";
    for (const output of [client.stdout, client.stderr])
      output.on("data", (chunk: Buffer) => (said += chunk.toString()));
    const patience = setTimeout(() => client.kill("SIGKILL"), 20_000);
    await once(client, "close");
    clearTimeout(patience);
    return /tot_recv_msgs=[1-9]/.test(said) && !/error 4\d\d/i.test(said);
  }

  it("takes a credential that lasts", async () => {
    expect(await relays(credentialAt(Date.now()))).toBe(true);
  });

  it("refuses one that ran out, and one made with another secret", async () => {
    expect(await relays(credentialAt(Date.now() - 3_600_000))).toBe(false);
    expect(await relays(credentialAt(Date.now(), "another-secret-altogether"))).toBe(false);
  });
});
