import { WebSocket } from "ws";

/** What a line tells about its traffic. */
export interface LineWatch {
  /** Bytes began to wait for the receiver, or (below zero) it took them or went away. */
  waiting(line: Line, bytes: number): void;
}

/** One client of the relay: what waits for it, and what keeps us from reading what it sends. */
export class Line {
  /** Its address in hexadecimal digits. */
  readonly address: string;
  readonly #socket: WebSocket;
  readonly #watch: LineWatch;
  readonly #holds = new Set<string>();
  #unread = 0;
  #takenAtMs = 0;

  constructor(address: string, socket: WebSocket, watch: LineWatch) {
    this.address = address;
    this.#socket = socket;
    this.#watch = watch;
  }

  /** How many bytes wait for it. */
  get unread(): number {
    return this.#unread;
  }

  /** For how long something has waited for it without any of it being taken. */
  stuckMs(nowMs: number): number {
    return this.#unread === 0 ? 0 : nowMs - this.#takenAtMs;
  }

  /** Sends a frame. The bytes are overwritten as soon as they are handed on: a relay remembers nothing. */
  send(frame: Buffer): void {
    if (this.#socket.readyState !== WebSocket.OPEN) {
      frame.fill(0);
      return;
    }
    if (this.#unread === 0) this.#takenAtMs = Date.now();
    const { length } = frame;
    this.#count(length);
    // Called when the system has taken the bytes, and also when the connection ended before that.
    this.#socket.send(frame, () => {
      frame.fill(0);
      this.#takenAtMs = Date.now();
      this.#count(-length);
    });
  }

  /** Stops reading what it sends, for a named reason. */
  hold(reason: string): void {
    this.#holds.add(reason);
    this.#socket.pause();
  }

  /** Takes a reason back; without any it is read from again. */
  release(reason: string): void {
    if (this.#holds.delete(reason) && this.#holds.size === 0) this.#socket.resume();
  }

  /** Ends it at once. */
  cut(): void {
    this.#socket.terminate();
  }

  #count(bytes: number): void {
    this.#unread += bytes;
    this.#watch.waiting(this, bytes);
  }
}
