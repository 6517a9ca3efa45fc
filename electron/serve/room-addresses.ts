import { networkInterfaces, type NetworkInterfaceInfo } from "node:os";

import { NETWORK_RANKS, rankOfAddress } from "../../shared/room/address.ts";

/** Interfaces that lead to no other laptop of a room: those of containers, virtual machines and VPNs. */
const inside = /^(?:docker|br-|veth|virbr|vmnet|vboxnet|vEthernet|tun|tap|utun|wg|ppp|zt|tailscale)/i;

/**
 * The IPv4 addresses under which other laptops of a room may reach this one, the likeliest first. IPv6 is left out: the
 * addresses that every network has need a zone, which no browser accepts in an address.
 */
export function roomAddressesOf(
  interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>,
): readonly string[] {
  return Object.entries(interfaces)
    .flatMap(([name, addresses = []]) =>
      addresses.flatMap(({ family, internal, address }) => {
        const rank = family === "IPv4" && !internal ? rankOfAddress(address) : null;
        return rank === null ? [] : [{ address, rank: rank + (inside.test(name) ? NETWORK_RANKS : 0) }];
      }),
    )
    .sort((a, b) => a.rank - b.rank)
    .map(({ address }) => address);
}

/** The addresses this laptop has in rooms at present. */
export function roomAddresses(): readonly string[] {
  return roomAddressesOf(networkInterfaces());
}
