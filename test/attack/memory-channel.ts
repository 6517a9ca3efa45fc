import type { Bytes } from "../../shared/crypto/bytes.ts";

/** Frames under way between all laptops of one place, delivered one after the other in the order in which they were sent. */
export class Ether {
  readonly #underWay: (() => void)[] = [];
  readonly #onError: (error: unknown) => void;
  #isDelivering = false;

  /** `onError` gets what a receiver throws: in a browser it would stand in that laptop's console. */
  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
  }

  send(deliver: () => void): void {
    this.#underWay.push(deliver);
    if (this.#isDelivering) return;
    this.#isDelivering = true;
    setImmediate(() => this.#deliver());
  }

  #deliver(): void {
    // A slice at a time, so that laptops also get to do what they have asked to do later.
    for (const deliver of this.#underWay.splice(0, 256)) {
      try {
        deliver();
      } catch (error) {
        this.#onError(error);
      }
    }
    if (this.#underWay.length > 0) setImmediate(() => this.#deliver());
    else this.#isDelivering = false;
  }
}

/** One end of a data channel in memory, with everything that the program uses of an `RTCDataChannel`. */
export class MemoryChannel {
  readonly label = "";
  readonly bufferedAmount = 0;
  binaryType = "arraybuffer";
  bufferedAmountLowThreshold = 0;
  readyState: RTCDataChannelState = "connecting";
  onmessage: ((event: { readonly data: ArrayBuffer }) => void) | null = null;
  onopen: (() => void) | null = null;
  onclose: (() => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  onbufferedamountlow: (() => void) | null = null;
  readonly #ether: Ether;
  #other: MemoryChannel | null = null;

  constructor(ether: Ether) {
    this.#ether = ether;
  }

  /** Two ends of one channel, not open yet. */
  static pair(ether: Ether): readonly [MemoryChannel, MemoryChannel] {
    const [one, other] = [new MemoryChannel(ether), new MemoryChannel(ether)];
    one.#other = other;
    other.#other = one;
    return [one, other];
  }

  open(): void {
    this.readyState = "open";
    this.onopen?.();
  }

  send(frame: Bytes): void {
    if (this.readyState !== "open") throw new Error("A channel that is not open cannot send.");
    const other = this.#other;
    // The network makes a copy as well: nothing that the sender does to its bytes afterwards reaches the other end.
    const { buffer } = frame.slice();
    this.#ether.send(() => {
      if (other?.readyState === "open") other.onmessage?.({ data: buffer });
    });
  }

  close(): void {
    if (this.readyState === "closed") return;
    this.readyState = "closed";
    const other = this.#other;
    this.#ether.send(() => {
      if (other === null || other.readyState === "closed") return;
      other.readyState = "closed";
      other.onclose?.();
    });
  }
}
