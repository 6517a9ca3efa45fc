import type { Bytes } from "../../shared/crypto/bytes.ts";
import { attempt, report } from "../../shared/report.ts";
import type { FrameChannel } from "./frame-channel.ts";
import type { LinkSeal } from "./relay-seal.ts";

/** A socket does not say when it has sent what was waiting; it is asked. */
const LOOK_MS = 20;

/** How much may wait here to be opened before the other end is taken for one that floods. */
const INBOUND_BYTES = 64 * 1024 * 1024;

/** Where the sealed frames of a channel go. */
export interface RelayExit {
  transmit(sealed: Bytes): void;
  bufferedAmount(): number;
  /** The channel is closed; nothing that comes for it is of use any more. */
  ended(): void;
}

/**
 * A channel by way of a relay, in place of a data channel. Both ends seal and open every frame; one that does not open
 * ends the channel. So does an empty one: with it the other end says that it has closed.
 */
export class RelayChannel implements FrameChannel {
  readonly label = "relay";
  bufferedAmountLowThreshold = 0;
  binaryType: BinaryType = "arraybuffer";
  onmessage: ((event: MessageEvent<unknown>) => void) | null = null;
  onopen: ((event: Event) => void) | null = null;
  onclose: ((event: Event) => void) | null = null;
  onerror: ((event: RTCErrorEvent) => void) | null = null;
  onbufferedamountlow: ((event: Event) => void) | null = null;
  readonly #seal: LinkSeal;
  readonly #exit: RelayExit;
  #state: "closed" | "connecting" | "open" = "connecting";
  #sealing = Promise.resolve();
  #sealingBytes = 0;
  #opening = Promise.resolve();
  #openingBytes = 0;
  #look: ReturnType<typeof setInterval> | null = null;

  constructor(seal: LinkSeal, exit: RelayExit) {
    this.#seal = seal;
    this.#exit = exit;
  }

  get readyState(): RTCDataChannelState {
    return this.#state;
  }

  get bufferedAmount(): number {
    return this.#sealingBytes + this.#exit.bufferedAmount();
  }

  /** The other end is known to have the key: who called opens with the answer, who answered with the first frame. */
  open(): void {
    if (this.#state !== "connecting") return;
    this.#state = "open";
    attempt(() => this.onopen?.(new Event("open")));
  }

  send(frame: Bytes): void {
    if (this.#state !== "open") throw new Error("A channel that is not open cannot send.");
    this.#transmit(frame);
    if (this.bufferedAmount > this.bufferedAmountLowThreshold)
      this.#look ??= setInterval(() => this.#lookAgain(), LOOK_MS);
  }

  /** Takes in what the relay brings. */
  receive(sealed: Bytes): void {
    this.#openingBytes += sealed.length;
    if (this.#openingBytes > INBOUND_BYTES) {
      this.close();
      return;
    }
    this.#opening = this.#opening.then(async () => {
      const frame = this.#state === "closed" ? null : await this.#seal.open(sealed);
      this.#openingBytes -= sealed.length;
      this.#take(frame);
    });
  }

  close(): void {
    if (this.#state === "closed") return;
    this.#transmit(new Uint8Array(0));
    this.abandon();
  }

  /** Closes without telling the other end. */
  abandon(): void {
    if (this.#state === "closed") return;
    this.#state = "closed";
    this.#stopLooking();
    this.#exit.ended();
    // As with a data channel, whoever closes it hears of it later.
    queueMicrotask(() => attempt(() => this.onclose?.(new Event("close"))));
  }

  #take(frame: Bytes | null): void {
    if (this.#state === "closed") return;
    if (frame === null) {
      this.close();
    } else if (frame.length === 0) {
      this.abandon();
    } else {
      this.open();
      attempt(() => this.onmessage?.(new MessageEvent("message", { data: frame.buffer })));
    }
  }

  #transmit(frame: Bytes): void {
    this.#sealingBytes += frame.length;
    this.#sealing = this.#sealing
      .then(async () => {
        const sealed = await this.#seal.seal(frame);
        this.#sealingBytes -= frame.length;
        this.#exit.transmit(sealed);
      })
      .catch((error: unknown) => {
        report(error);
        this.abandon();
      });
  }

  #lookAgain(): void {
    if (this.bufferedAmount > this.bufferedAmountLowThreshold) return;
    this.#stopLooking();
    attempt(() => this.onbufferedamountlow?.(new Event("bufferedamountlow")));
  }

  #stopLooking(): void {
    if (this.#look !== null) clearInterval(this.#look);
    this.#look = null;
  }
}
