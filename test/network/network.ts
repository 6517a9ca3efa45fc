import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium } from "../e2e/chromium.ts";

/**
 * A network of its own for laptops that have nothing else: Linux network namespaces on one bridge, without a default
 * route and without the internet. It really stops packets, which neither a closed socket nor Playwright's offline mode
 * do for WebRTC.
 */
export interface Network {
  /** Where this machine is in that network. */
  readonly address: string;
  /** Where a laptop is in that network. */
  addressOf(laptop: number): string;
  /** A program that starts Chromium on one of the laptops. */
  chromiumOn(laptop: number): string;
  /** A program and its arguments as they are started on one of the laptops. */
  on(laptop: number, ...program: readonly string[]): readonly [string, readonly string[]];
  /** Lets every packet from and to a laptop vanish, as when it has walked out of reach: nobody is told. */
  cut(laptop: number): void;
  /** Pulls a laptop's cable out: its system notices. */
  unplug(laptop: number): void;
  /** Lets no more than this through to a laptop, and from it. */
  slow(laptop: number, kilobitsPerSecond: number): void;
  /** Lets no UDP packet through from or to a laptop, as some networks do, or lets them through again. Needs nftables. */
  stopUdp(laptop: number, isStopped: boolean): void;
  /** Lets no packet through between any two laptops, as when the router's plug is out; or lets them through again. */
  halt(isHalted: boolean): void;
  /** Loses so many of a hundred packets on their way to each laptop; of 0, none. Needs nftables. */
  lose(percent: number): void;
  /** Lets each packet to and from each laptop come so much later, and loses so many of a hundred. Needs `canDelay`. */
  delay(milliseconds: number, percent: number): void;
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

/** Whether packets can be made late here: with the kernel's netem. */
export function canDelay(): boolean {
  const space = `pl${process.pid % 100_000}try`;
  try {
    run("ip", "netns", "add", space);
  } catch {
    return false;
  }
  try {
    const tried = ["-n", space, "qdisc", "add", "dev", "lo", "root", "netem", "delay", "1ms"];
    execFileSync("tc", tried, { stdio: "ignore" });
    return true;
  } catch {
    // There is no such program, or no netem in this kernel.
    return false;
  } finally {
    run("ip", "netns", "del", space);
  }
}

/** What is special about a network. */
export interface NetworkWish {
  /** Only addresses that laptops give themselves where nobody gives them any (RFC 3927). */
  readonly isLinkLocal?: boolean;
  /** No multicast comes through, as on many a Wi-Fi. Needs nftables. */
  readonly isMulticastFiltered?: boolean;
  /** Each laptop has a second interface that holds the default route and leads nowhere. */
  readonly hasVpn?: boolean;
}

/** Makes a network with this many laptops. */
export function openNetwork(laptops: number, wish: NetworkWish = {}): Network {
  made += 1;
  const name = `pl${process.pid % 100_000}${String.fromCharCode(96 + made)}`;
  const place = (process.pid + made) % 250;
  const subnet = wish.isLinkLocal ? `169.254.${place + 1}` : `10.${77 + (process.pid % 100)}.${place}`;
  const prefix = wish.isLinkLocal ? 16 : 24;
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
    run("ip", "addr", "add", `${subnet}.254/${prefix}`, "dev", bridge);
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
      run("ip", "-n", space(laptop), "addr", "add", `${subnet}.${laptop}/${prefix}`, "dev", "eth0");
      run("ip", "-n", space(laptop), "link", "set", "eth0", "up");
      if (wish.hasVpn) addVpn(laptop);
      if (wish.isMulticastFiltered) refuse(laptop, "multicast", ["input", "output"], "ip daddr 224.0.0.0/4 drop");
      const program = join(folder, `laptop-${laptop}`);
      writeFileSync(program, `#!/bin/sh\nexec ip netns exec ${space(laptop)} ${findChromium()} "$@"\n`);
      chmodSync(program, 0o755);
    }
  }

  /** What is sent there vanishes, as in a tunnel whose other end drops it. */
  function addVpn(laptop: number): void {
    const ip = (...words: readonly string[]) => run("ip", "-n", space(laptop), ...words);
    ip("link", "add", "vpn0", "type", "veth", "peer", "name", "vpn-end");
    ip("link", "set", "vpn-end", "up");
    ip("link", "set", "vpn0", "arp", "off");
    ip("addr", "add", `10.8.0.${laptop}/24`, "dev", "vpn0");
    ip("link", "set", "vpn0", "up");
    ip("route", "add", "default", "dev", "vpn0");
  }

  /** Drops what a rule of nftables names, in a table of this name. */
  function refuse(laptop: number, table: string, hooks: readonly string[], rule: string): void {
    const nft = (...words: readonly string[]) => run("ip", "netns", "exec", space(laptop), "nft", ...words);
    nft("add", "table", "inet", table);
    for (const hook of hooks) {
      nft("add", "chain", "inet", table, hook, `{ type filter hook ${hook} priority 0; }`);
      nft("add", "rule", "inet", table, hook, ...rule.split(" "));
    }
  }

  const allow = (laptop: number, table: string) =>
    run("ip", "netns", "exec", space(laptop), "nft", "delete", "table", "inet", table);

  try {
    build();
  } catch (error) {
    close();
    throw error;
  }
  return {
    address: `${subnet}.254`,
    addressOf: (laptop) => `${subnet}.${laptop}`,
    on: (laptop, ...program) => ["ip", ["netns", "exec", space(laptop), ...program]],
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
      if (isStopped) refuse(laptop, "stopped", ["input", "output"], "meta l4proto udp drop");
      else allow(laptop, "stopped");
    },
    halt: (isHalted) => run("ip", "link", "set", bridge, isHalted ? "down" : "up"),
    lose(percent) {
      for (let laptop = 1; laptop <= laptops; laptop += 1) {
        if (percent === 0) allow(laptop, "lossy");
        else refuse(laptop, "lossy", ["input"], `numgen random mod 100 < ${percent} drop`);
      }
    },
    delay(milliseconds, percent) {
      for (let laptop = 1; laptop <= laptops; laptop += 1) {
        const late = ["netem", "delay", `${milliseconds}ms`, "loss", `${percent}%`];
        run("ip", "netns", "exec", space(laptop), "tc", "qdisc", "replace", "dev", "eth0", "root", ...late);
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
