import type { Exchange } from "../exchange/exchange.ts";
import { ADDRESS_BYTES } from "./address.ts";
import type { Line } from "./line.ts";
import type { Pressure, Waiting } from "./pressure.ts";

/** What instances say to each other under the channel of an address: one byte, then what belongs to it. */
const FRAME = 0; // [16 bytes from][payload] for the client at that address
const TAKEN = 1; // the address was claimed by a newer connection
const HOLD = 2; // [16 bytes receiver] takes no more of what this client sends, for now
const GO_ON = 3; // [16 bytes receiver] takes it again

/** While more than this of one client's is on its way to other instances, it is not read from. */
const ON_THE_WAY_BYTES = 1024 * 1024;

/** A hold ends by itself after this long: the instance that asked for it may be gone. One that still needs it asks again. */
const HOLD_MS = 5000;

/** The relay's clients at other instances. */
export interface Elsewhere {
  /** Takes what other instances have for a client of ours. Returns how to cease. */
  claim(line: Line): () => void;
  /** Hands `[16 bytes to][payload]` on, and overwrites it. Resolves to whether `to` is connected at another instance. */
  send(from: Line, to: string, frame: Buffer): Promise<boolean>;
}

const nowhere: Elsewhere = {
  claim: () => () => undefined,
  send(_from, _to, frame) {
    frame.fill(0);
    return Promise.resolve(false);
  },
};

/** Reaches other instances by an exchange; without one there is nobody elsewhere. */
export function createElsewhere(exchange: Exchange | null, pressure: Pressure): Elsewhere {
  if (exchange === null) return nowhere;
  const onTheWay = new Map<Line, number>();

  function count(line: Line, bytes: number): void {
    const now = (onTheWay.get(line) ?? 0) + bytes;
    if (now === 0) onTheWay.delete(line);
    else onTheWay.set(line, now);
    if (now > ON_THE_WAY_BYTES) line.hold("on the way");
    else line.release("on the way");
  }

  return {
    async send(from, to, frame) {
      const { length } = frame;
      frame.write(from.address, 0, "hex");
      count(from, length);
      const isThere = await exchange.publish(channelOf(to), Buffer.concat([Buffer.of(FRAME), frame]));
      frame.fill(0);
      count(from, -length);
      return isThere;
    },

    claim(line) {
      const holds = new Map<string, ReturnType<typeof setTimeout>>();
      const release = (receiver: string) => {
        clearTimeout(holds.get(receiver));
        holds.delete(receiver);
        line.release(`elsewhere ${receiver}`);
      };
      const cease = exchange.hear(channelOf(line.address), (message) => {
        const about = message.toString("hex", 1, 1 + ADDRESS_BYTES);
        switch (message[0]) {
          case FRAME:
            if (message.length <= 1 + ADDRESS_BYTES) return;
            line.send(message.subarray(1));
            pressure.press(senderElsewhere(exchange, about, line), line);
            return;
          case TAKEN:
            line.cut();
            return;
          case HOLD:
            release(about);
            line.hold(`elsewhere ${about}`);
            holds.set(
              about,
              setTimeout(() => release(about), HOLD_MS),
            );
            return;
          case GO_ON:
            release(about);
            return;
          default:
            // Another version of this program may say more; what is not understood changes nothing.
            return;
        }
      });
      void exchange.publish(channelOf(line.address), Buffer.of(TAKEN));
      return () => {
        cease();
        for (const timer of holds.values()) clearTimeout(timer);
      };
    },
  };
}

/** A client of another instance that sends to one of ours. */
function senderElsewhere(exchange: Exchange, address: string, receiver: Line): Waiting {
  const say = (what: number) =>
    void exchange.publish(channelOf(address), Buffer.concat([Buffer.of(what), Buffer.from(receiver.address, "hex")]));
  return { address, hold: () => say(HOLD), release: () => say(GO_ON) };
}

const channelOf = (address: string) => `relay:${address}`;
