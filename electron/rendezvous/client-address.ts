import type { IncomingMessage } from "node:http";
import { BlockList, isIP, isIPv6 } from "node:net";

import { plainAddress } from "../socket/near.ts";

/**
 * Where requests really come from. A proxy's word (X-Forwarded-For) is believed only of the addresses and networks given;
 * each of these may name the one before it.
 */
export function createClientAddress(trustedProxies: readonly string[]): (request: IncomingMessage) => string {
  const trusted = new BlockList();
  for (const network of trustedProxies) {
    const [address = "", bits] = network.split("/");
    const family = isIPv6(address) ? "ipv6" : "ipv4";
    if (bits === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(bits), family);
  }
  const isTrusted = (address: string) => trusted.check(address, isIPv6(address) ? "ipv6" : "ipv4");

  return (request) => {
    const forwarded = String(request.headers["x-forwarded-for"] ?? "").split(",");
    let address = plainAddress(request.socket.remoteAddress ?? "");
    // From the nearest backwards: what lies before the first that is not trusted may be made up.
    while (isIP(address) !== 0 && isTrusted(address)) {
      const before = plainAddress(forwarded.pop()?.trim() ?? "");
      if (isIP(before) === 0) break;
      address = before;
    }
    return address;
  };
}
