import { joinBytes, randomBytes, sameBytes, type Bytes } from "../../shared/crypto/bytes.ts";
import { TICK_MS } from "./link-health.ts";
import { isRelayAttemptDue } from "./reconnect-pace.ts";
import { relayAddress } from "./relay-seal.ts";

const ADDRESS_BYTES = 16;
const TOKEN_BYTES = 32;
const PING_TICKS = 2000 / TICK_MS;
const SILENT_TICKS = 5000 / TICK_MS;
/** A relay reads nothing of whom it holds back, for ten seconds at the most; then nothing comes back either. */
const HELD_BACK_TICKS = 15_000 / TICK_MS;
const HELD_BACK_BYTES = 64 * 1024;
const ATTEMPT_TICKS = 4000 / TICK_MS;
/** A line that was open for so long is worth trying again at once. */
const PROVED_TICKS = 10_000 / TICK_MS;

/** What is told about a line. */
export interface RelayLineEvents {
  opened(): void;
  /** A frame from this address; an empty one means that nobody is connected there. */
  received(from: Bytes, payload: Bytes): void;
  closed(): void;
}

/** The relay beside a signaling server: `…/relay` next to `…/signaling`. */
export function relayBeside(signaling: string): string {
  return new URL("relay", signaling).href;
}

/**
 * One connection to a relay, which passes frames on between two addresses and keeps nothing. The address comes from a
 * token that only this page and this relay know, and stays the same when the connection is made again.
 */
export class RelayLine {
  readonly #url: string;
  readonly #events: RelayLineEvents;
  readonly #token = randomBytes(TOKEN_BYTES);
  readonly #ownAddress: Promise<Bytes>;
  #socket: WebSocket | null = null;
  #address: Bytes | null = null;
  #attempts = 0;
  #ticksSinceAttempt = 0;
  #silentTicks = 0;
  #sentSinceHeardBytes = 0;

  constructor(url: string, events: RelayLineEvents) {
    this.#url = url;
    this.#events = events;
    this.#ownAddress = relayAddress(this.#token);
  }

  /** This laptop's address while the relay answers. */
  get address(): Bytes | null {
    return this.#address;
  }

  get bufferedAmount(): number {
    return this.#socket?.bufferedAmount ?? 0;
  }

  /** Sends to an address, if the relay answers. */
  send(to: Bytes, payload: Bytes): void {
    if (this.#address !== null && this.#socket?.readyState === WebSocket.OPEN) {
      this.#sentSinceHeardBytes += payload.length;
      this.#socket.send(joinBytes(to, payload));
    }
  }

  /** One beat. `mayTry`: whether the signaling server beside the relay answers; otherwise trying would only cost. */
  tick(mayTry: boolean): void {
    this.#ticksSinceAttempt += 1;
    this.#silentTicks += 1;
    if (this.#address !== null) {
      if (this.#ticksSinceAttempt === PROVED_TICKS) this.#attempts = 0;
      // What is sent to one's own address comes back, so a dead line is told from a quiet one.
      if (this.#silentTicks % PING_TICKS === 0) this.send(this.#address, Uint8Array.of(0));
      const mayBeHeldBack = mayTry && this.#sentSinceHeardBytes > HELD_BACK_BYTES;
      if (this.#silentTicks < (mayBeHeldBack ? HELD_BACK_TICKS : SILENT_TICKS)) return;
      this.#abandon();
    }
    // Browsers open one socket to a host at a time: an attempt that hangs must not be in the way of signaling.
    if (this.#ticksSinceAttempt >= ATTEMPT_TICKS || !mayTry) this.#abandon();
    if (mayTry && isRelayAttemptDue(this.#attempts, this.#ticksSinceAttempt)) this.#attempt();
  }

  /** Tries again soon: the server is back. */
  renew(): void {
    this.#attempts = 0;
  }

  close(): void {
    this.#abandon();
  }

  #attempt(): void {
    this.#abandon();
    this.#attempts += 1;
    this.#ticksSinceAttempt = 0;
    this.#silentTicks = 0;
    const socket = new WebSocket(this.#url);
    socket.binaryType = "arraybuffer";
    socket.onopen = () => socket.send(this.#token);
    socket.onclose = () => this.#abandon();
    this.#ownAddress.then((own) => {
      if (this.#socket === socket) socket.onmessage = (event) => this.#receive(event.data, own);
    }, reportError);
    this.#socket = socket;
  }

  #receive(data: unknown, own: Bytes): void {
    const frame = data instanceof ArrayBuffer ? new Uint8Array(data) : null;
    if (frame === null || frame.length < ADDRESS_BYTES) {
      this.#abandon();
      return;
    }
    this.#silentTicks = 0;
    this.#sentSinceHeardBytes = 0;
    if (this.#address === null) {
      if (!sameBytes(frame, own)) {
        this.#abandon();
        return;
      }
      this.#address = own;
      this.#events.opened();
      return;
    }
    const from = frame.slice(0, ADDRESS_BYTES);
    if (!sameBytes(from, own)) this.#events.received(from, frame.slice(ADDRESS_BYTES));
  }

  /** Drops the socket without waiting for its end. */
  #abandon(): void {
    const socket = this.#socket;
    if (socket === null) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
    this.#socket = null;
    const wasOpen = this.#address !== null;
    this.#address = null;
    if (wasOpen) this.#events.closed();
  }
}
