import type { Bytes } from "../../shared/crypto/bytes.ts";
import type { OpenCarrier } from "../../renderer/session/local-meetings.ts";
import { ALONE, type Carrier, type Connection } from "../../renderer/transport/carrier.ts";

interface Seat {
  readonly entries: Set<(entries: readonly Bytes[]) => void>;
  readonly presences: Set<(presences: ReadonlyMap<number, Bytes>) => void>;
  readonly connections: Set<(connection: Connection) => void>;
  presence: Bytes | null;
  online: boolean;
}

/**
 * A room in memory that behaves like the real carrier: whoever listens gets everything that was ever put, in an order
 * that differs from laptop to laptop, and nothing is checked. For tests of what stands above a carrier.
 */
export class MemoryRoom {
  readonly #bag: Bytes[] = [];
  readonly #seats = new Set<Seat>();

  /** What a modified program does: puts any bytes. */
  putAnything(...bytes: readonly Bytes[]): void {
    this.#bag.push(...bytes);
    this.#deliver(bytes);
  }

  readonly open: OpenCarrier = () => {
    const seat: Seat = {
      entries: new Set(),
      presences: new Set(),
      connections: new Set(),
      presence: null,
      online: true,
    };
    this.#seats.add(seat);
    const carrier: Carrier = {
      put: (entries) => {
        this.putAnything(...entries.map(({ bytes }) => bytes));
      },
      screen: (keep) => {
        const kept = this.#bag.splice(0).map(keep);
        this.#bag.push(...kept);
      },
      onEntries: (listener) => {
        seat.entries.add(listener);
        const bag = [...this.#bag].reverse();
        if (bag.length > 0)
          queueMicrotask(() => {
            listener(bag);
          });
        return () => seat.entries.delete(listener);
      },
      showPresence: (presence) => {
        seat.presence = presence;
        this.#present();
      },
      onPresence: (listener) => {
        seat.presences.add(listener);
        this.#present();
        return () => seat.presences.delete(listener);
      },
      onConnection: (listener) => {
        seat.connections.add(listener);
        const peers = this.#seats.size - 1;
        for (const one of this.#seats)
          for (const tell of one.connections) tell({ ...ALONE, peers, direct: peers, signaling: true });
        return () => seat.connections.delete(listener);
      },
      close: () => {
        this.#seats.delete(seat);
        this.#present();
      },
    };
    return carrier;
  };

  #deliver(bytes: readonly Bytes[]): void {
    for (const seat of this.#seats)
      for (const listener of seat.entries)
        queueMicrotask(() => {
          listener(bytes);
        });
  }

  #present(): void {
    for (const seat of this.#seats) {
      const others = [...this.#seats].filter((one) => one !== seat);
      const presences = new Map(
        others.flatMap(({ presence }, index) => (presence === null ? [] : [[index, presence]])),
      );
      for (const listener of seat.presences) listener(presences);
    }
  }
}
