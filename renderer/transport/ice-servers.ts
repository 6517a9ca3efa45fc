import * as v from "valibot";

/** How many servers a connection is given. Each costs it a request and a moment; a meeting needs one. */
const MAX_USED = 8;

/** A host name, an IPv4 or a bracketed IPv6 address, and a port. What browsers refuse would keep every connection from being made. */
const HOST =
  /^(stun|turns?):(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]*:[0-9a-f:.]*\])(?::(\d{1,5}))?(?:\?transport=(udp|tcp))?$/i;

const IceUrlSchema = v.pipe(
  v.string(),
  v.maxLength(200),
  v.check((url) => {
    const [, scheme, port, transport] = HOST.exec(url) ?? [];
    const isPort = port === undefined || (Number(port) >= 1 && Number(port) <= 65_535);
    return scheme !== undefined && isPort && (transport === undefined || scheme.toLowerCase() !== "stun");
  }),
);

const IceServerSchema = v.pipe(
  v.object({
    urls: v.pipe(v.array(IceUrlSchema), v.minLength(1), v.maxLength(4)),
    username: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(256))),
    credential: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(256))),
  }),
  // A browser makes no connection at all with a TURN server that it has no credentials for.
  v.check(({ urls, username, credential }) => {
    const isTurn = urls.some((url) => /^turns?:/i.test(url));
    return !isTurn || (username !== undefined && credential !== undefined);
  }),
);

/** The frame with which a signaling server says what may help laptops to reach each other directly. */
export const IceFrameSchema = v.object({
  type: v.literal("ice"),
  iceServers: v.pipe(v.array(IceServerSchema), v.maxLength(4)),
});

/** A STUN or TURN server. */
export type IceServer = v.InferOutput<typeof IceServerSchema>;

/** The servers of several signaling servers, each once; the first of them count where there are too many. */
export function mergeIceServers(told: Iterable<readonly IceServer[]>): RTCIceServer[] {
  const merged = new Map<string, RTCIceServer>();
  for (const { urls, username, credential } of [...told].flat()) {
    const server = {
      urls: [...urls],
      ...(username !== undefined && { username }),
      ...(credential !== undefined && { credential }),
    };
    merged.set(JSON.stringify(server), server);
  }
  return [...merged.values()].slice(0, MAX_USED);
}
