import { fullAllowance, spendFrame, type Allowance, type SignalingLimits } from "./limits.ts";
import { createMessageParser } from "./message.ts";

/** A text frame to be sent to one connection. */
export interface Delivery<Line> {
  readonly to: Line;
  readonly frame: string;
}

/** Who hears what: the whole of signaling except the sockets. A `Line` is whatever stands for one connection. */
export interface Switchboard<Line> {
  /** Takes a connection on; false when the house is full. */
  join(line: Line, nowMs: number): boolean;
  /** What one frame from a connection causes to be sent. Frames that are malformed or too many cause nothing. */
  receive(line: Line, frame: string, nowMs: number): readonly Delivery<Line>[];
  /** What a frame that was published under a topic at another switchboard causes to be sent here. */
  hear(topic: string, frame: string): readonly Delivery<Line>[];
  /** Forgets a connection and everything it subscribed to. */
  leave(line: Line): void;
}

/** Switchboards that act with this one as one. */
export interface Others {
  /** A first connection here listens to a topic. */
  begin(topic: string): void;
  /** No connection here listens to a topic any more. */
  cease(topic: string): void;
  /** A frame was published under a topic here. */
  publish(topic: string, frame: string): void;
}

const nobodyElse: Others = { begin: () => undefined, cease: () => undefined, publish: () => undefined };

/** An empty switchboard. It keeps names of topics and nothing of what is said under them. */
export function createSwitchboard<Line>(limits: SignalingLimits, others = nobodyElse): Switchboard<Line> {
  const parse = createMessageParser(limits);
  const topicsOf = new Map<Line, Set<string>>();
  const linesOf = new Map<string, Set<Line>>();
  const allowances = new Map<Line, Allowance>();

  function subscribe(line: Line, own: Set<string>, topic: string): void {
    if (own.size >= limits.topicsPerConnection && !own.has(topic)) return;
    own.add(topic);
    const lines = linesOf.get(topic) ?? new Set();
    if (lines.size === 0) others.begin(topic);
    linesOf.set(topic, lines.add(line));
  }

  function unsubscribe(line: Line, own: Set<string>, topic: string): void {
    own.delete(topic);
    const lines = linesOf.get(topic);
    if (lines?.delete(line) !== true || lines.size > 0) return;
    linesOf.delete(topic);
    others.cease(topic);
  }

  const listeners = (topic: string): readonly Line[] => [...(linesOf.get(topic) ?? [])];

  return {
    join(line, nowMs) {
      if (topicsOf.size >= limits.connections) return false;
      topicsOf.set(line, new Set());
      allowances.set(line, fullAllowance(limits, nowMs));
      return true;
    },

    receive(line, frame, nowMs) {
      const own = topicsOf.get(line);
      const allowance = allowances.get(line);
      if (own === undefined || allowance === undefined) return [];
      const spent = spendFrame(allowance, limits, nowMs);
      allowances.set(line, spent.left);
      if (!spent.allowed) return [];

      const message = parse(frame);
      switch (message?.type) {
        case undefined:
          return [];
        case "ping":
          return [{ to: line, frame: '{"type":"pong"}' }];
        case "subscribe":
          for (const topic of message.topics) subscribe(line, own, topic);
          return [];
        case "unsubscribe":
          for (const topic of message.topics) unsubscribe(line, own, topic);
          return [];
        case "publish": {
          // Knowing a topic's name well enough to listen is the only right to speak there.
          if (!own.has(message.topic)) return [];
          // The frame goes on as it came: what was parsed is not written anew, however oddly it was nested.
          others.publish(message.topic, frame);
          return listeners(message.topic)
            .filter((other) => other !== line)
            .map((to) => ({ to, frame }));
        }
      }
    },

    hear(topic, frame) {
      return listeners(topic).map((to) => ({ to, frame }));
    },

    leave(line) {
      for (const topic of topicsOf.get(line) ?? []) unsubscribe(line, new Set(), topic);
      topicsOf.delete(line);
      allowances.delete(line);
    },
  };
}
