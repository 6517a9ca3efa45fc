import { createSocket, type Socket } from "node:dgram";
import { isIPv6 } from "node:net";

import { createRate, type RateLimits } from "../socket/rate.ts";
import { answerBinding } from "./binding.ts";
import { DEFAULT_STUN_LIMITS } from "./limits.ts";

/** A running STUN server. */
export interface Stun {
  /** The addresses at which it answers now. */
  addresses(): readonly string[];
  /**
   * From now on answers at these addresses and no others. One at which it cannot listen (it has just gone, or the port
   * is taken there) is tried again every two seconds.
   */
  setAddresses(addresses: readonly string[]): Promise<void>;
  /** Ends it. Safe to call twice. */
  close(): Promise<void>;
}

/** Where to answer. */
export interface StunWish {
  /** The UDP port, the same at each address. */
  readonly port: number;
  readonly addresses: readonly string[];
  readonly limits?: Partial<RateLimits>;
}

const TRY_AGAIN_MS = 2000;

/**
 * Tells laptops the address they are seen at: answers STUN binding requests over UDP, which is all that browsers need to
 * connect without a router, multicast or permissions. Drops everything else without an answer, and keeps nothing.
 */
export async function startStun({ port, addresses, limits }: StunWish): Promise<Stun> {
  const mayAnswer = createRate({ ...DEFAULT_STUN_LIMITS, ...limits });
  const sockets = new Map<string, Socket>();
  let wanted: ReadonlySet<string> = new Set();
  let work = Promise.resolve();

  function answer(socket: Socket, datagram: Buffer, sender: { readonly address: string; readonly port: number }): void {
    // Nobody can be answered at port 0; only a forged datagram comes from there.
    if (sender.port === 0) return;
    const reply = answerBinding(datagram, sender);
    if (reply === null || !mayAnswer(sender.address, Date.now())) return;
    // What cannot be delivered is asked for again by whoever still wants it.
    socket.send(reply, sender.port, sender.address, () => undefined);
  }

  async function listen(address: string): Promise<void> {
    const type = isIPv6(address.split("%", 1)[0] ?? "") ? "udp6" : "udp4";
    const socket = createSocket({ type, ipv6Only: type === "udp6" });
    const listens = await new Promise<boolean>((resolve) => {
      socket.once("error", () => resolve(false));
      socket.bind({ address, port, exclusive: true }, () => resolve(true));
    });
    if (!listens) {
      await end(socket);
      return;
    }
    socket.removeAllListeners("error");
    // The address has gone from this machine: the next attempt finds out whether it came back.
    socket.on("error", () => {
      if (sockets.get(address) === socket) sockets.delete(address);
      void end(socket);
    });
    socket.on("message", (datagram, sender) => answer(socket, datagram, sender));
    sockets.set(address, socket);
  }

  async function follow(): Promise<void> {
    const gone = [...sockets].filter(([address]) => !wanted.has(address));
    for (const [address] of gone) sockets.delete(address);
    await Promise.all(gone.map(([, socket]) => end(socket)));
    await Promise.all([...wanted].filter((address) => !sockets.has(address)).map(listen));
  }

  /** One after the other, so that no address is listened at twice. */
  function inTurn(): Promise<void> {
    work = work.then(follow);
    return work;
  }

  const attempts = setInterval(() => {
    if ([...wanted].some((address) => !sockets.has(address))) void inTurn();
  }, TRY_AGAIN_MS);
  attempts.unref();

  const stun: Stun = {
    addresses: () => [...sockets.keys()],
    setAddresses(next) {
      wanted = new Set(next);
      return inTurn();
    },
    close() {
      clearInterval(attempts);
      return stun.setAddresses([]);
    },
  };
  await stun.setAddresses(addresses);
  return stun;
}

/** Closes a socket, whatever state it is in. */
function end(socket: Socket): Promise<void> {
  socket.removeAllListeners("error");
  socket.on("error", () => undefined);
  return new Promise((resolve) => {
    try {
      socket.close(() => resolve());
    } catch {
      // It is closed already, which is what is wanted.
      resolve();
    }
  });
}
