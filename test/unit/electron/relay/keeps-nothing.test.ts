import { fork, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { countInMemory } from "../../../cast/memory-of.ts";
import { comeToRelay, type RelayClient } from "../../../cast/relay-client.ts";
import { soon } from "../../../cast/soon.ts";

let program: ChildProcess;
let url: string;
const clients: RelayClient[] = [];

beforeEach(async () => {
  program = fork(fileURLToPath(new URL("../../../cast/relay-program.ts", import.meta.url)), [], {
    execArgv: ["--expose-gc"],
  });
  const [{ port }] = (await once(program, "message")) as [{ port: number }]; // The first thing it says.
  url = `ws://127.0.0.1:${port}/relay`;
});

afterEach(() => {
  for (const client of clients.splice(0)) client.close();
  program.kill();
});

async function come(): Promise<RelayClient> {
  const client = await comeToRelay(url);
  clients.push(client);
  return client;
}

async function foundAfterCollecting(wanted: Buffer): Promise<number> {
  const collected = once(program, "message");
  program.send("collect");
  await collected;
  return countInMemory(program.pid ?? 0, wanted);
}

describe.runIf(process.platform === "linux")("The relay's memory", () => {
  it("holds no byte of what it handed on", async () => {
    const [samira, ellen] = [await come(), await come()];
    const withdrawn = randomBytes(32);
    for (const copies of [1, 3, 50, 500, 2000]) {
      samira.send(ellen.address, Buffer.concat(Array.from({ length: copies }, () => withdrawn)));
    }
    for (let count = 0; count < 200; count += 1) samira.send(ellen.address, withdrawn);
    await soon(() => expect(ellen.heard).toHaveLength(205));
    expect(await foundAfterCollecting(withdrawn)).toBe(0);
  });

  it("holds what waits, and no byte of it after the receiver has gone", async () => {
    const [samira, ellen] = [await come(), await come()];
    const withdrawn = randomBytes(32);
    ellen.socket.pause();
    for (let count = 0; count < 300; count += 1) {
      samira.send(ellen.address, Buffer.concat(Array.from({ length: 2000 }, () => withdrawn)));
    }
    await soon(() => expect(samira.socket.bufferedAmount).toBeGreaterThan(0));
    await new Promise((resolve) => setTimeout(resolve, 300));
    // It shows that looking finds what is there.
    expect(await foundAfterCollecting(withdrawn)).toBeGreaterThan(1000);
    ellen.close();
    samira.close();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await foundAfterCollecting(withdrawn)).toBe(0);
  });
});
