import { BlockList, isIPv4 } from "node:net";
import { networkInterfaces, type NetworkInterfaceInfo } from "node:os";

/** The networks of rooms, the likeliest first: private ones (RFC 1918), and what laptops give themselves (RFC 3927). */
const roomNetworks = [
  ["192.168.0.0", 16],
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["169.254.0.0", 16],
] as const;

const ranks: readonly BlockList[] = roomNetworks.map(([network, prefix]) => {
  const list = new BlockList();
  list.addSubnet(network, prefix);
  return list;
});

/** Interfaces that lead to no other laptop of a room: those of containers, virtual machines and VPNs. */
const inside = /^(?:docker|br-|veth|virbr|vmnet|vboxnet|vEthernet|tun|tap|utun|wg|ppp|zt|tailscale)/i;

/** Whether an address is one that a laptop has in a room. */
export function isRoomAddress(address: string): boolean {
  return isIPv4(address) && ranks.some((rank) => rank.check(address));
}

/**
 * The IPv4 addresses under which other laptops of a room may reach this one, the likeliest first. IPv6 is left out: the
 * addresses that every network has need a zone, which no browser accepts in an address.
 */
export function roomAddressesOf(
  interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>,
): readonly string[] {
  const rankOf = (name: string, address: string): number =>
    ranks.findIndex((rank) => rank.check(address)) + (inside.test(name) ? ranks.length : 0);
  return Object.entries(interfaces)
    .flatMap(([name, addresses = []]) =>
      addresses
        .filter(({ family, internal, address }) => family === "IPv4" && !internal && isRoomAddress(address))
        .map(({ address }) => ({ address, rank: rankOf(name, address) })),
    )
    .sort((a, b) => a.rank - b.rank)
    .map(({ address }) => address);
}

/** The addresses this laptop has in rooms at present. */
export function roomAddresses(): readonly string[] {
  return roomAddressesOf(networkInterfaces());
}
