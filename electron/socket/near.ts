import { BlockList, isIP, isIPv6 } from "node:net";

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

const nearby = new BlockList();
nearby.addSubnet("10.0.0.0", 8, "ipv4");
nearby.addSubnet("172.16.0.0", 12, "ipv4");
nearby.addSubnet("192.168.0.0", 16, "ipv4");
nearby.addSubnet("169.254.0.0", 16, "ipv4");
nearby.addSubnet("fc00::", 7, "ipv6");
nearby.addSubnet("fe80::", 10, "ipv6");

/** An IP address as it is usually written: without a zone, and IPv4 as IPv4 where a socket speaks both. */
export function plainAddress(address: string): string {
  const [bare = ""] = address.split("%", 1);
  return bare.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");
}

/** Where an address is: on this machine, in the same house, or somewhere else. What is no address is elsewhere. */
export function nearnessOf(address: string): "here" | "near" | "far" {
  const plain = plainAddress(address);
  if (isIP(plain) === 0) return "far";
  const family = isIPv6(plain) ? "ipv6" : "ipv4";
  if (loopback.check(plain, family)) return "here";
  return nearby.check(plain, family) ? "near" : "far";
}

/** Under what an address is counted. One household or server has a whole /64 of IPv6, so that counts as one. */
export function countedAs(address: string): string {
  const plain = plainAddress(address);
  if (!isIPv6(plain) || nearnessOf(plain) !== "far") return plain;
  // URL writes an address in one way only; with "::" in its first half the second half is left out entirely.
  const [before = ""] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split("::", 1);
  return `${before.split(":").slice(0, 4).join(":")}::/64`;
}
