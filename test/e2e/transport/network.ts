import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium } from "../chromium.ts";

/**
 * A network of its own for laptops that have nothing else: Linux network namespaces on one bridge, without a default
 * route and without the internet. It really stops packets, which neither a closed socket nor Playwright's offline mode
 * do for WebRTC.
 */
export interface Network {
  /** Where this machine is in that network. */
  readonly address: string;
  /** A program that starts Chromium on one of the laptops. */
  chromiumOn(laptop: number): string;
  /** Lets every packet from and to a laptop vanish, as when it has walked out of reach: nobody is told. */
  cut(laptop: number): void;
  /** Pulls a laptop's cable out: its system notices. */
  unplug(laptop: number): void;
  /** Lets no more than this through to a laptop, and from it. */
  slow(laptop: number, kilobitsPerSecond: number): void;
  /** Lets no UDP packet through from or to a laptop, as some networks do, or lets them through again. Needs nftables. */
  stopUdp(laptop: number, isStopped: boolean): void;
  /** Undoes a cut, or puts the cable in again. */
  mend(laptop: number): void;
  close(): void;
}

/** Whether this process may make networks: on Linux, as root, with iproute2. */
export function canMakeNetworks(): boolean {
  try {
    run("ip", "netns", "list");
    return process.getuid?.() === 0;
  } catch {
    // There is no such program here.
    return false;
  }
}

/** Whether packets of one kind can be stopped here: with nftables. */
export function canStopUdp(): boolean {
  try {
    run("nft", "--version");
    return canMakeNetworks();
  } catch {
    // There is no such program here.
    return false;
  }
}

/** Makes a network with this many laptops. */
export function openNetwork(laptops: number): Network {
  made += 1;
  const name = `pl${process.pid % 100_000}${String.fromCharCode(96 + made)}`;
  const subnet = `10.${77 + (process.pid % 100)}.${(process.pid + made) % 250}`;
  const bridge = `${name}b`;
  const port = (laptop: number) => `${name}p${laptop}`;
  const space = (laptop: number) => `${name}n${laptop}`;
  const folder = mkdtempSync(join(tmpdir(), "polyphony-network-"));
  const silenced = new Set<number>();
  const undoings: (() => void)[] = [() => rmSync(folder, { recursive: true })];

  function close(): void {
    for (const undo of undoings.splice(0).reverse()) undo();
  }

  /** Nobody is given an IPv6 address: it would come seconds later, and Chromium drops what it is loading when an address comes or goes. */
  function build(): void {
    run("ip", "link", "add", bridge, "type", "bridge");
    undoings.push(() => run("ip", "link", "del", bridge));
    run("ip", "link", "set", bridge, "addrgenmode", "none");
    run("ip", "addr", "add", `${subnet}.254/24`, "dev", bridge);
    run("ip", "link", "set", bridge, "up");
    for (let laptop = 1; laptop <= laptops; laptop += 1) {
      run("ip", "netns", "add", space(laptop));
      undoings.push(() => run("ip", "netns", "del", space(laptop)));
      run("ip", "link", "add", port(laptop), "type", "veth", "peer", "name", "eth0", "netns", space(laptop));
      // A namespace lives on for a moment after its name is gone; the cable is not left to it.
      undoings.push(() => run("ip", "link", "del", port(laptop)));
      run("ip", "link", "set", port(laptop), "addrgenmode", "none");
      run("ip", "link", "set", port(laptop), "master", bridge, "up");
      run("ip", "-n", space(laptop), "link", "set", "lo", "up");
      run("ip", "-n", space(laptop), "link", "set", "eth0", "addrgenmode", "none");
      run("ip", "-n", space(laptop), "addr", "add", `${subnet}.${laptop}/24`, "dev", "eth0");
      run("ip", "-n", space(laptop), "link", "set", "eth0", "up");
      const program = join(folder, `laptop-${laptop}`);
      writeFileSync(program, `#!/bin/sh\nexec ip netns exec ${space(laptop)} ${findChromium()} "$@"\n`);
      chmodSync(program, 0o755);
    }
  }

  try {
    build();
  } catch (error) {
    close();
    throw error;
  }
  return {
    address: `${subnet}.254`,
    chromiumOn: (laptop) => join(folder, `laptop-${laptop}`),
    cut(laptop) {
      run("bridge", "link", "set", "dev", port(laptop), "state", "0");
      silenced.add(laptop);
    },
    unplug: (laptop) => run("ip", "link", "set", port(laptop), "down"),
    slow(laptop, kilobitsPerSecond) {
      const limit = ["root", "tbf", "rate", `${kilobitsPerSecond}kbit`, "burst", "16kb", "latency", "400ms"];
      run("tc", "qdisc", "replace", "dev", port(laptop), ...limit);
      run("ip", "netns", "exec", space(laptop), "tc", "qdisc", "replace", "dev", "eth0", ...limit);
    },
    stopUdp(laptop, isStopped) {
      const nft = (...words: readonly string[]) => run("ip", "netns", "exec", space(laptop), "nft", ...words);
      if (!isStopped) {
        nft("delete", "table", "inet", "stopped");
        return;
      }
      nft("add", "table", "inet", "stopped");
      for (const hook of ["input", "output"]) {
        nft("add", "chain", "inet", "stopped", hook, `{ type filter hook ${hook} priority 0; }`);
        nft("add", "rule", "inet", "stopped", hook, "meta", "l4proto", "udp", "drop");
      }
    },
    mend(laptop) {
      run("ip", "link", "set", port(laptop), "up");
      // A cable that was out forwards again by itself; told to before it is really in, it would refuse.
      if (silenced.delete(laptop)) run("bridge", "link", "set", "dev", port(laptop), "state", "3");
    },
    close,
  };
}

let made = 0;

function run(program: string, ...args: readonly string[]): void {
  execFileSync(program, args, { stdio: ["ignore", "ignore", "inherit"] });
}
