/** The signaling server of a room that is open at an address: an https URL ending in a slash. */
function signalingAt(address: string): string {
  return `${address.replace(/^https:/, "wss:")}signaling`;
}

/** So many are told to others at most; nobody's laptop has more networks that matter. */
const MOST_PLACES = 4;

/** The signaling servers by which others find a laptop whose room is open at these addresses, the likeliest first. */
export function placesAt(addresses: readonly string[]): readonly string[] {
  return addresses.slice(0, MOST_PLACES).map(signalingAt);
}

/**
 * What to tell others of the signaling servers that this laptop uses, where it hosts no open room of its own: none that only
 * leads a laptop to itself, unless there is no other.
 */
export function placesToTell(signaling: readonly string[]): readonly string[] {
  const elsewhere = signaling.filter((url) => !LOOPBACK.test(url));
  return (elsewhere.length > 0 ? elsewhere : signaling).slice(0, MOST_PLACES);
}

const LOOPBACK = /^wss?:\/\/(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])(?=[:/]|$)/;

/**
 * On whose laptop the line to the others is. `places` says who hosts which signaling server. Null where a server of nobody's
 * carries it, or this laptop's own.
 */
export function hostOfLine<Voice>(
  lines: readonly { readonly url: string; readonly answers: boolean }[],
  places: ReadonlyMap<string, Voice>,
): Voice | null {
  const answering = lines.filter(({ answers }) => answers);
  if (answering.some(({ url }) => !places.has(url))) return null;
  for (const { url } of answering.length > 0 ? answering : lines) {
    const host = places.get(url);
    if (host !== undefined) return host;
  }
  return null;
}
