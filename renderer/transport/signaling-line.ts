import * as v from "valibot";
import { attempt } from "../../shared/report.ts";
import { IceFrameSchema, type IceServer } from "./ice-servers.ts";
import { OriginKnock } from "./origin-knock.ts";
import { isAttemptDue, isSpare, isSpareAttemptDue } from "./reconnect-pace.ts";
import { TICK_MS } from "./link-health.ts";
import type { SignalingConn } from "./y-webrtc-surface.ts";

/** A frame from the server that concerns a topic. */
const PublishedSchema = v.object({ type: v.literal("publish"), topic: v.string(), data: v.unknown() });
const FrameSchema = v.variant("type", [PublishedSchema, IceFrameSchema]);

const PING_TICKS = 2000 / TICK_MS;
const SILENT_TICKS = 5000 / TICK_MS;
const KNOCK_TICKS = 1000 / TICK_MS;
const SPARE_ATTEMPT_TICKS = 4000 / TICK_MS;
/** A gap this long between two beats: the laptop was asleep, and its sockets are most likely dead. */
const ASLEEP_MS = 10_000;

/** One room as a line serves it. */
export interface Seat {
  /** The room's name within y-webrtc. */
  readonly alias: string;
  /** Its name on the signaling server. */
  readonly topic: string;
  /** y-webrtc wants to publish. */
  outgoing(note: unknown): void;
  /** Someone has published under the topic. */
  incoming(data: unknown): void;
  /** The server has begun or ceased to answer. */
  changed(): void;
}

/**
 * One connection to a signaling server, kept alive and quick to come back, with y-webrtc's side of it cut off: what
 * y-webrtc sends, and what it would receive, passes through the seats.
 */
export class SignalingLine {
  static readonly #lines = new WeakMap<SignalingConn, SignalingLine>();
  /** Those of this page that are in use. */
  static readonly #inUse = new Set<SignalingLine>();

  /** The line over a connection. y-webrtc has one connection for each server and page, so there is one line too. */
  static over(conn: SignalingConn): SignalingLine {
    const line = SignalingLine.#lines.get(conn) ?? new SignalingLine(conn);
    SignalingLine.#lines.set(conn, line);
    return line;
  }

  readonly #conn: SignalingConn;
  readonly #send: (message: unknown) => void;
  readonly #emit: (event: string, args: readonly unknown[]) => void;
  readonly #seats = new Set<Seat>();
  #beat: ReturnType<typeof setInterval> | null = null;
  #lastBeatMs = 0;
  #attempts = 0;
  #ticksSinceAttempt = 0;
  #silentTicks = 0;
  /** When anything came last. */
  #answeredMs = -Infinity;
  #iceServers: readonly IceServer[] = [];
  readonly #knock: OriginKnock;

  private constructor(conn: SignalingConn) {
    this.#conn = conn;
    this.#send = conn.send.bind(conn);
    this.#emit = conn.emit.bind(conn);
    conn.send = (message) => this.#fromYWebrtc(message);
    conn.emit = (event, args) => this.#toYWebrtc(event, args);
    // From here on this line decides when to connect, not lib0's own delays.
    conn.shouldConnect = false;
    this.#knock = new OriginKnock(conn.url, () => {
      if (this.#beat !== null && !this.isConnected) this.#attempt();
    });
  }

  get isConnected(): boolean {
    return this.#conn.connected;
  }

  /** What the server has told last of what helps laptops to reach each other directly. */
  get iceServers(): readonly IceServer[] {
    return this.#iceServers;
  }

  take(seat: Seat): void {
    this.#seats.add(seat);
    if (this.#beat !== null) return;
    SignalingLine.#inUse.add(this);
    this.#lastBeatMs = Date.now();
    this.#beat = setInterval(() => this.#tick(), TICK_MS);
    window.addEventListener("online", this.#reset);
  }

  /** Gives a seat up; the line of an empty connection rests. */
  leave(seat: Seat): void {
    if (this.#conn.connected) this.#transmit({ type: "unsubscribe", topics: [seat.topic] });
    this.#seats.delete(seat);
    if (this.#seats.size > 0 || this.#beat === null) return;
    clearInterval(this.#beat);
    this.#beat = null;
    SignalingLine.#inUse.delete(this);
    window.removeEventListener("online", this.#reset);
  }

  /** Publishes under a seat's topic, if the server answers. */
  publish(seat: Seat, data: string): void {
    if (this.#seats.has(seat)) this.#transmit({ type: "publish", topic: seat.topic, data });
  }

  /** Hands a note to y-webrtc as if the server had sent it unsealed. */
  deliver(seat: Seat, note: unknown): void {
    this.#emit("message", [{ type: "publish", topic: seat.alias, data: note }, this.#conn]);
  }

  #fromYWebrtc(message: unknown): void {
    const wish = v.safeParse(WishSchema, message);
    if (!wish.success) return;
    switch (wish.output.type) {
      case "ping":
        return;
      case "publish": {
        const { topic, data } = wish.output;
        this.#each((seat) => {
          if (seat.alias === topic) seat.outgoing(data);
        });
        return;
      }
      case "subscribe":
      case "unsubscribe": {
        const aliases = wish.output.topics;
        const topics = [...this.#seats].filter((seat) => aliases.includes(seat.alias)).map((seat) => seat.topic);
        if (topics.length > 0) this.#transmit({ type: wish.output.type, topics });
        return;
      }
    }
  }

  #toYWebrtc(event: string, args: readonly unknown[]): void {
    this.#silentTicks = 0;
    if (event !== "disconnect") this.#answeredMs = Date.now();
    if (event === "message") {
      const frame = v.safeParse(FrameSchema, args[0]);
      if (!frame.success) return;
      if (frame.output.type === "ice") {
        this.#iceServers = frame.output.iceServers;
        return;
      }
      const { topic, data } = frame.output;
      this.#each((seat) => {
        if (seat.topic === topic) seat.incoming(data);
      });
      return;
    }
    if (event === "connect") {
      this.#attempts = 0;
      this.#knock.heard();
    }
    attempt(() => this.#emit(event, args));
    this.#each((seat) => seat.changed());
  }

  /** What goes wrong for one room keeps nothing from the others on this line. */
  #each(tell: (seat: Seat) => void): void {
    for (const seat of [...this.#seats]) attempt(() => tell(seat));
  }

  #transmit(message: unknown): void {
    // lib0 would throw while the socket is still connecting, and what is lost here is said again after connecting.
    if (this.#conn.ws?.readyState === WebSocket.OPEN) this.#send(message);
  }

  #tick(): void {
    const nowMs = Date.now();
    if (nowMs - this.#lastBeatMs > ASLEEP_MS) this.#reset();
    this.#lastBeatMs = nowMs;
    this.#ticksSinceAttempt += 1;
    if (this.#conn.connected) {
      this.#silentTicks += 1;
      if (this.#silentTicks % PING_TICKS === 0) this.#transmit({ type: "ping" });
      if (this.#silentTicks < SILENT_TICKS) return;
      this.#abandonSocket();
      this.#attempts = 0;
    }
    if (this.#ticksSinceAttempt % KNOCK_TICKS === 0 && !this.#isSpare) this.#knock.knock();
    const spares = this.#isSpare ? [...SignalingLine.#inUse].filter((line) => line.#isSpare).length : 0;
    // One that hangs would be counted as long as it does.
    if (spares > 0 && this.#ticksSinceAttempt === SPARE_ATTEMPT_TICKS) this.#abandonSocket();
    const isDue =
      spares > 0
        ? isSpareAttemptDue(this.#ticksSinceAttempt, spares)
        : isAttemptDue(this.#attempts, this.#ticksSinceAttempt, this.#knock.isSilent);
    if (isDue) this.#attempt();
  }

  get #isSpare(): boolean {
    const others = [...SignalingLine.#inUse].filter((line) => line !== this);
    const answered = others.map((line) => line.#answeredMs);
    return !this.isConnected && isSpare(this.#answeredMs, answered);
  }

  /** The network is back, or may have changed: what was open before is not waited for. */
  readonly #reset = (): void => {
    if (this.#isSpare) return;
    this.#abandonSocket();
    this.#attempts = 0;
    this.#attempt();
  };

  #attempt(): void {
    this.#abandonSocket();
    this.#attempts += 1;
    this.#ticksSinceAttempt = 0;
    this.#silentTicks = 0;
    this.#conn.connect();
    this.#conn.shouldConnect = false;
  }

  /**
   * Drops the socket without waiting for its end. Its handlers are detached first: lib0's `close` handler comes late
   * on a dead line and would then take the next socket for closed.
   */
  #abandonSocket(): void {
    const conn = this.#conn;
    const socket = conn.ws;
    if (socket !== null) {
      socket.onopen = socket.onmessage = socket.onerror = socket.onclose = null;
      socket.close();
    }
    conn.ws = null;
    conn.connecting = false;
    if (!conn.connected) return;
    conn.connected = false;
    this.#toYWebrtc("disconnect", [{ type: "disconnect", error: null }, conn]);
  }
}

/** What y-webrtc and lib0 hand to a signaling connection. */
const WishSchema = v.variant("type", [
  v.object({ type: v.literal("ping") }),
  v.object({ type: v.literal("publish"), topic: v.string(), data: v.unknown() }),
  v.object({ type: v.literal("subscribe"), topics: v.array(v.string()) }),
  v.object({ type: v.literal("unsubscribe"), topics: v.array(v.string()) }),
]);
