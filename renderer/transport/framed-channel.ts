import type { Bytes } from "../../shared/crypto/bytes.ts";
import type { FrameChannel } from "./frame-channel.ts";
import { Assembler, introductionFrame, SIGN_OF_LIFE_FRAME, splitMessage } from "./fragments.ts";

/** Above this, frames wait here and not in the browser, which closes a channel that is given too much at once. */
const HIGH_WATER_BYTES = 4 * 1024 * 1024;
const LOW_WATER_BYTES = 1024 * 1024;

/** How much may wait for one peer before it is given up; it gets the rest when it comes back. */
const WAITING_BYTES = 192 * 1024 * 1024;

/** What is said about a channel to whoever watches over it. */
export interface ChannelEvents {
  /** A whole message has arrived. simple-peer gets to see it if it is handed to `pass`. */
  received(message: Bytes, pass: (message: Bytes) => void): void;
  /** simple-peer wants to send a message. False: it is not sent. */
  mayLeave(message: Uint8Array): boolean;
  /** The other end has said under which client id it shows presence. */
  introduced(client: number): void;
  /** Anything at all has arrived. */
  heard(): void;
  opened(): void;
  closed(): void;
}

/**
 * A data channel as simple-peer uses one (see its `_setupData`), except that messages may be of any size. Both ends
 * have to be such channels. It runs over a real data channel or over anything else that carries frames in order.
 */
export class FramedChannel {
  readonly #channel: FrameChannel;
  readonly #events: ChannelEvents;
  readonly #assembler = new Assembler();
  #waiting: Bytes[] = [];
  #waitingBytes = 0;

  /** Set by simple-peer. */
  onmessage: ((event: { readonly data: ArrayBuffer }) => void) | null = null;
  onopen: (() => void) | null = null;
  onclose: (() => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  onbufferedamountlow: (() => void) | null = null;
  binaryType = "arraybuffer";
  bufferedAmountLowThreshold = 0;

  constructor(channel: FrameChannel, events: ChannelEvents) {
    this.#channel = channel;
    this.#events = events;
    channel.binaryType = "arraybuffer";
    channel.bufferedAmountLowThreshold = LOW_WATER_BYTES;
    channel.onmessage = (event) => this.#receive(event.data);
    channel.onbufferedamountlow = () => {
      this.#drain();
      this.onbufferedamountlow?.();
    };
    channel.onopen = () => {
      this.#drain();
      events.opened();
      this.onopen?.();
    };
    channel.onclose = () => this.#close();
    channel.onerror = (event) => this.onerror?.(event);
  }

  get label(): string {
    return this.#channel.label;
  }

  get readyState(): RTCDataChannelState {
    return this.#channel.readyState;
  }

  get bufferedAmount(): number {
    return this.#channel.bufferedAmount + this.#waitingBytes;
  }

  /** Whether a message has arrived in part. */
  get isReceiving(): boolean {
    return this.#assembler.isUnfinished;
  }

  /** For simple-peer. */
  send(message: Uint8Array): void {
    if (this.#events.mayLeave(message)) this.post(message);
  }

  /** Sends one message, now or when the peer has taken what was sent before. */
  post(message: Uint8Array): void {
    if (this.#waitingBytes + message.length > WAITING_BYTES) {
      this.abandon();
      return;
    }
    for (const frame of splitMessage(message)) {
      this.#waiting.push(frame);
      this.#waitingBytes += frame.length;
    }
    this.#drain();
  }

  /** Says under which client id this end shows presence. */
  introduce(client: number): void {
    if (this.#channel.readyState === "open") this.#send(introductionFrame(client));
  }

  /** Lets the other end know that this one lives, unless it is being told by other frames anyway. */
  sendSignOfLife(): void {
    if (this.#channel.readyState === "open" && this.bufferedAmount === 0) this.#send(SIGN_OF_LIFE_FRAME);
  }

  close(): void {
    this.#channel.close();
  }

  /** Closes without waiting for the other end, which may be gone. */
  abandon(): void {
    this.#channel.close();
    this.#close();
  }

  #drain(): void {
    let sent = 0;
    while (this.#channel.readyState === "open" && this.#channel.bufferedAmount <= HIGH_WATER_BYTES) {
      const frame = this.#waiting[sent];
      if (frame === undefined || !this.#send(frame)) break;
      this.#waitingBytes -= frame.length;
      sent += 1;
    }
    if (sent > 0) this.#waiting = this.#waiting.slice(sent);
  }

  /** False: the browser cannot send on this channel. It is given up, so that a new one can take its place. */
  #send(frame: Bytes): boolean {
    try {
      this.#channel.send(frame);
      return true;
    } catch {
      this.abandon();
      return false;
    }
  }

  #receive(data: unknown): void {
    this.#events.heard();
    const assembly = data instanceof ArrayBuffer ? this.#assembler.accept(new Uint8Array(data)) : null;
    if (assembly === null || assembly.kind === "malformed") {
      this.abandon();
    } else if (assembly.kind === "introduction") {
      this.#events.introduced(assembly.client);
    } else if (assembly.kind === "message") {
      this.#events.received(assembly.message, (message) => this.onmessage?.({ data: message.buffer }));
    }
  }

  #close(): void {
    this.#waiting = [];
    this.#waitingBytes = 0;
    this.#events.closed();
    this.onclose?.();
  }
}
