import { countedAs, nearnessOf } from "./near.ts";

/** How many connections there may be at once. */
export interface SeatLimits {
  readonly connections: number;
  /** From one address that is not this machine; an IPv6 network of somewhere else counts as one address. */
  readonly connectionsPerAddress: number;
  /** From addresses that are neither this machine's nor a private network's, taken together. */
  readonly connectionsFromAfar: number;
}

/** Counts who is connected from where. */
export interface Seats {
  /** Takes a connection from an address on; null when there is no room for it. What comes back gives its seat up. */
  take(address: string): (() => void) | null;
  readonly taken: number;
}

/** Seats that are all free. */
export function createSeats(limits: SeatLimits): Seats {
  const perAddress = new Map<string, number>();
  let taken = 0;
  let fromAfar = 0;

  return {
    get taken() {
      return taken;
    },
    take(address) {
      const nearness = nearnessOf(address);
      const counted = countedAs(address);
      const held = perAddress.get(counted) ?? 0;
      if (taken >= limits.connections) return null;
      if (nearness !== "here" && held >= limits.connectionsPerAddress) return null;
      if (nearness === "far" && fromAfar >= limits.connectionsFromAfar) return null;

      taken += 1;
      if (nearness === "far") fromAfar += 1;
      perAddress.set(counted, held + 1);
      let isFree = false;
      return () => {
        if (isFree) return;
        isFree = true;
        taken -= 1;
        if (nearness === "far") fromAfar -= 1;
        const left = (perAddress.get(counted) ?? 1) - 1;
        if (left === 0) perAddress.delete(counted);
        else perAddress.set(counted, left);
      };
    },
  };
}
