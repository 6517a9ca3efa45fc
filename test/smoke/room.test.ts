/**
 * Two laptops on a network of their own: the program as `npm start -- --room` runs it on one, a real Chromium on the other. No
 * route, no internet, and a certificate that is clicked through, not ignored.
 */
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

import { nodeProgram } from "../../build/scripts/node-program.mjs";
import { projectRoot } from "../../build/scripts/project.mjs";
import { findChromium, launchLaptop, type Laptop } from "../e2e/chromium.ts";
import { canMakeNetworks } from "../network/network.ts";

/** iproute2, which is here where networks can be made. */
const iproute = "ip";

const port = 4807;
const spaces = [`room${process.pid}h`, `room${process.pid}g`] as const;
const [hosts, guests] = spaces;
const address = "192.168.77.5";
const nextAddress = "169.254.77.6";

let place = "";
let host: ChildProcess;
let said = "";

describe.skipIf(!canMakeNetworks())("a room on a real network", () => {
  beforeAll(async () => {
    place = mkdtempSync(join(tmpdir(), "polyphony-room-smoke-"));
    writeFileSync(join(place, "index.html"), "<!doctype html><title>Polyphony</title><h1>Polyphony</h1>");
    for (const space of spaces) ip("netns", "add", space);
    ip("-n", hosts, "link", "add", "eth0", "type", "veth", "peer", "name", "eth0", "netns", guests);
    for (const [space, own] of [
      [hosts, address],
      [guests, "192.168.77.6"],
    ] as const) {
      ip("-n", space, "link", "set", "lo", "up");
      ip("-n", space, "addr", "add", `${own}/24`, "dev", "eth0");
      ip("-n", space, "link", "set", "eth0", "up");
    }
    host = startHost(hosts, "host");
    await vi.waitFor(() => expect(said).toContain("Other laptops in this room open"), { timeout: 60_000 });
  });

  afterAll(async () => {
    const ended = new Promise((resolve) => host.once("exit", resolve));
    host.kill("SIGTERM");
    await ended;
    for (const space of spaces) ip("netns", "del", space);
    rmSync(place, { recursive: true, force: true });
  });

  test("the host says where others find it, what it is called, and how its certificate begins", () => {
    expect(said).toMatch(
      /^Other laptops in this room open https:\/\/192\.168\.77\.5:4807\/ \([a-z]+ [a-z]+; the certificate begins with (?:[0-9a-f]{4} ){3}[0-9a-f]{4}\)\.$/m,
    );
  });

  test("a guest types the address, goes past the warning, and has a page that may do what the program needs", async () => {
    const laptop = await guest();
    const { page } = laptop;
    // Without "https:", as people type it. The browser does not go on by itself.
    await expect(page.goto(`http://${address}:${port}/`)).rejects.toThrow(/ERR_CERT_AUTHORITY_INVALID/);
    await page.locator("#details-button").click();
    await page.locator("#proceed-link").click();
    await expect.poll(() => page.title()).toBe("Polyphony");
    expect(page.url()).toBe(`https://${address}:${port}/`);
    expect(await page.evaluate("window.isSecureContext && crypto.subtle !== undefined")).toBe(true);
    const pong = await page.evaluate(`new Promise((resolve) => {
      const socket = new WebSocket("wss://" + location.host + "/signaling");
      socket.onopen = () => socket.send('{"type":"ping"}');
      socket.onmessage = ({ data }) => data.includes("pong") && resolve(data);
      socket.onerror = () => resolve("refused");
    })`);
    expect(pong).toBe('{"type":"pong"}');
    const here = await page.evaluate(`fetch("/here", { headers: { "X-Polyphony": "1" } }).then((it) => it.status)`);
    expect(here).toBe(404);
    await laptop.close();
  });

  test("another laptop that looks around finds it within a second, without a route", async () => {
    const looking = look();
    await expect.poll(() => looking.found(), { timeout: 20_000, interval: 50 }).toHaveLength(1);
    expect(looking.tookMs()).toBeLessThan(1000);
    const words = /\(([a-z]+ [a-z]+);/.exec(said)?.[1];
    expect(looking.found()).toMatchObject([{ words, url: `https://${address}:${port}/` }]);
    looking.end();
  });

  test("the host follows its networks: an address that comes is one to open within a few seconds", async () => {
    ip("-n", hosts, "addr", "add", `${nextAddress}/16`, "dev", "eth0");
    ip("-n", hosts, "addr", "del", `${address}/24`, "dev", "eth0");
    await expect.poll(() => said, { timeout: 20_000 }).toContain(`open https://${nextAddress}:${port}/ (`);
    ip("-n", guests, "addr", "add", "169.254.77.7/16", "dev", "eth0");
    const laptop = await guest();
    await expect(laptop.page.goto(`https://${nextAddress}:${port}/`)).rejects.toThrow(/ERR_CERT_AUTHORITY_INVALID/);
    await laptop.page.locator("#details-button").click();
    await laptop.page.locator("#proceed-link").click();
    await expect.poll(() => laptop.page.title()).toBe("Polyphony");
    await laptop.close();
  });

  function startHost(space: string, name: string): ChildProcess {
    const flags = ["--directory", place, "--port", String(port), "--profile", join(place, name), "--room", "--no-open"];
    const child = within(space, nodeProgram(), join(projectRoot, "electron/serve/main.ts"), ...flags);
    child.stdout?.on("data", (chunk: Buffer) => (said += chunk.toString()));
    return child;
  }

  function guest(): Promise<Laptop> {
    const program = join(place, "chromium");
    writeFileSync(program, `#!/bin/sh\nexec ip netns exec ${guests} ${findChromium()} "$@"\n`);
    chmodSync(program, 0o755);
    return launchLaptop({ executable: program, isPlain: true });
  }

  /** The program's own looking around, on the guest's laptop. */
  function look() {
    const script = join(place, "look.mts");
    writeFileSync(
      script,
      `import { createNeighbourhood } from ${JSON.stringify(join(projectRoot, "electron/discovery/neighbourhood.ts"))};
      const neighbourhood = createNeighbourhood();
      const beganMs = Date.now();
      neighbourhood.attend({ addresses: ["192.168.77.6"], announced: null, isLooking: true });
      setInterval(() => console.log(JSON.stringify({ ms: Date.now() - beganMs, found: neighbourhood.found() })), 25);`,
    );
    const child = within(guests, nodeProgram(), script);
    let lines = "";
    child.stdout?.on("data", (chunk: Buffer) => (lines += chunk.toString()));
    interface Told {
      readonly ms: number;
      readonly found: readonly unknown[];
    }
    // The script above prints nothing else.
    const told = () =>
      lines
        .split("\n")
        .slice(0, -1)
        .map((line) => JSON.parse(line) as Told);
    return {
      found: () => told().at(-1)?.found ?? [],
      tookMs: () => told().find(({ found }) => found.length > 0)?.ms ?? Infinity,
      end: () => child.kill("SIGKILL"),
    };
  }
});

function within(space: string, ...program: readonly string[]): ChildProcess {
  return spawn(iproute, ["netns", "exec", space, ...program], { stdio: ["ignore", "pipe", "inherit"] });
}

function ip(...args: readonly string[]): void {
  execFileSync(iproute, args, { stdio: ["ignore", "ignore", "inherit"] });
}
