import type { RelayLimits } from "./limits.ts";
import type { Line, LineWatch } from "./line.ts";

/** Someone who sends to a receiver and can be asked to wait. */
export interface Waiting {
  readonly address: string;
  hold(reason: string): void;
  release(reason: string): void;
}

/** Keeps what waits for receivers within the limits by letting those wait who send to them. */
export interface Pressure extends LineWatch {
  /**
   * Asks `sender`, who has just sent to `receiver`, to wait if too much waits there. Cuts the receiver off when much more
   * than that waits: there are too many senders for each to wait in time.
   */
  press(sender: Waiting, receiver: Line): void;
  /** Lets everyone go on who waited for a receiver; it has gone. */
  forget(receiver: Line): void;
  /** The receivers that take nothing, or have kept others waiting for too long. To be asked now and then. */
  overdue(nowMs: number): readonly Line[];
}

interface Full {
  readonly sinceMs: number;
  readonly senders: Map<string, Waiting>;
}

const FAR_TOO_MUCH = 4;

/** No one waits. */
export function createPressure(limits: RelayLimits): Pressure {
  const waitingFor = new Map<Line, Full>();
  const lines = new Set<Line>();
  let inAll = 0;

  const isFull = (line: Line) => line.unread > limits.unreadBytes || inAll > limits.unreadBytesInAll;
  // A little room before others go on, so that they do not stop again at the next frame.
  const hasRoom = (line: Line) => line.unread <= limits.unreadBytes / 2 && inAll <= limits.unreadBytesInAll;

  function forget(receiver: Line): void {
    const full = waitingFor.get(receiver);
    waitingFor.delete(receiver);
    for (const sender of full?.senders.values() ?? []) sender.release(receiver.address);
  }

  return {
    forget,

    waiting(line, bytes) {
      inAll += bytes;
      if (line.unread === 0) lines.delete(line);
      else lines.add(line);
      if (bytes < 0 && waitingFor.has(line) && hasRoom(line)) forget(line);
    },

    press(sender, receiver) {
      if (!isFull(receiver)) return;
      const full = waitingFor.get(receiver) ?? { sinceMs: Date.now(), senders: new Map() };
      waitingFor.set(receiver, full);
      full.senders.set(sender.address, sender);
      sender.hold(receiver.address);
      if (receiver.unread > limits.unreadBytes * FAR_TOO_MUCH) receiver.cut();
    },

    overdue(nowMs) {
      // Those who waited only because of what waits for others: no event of their own tells them to go on.
      for (const receiver of [...waitingFor.keys()].filter(hasRoom)) forget(receiver);
      const stuck = [...lines].filter((line) => line.stuckMs(nowMs) > limits.stuckMs);
      const slow = [...waitingFor]
        .filter(([line, full]) => line.unread > 0 && nowMs - full.sinceMs > limits.slowMs)
        .map(([line]) => line);
      return [...new Set([...stuck, ...slow])];
    },
  };
}
