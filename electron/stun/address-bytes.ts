import { isIPv4, isIPv6 } from "node:net";

/** The 4 or 16 bytes of an IP address as Node writes it, without its zone; null for what is no IP address. */
export function addressBytes(address: string): Uint8Array | null {
  const [bare = ""] = address.split("%", 1);
  if (isIPv4(bare)) return Uint8Array.from(bare.split("."), Number);
  if (!isIPv6(bare)) return null;
  const groups = groupsOf(bare);
  return Uint8Array.from(groups.flatMap((group) => [group >>> 8, group & 0xff]));
}

/** The eight numbers of an IPv6 address. */
function groupsOf(address: string): readonly number[] {
  // URL writes an address in one way only: no IPv4 at the end, and "::" at most once.
  const written = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [before = [], after = []] = written
    .split("::")
    .map((half) => half.split(":").filter((group) => group !== ""))
    .map((half) => half.map((group) => Number.parseInt(group, 16)));
  return [...before, ...Array.from({ length: 8 - before.length - after.length }, () => 0), ...after];
}
