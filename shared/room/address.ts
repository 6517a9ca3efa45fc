type Network = (first: number, second: number) => boolean;

/** The networks of rooms, the likeliest first: private ones (RFC 1918), and what laptops give themselves (RFC 3927). */
const NETWORKS: readonly Network[] = [
  (first, second) => first === 192 && second === 168,
  (first) => first === 10,
  (first, second) => first === 172 && second >= 16 && second < 32,
  (first, second) => first === 169 && second === 254,
];

/** How many kinds of network there are. */
export const NETWORK_RANKS = NETWORKS.length;

/** How likely laptops of a room have this IPv4 address, 0 the likeliest; null for an address of no room, and for what is no address. */
export function rankOfAddress(address: string): number | null {
  const parts = address.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256))
    return null;
  const [first = 0, second = 0] = parts.map(Number);
  const rank = NETWORKS.findIndex((holds) => holds(first, second));
  return rank < 0 ? null : rank;
}

/** Whether an address is one that a laptop has in a room. */
export function isRoomAddress(address: string): boolean {
  return rankOfAddress(address) !== null;
}

/** Whether somebody has typed an address, of whatever kind, and no invitation. */
export function isAddressAlone(typed: string): boolean {
  return /^(?:https?:\/\/)?(?:[\w-]+\.)+[\w-]+(?::\d*)?\/?$/i.test(typed.trim());
}

/**
 * The address of an open room as somebody typed it, `192.168.1.5:4807` or longer, as the URL it opens at: https, ending in a
 * slash. Null for anything else, such as an invitation or a page of the web.
 */
export function readRoomAddress(typed: string): string | null {
  const [, host = "", port = ""] = /^(?:https?:\/\/)?([\d.]+):([1-9]\d{0,4})\/?$/i.exec(typed.trim()) ?? [];
  return isRoomAddress(host) && Number(port) < 65_536 ? `https://${host}:${port}/` : null;
}
