import { BlockList, isIP } from "node:net";

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8);
loopback.addAddress("::1", "ipv6");

/** Whether a connection's address is one that only this machine has. */
export function isLoopback(address: string | undefined): boolean {
  if (address === undefined || isIP(address) === 0) return false;
  return loopback.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

/** How many connections a host holds at once. Every number is an upper bound. */
export interface GuestLimits {
  /** From all other laptops together. */
  readonly together: number;
  /** From one address. A dozen laptops behind one hotspot may share an address. */
  readonly each: number;
}

/** Some twenty for each of a dozen laptops: six for files, two that stay open, and those of a page that was loaded anew. */
const usualGuests: GuestLimits = { together: 512, each: 256 };

/** Counts who is connected. This machine's own windows always get in, whoever else is there. */
export class GuestList {
  readonly #limits: GuestLimits;
  readonly #connections = new Map<string, number>();
  #together = 0;

  constructor(limits: GuestLimits = usualGuests) {
    this.#limits = limits;
  }

  /** Takes a connection from an address on; null when there is no room for it. Gives out what takes it off again. */
  admit(address: string, isOurs: boolean): (() => void) | null {
    if (isOurs) return () => undefined;
    const held = this.#connections.get(address) ?? 0;
    if (this.#together >= this.#limits.together || held >= this.#limits.each) return null;
    this.#together += 1;
    this.#connections.set(address, held + 1);
    return () => this.#leave(address);
  }

  #leave(address: string): void {
    this.#together -= 1;
    const held = (this.#connections.get(address) ?? 0) - 1;
    if (held > 0) this.#connections.set(address, held);
    else this.#connections.delete(address);
  }
}
