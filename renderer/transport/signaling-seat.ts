import * as v from "valibot";
import { judgeNote, type Held } from "./introductions.ts";
import { createNoteOpener, sealNote } from "./seal-note.ts";
import type { Seat, SignalingLine } from "./signaling-line.ts";
import { OwnNoteSchema, type Note } from "./signaling-note.ts";
import type { Room } from "./y-webrtc-surface.ts";

/** How long an offer may stay without an answer before it counts as lost: some round trips to anywhere. */
const ANSWER_MS = 1000;

/** An attempt to connect with one other laptop. */
export interface Attempt {
  readonly id: string;
  readonly begunMs: number;
  readonly isAnswered: boolean;
}

/** One room on one signaling line. */
export interface SeatedRoom {
  readonly line: SignalingLine;
  /** Says to everyone in the room that this laptop is here. */
  announce(): void;
  leave(): void;
}

/**
 * Seats a room on a line: seals what y-webrtc says, opens what others say, and lets through only what leads to one
 * connection between each two laptops. `attempts` is shared by the seats of a room.
 */
export function seatRoom(
  line: SignalingLine,
  wish: {
    readonly alias: string;
    readonly topic: string;
    readonly key: CryptoKey;
    /** Null only until y-webrtc has made the room, which is before any socket can have opened. */
    readonly room: () => Room | null;
    /** The attempt under way with each other laptop. */
    readonly attempts: Map<string, Attempt>;
    readonly changed: () => void;
    /** This laptop's address at the relay beside the server, while that relay answers. */
    readonly relay: () => string | null;
    /** A note of another laptop of this room was opened. */
    readonly noted: (note: Note) => void;
  },
): SeatedRoom {
  const { alias, topic, key, attempts } = wish;
  const open = createNoteOpener(topic, key);
  // Sealing and opening take their time; notes keep their order all the same.
  let sending = Promise.resolve();
  let receiving = Promise.resolve();

  const seat: Seat = {
    alias,
    topic,
    outgoing(said) {
      const own = v.safeParse(OwnNoteSchema, said);
      const room = wish.room();
      if (!own.success || room === null) return;
      say(room, own.output);
    },
    incoming(data) {
      // A note that y-webrtc cannot use was sent by somebody else, or too late. It is dropped, and the attempt made anew.
      receiving = receiving.then(() => receive(data)).catch(() => undefined);
    },
    changed: wish.changed,
  };

  function say(room: Room, own: v.InferOutput<typeof OwnNoteSchema>): void {
    if (own.type === "announce") {
      send(announcement(room));
      return;
    }
    if (own.signal.type === "offer") {
      attempts.set(own.to, { id: crypto.randomUUID(), begunMs: performance.now(), isAnswered: false });
    }
    const attempt = attempts.get(own.to);
    if (attempt !== undefined) send({ ...own, attempt: attempt.id });
  }

  function announcement(room: Room, to?: string): Note {
    const relay = wish.relay();
    return {
      type: "announce",
      from: room.peerId,
      with: [...room.webrtcConns.keys()],
      ...(to !== undefined && { to }),
      ...(relay !== null && { relay }),
    };
  }

  function send(note: Note): void {
    sending = sending.then(async () => line.publish(seat, await sealNote(note, topic, key))).catch(reportError);
  }

  async function receive(data: unknown): Promise<void> {
    const note = await open(data);
    const room = wish.room();
    if (note === null || room === null) return;
    if (note.from !== room.peerId) wish.noted(note);
    await hear(room, note);
  }

  async function hear(room: Room, note: Note): Promise<void> {
    const attempt = attempts.get(note.from) ?? null;
    const held = heldOf(room, note.from, attempt);
    const course = judgeNote(note, { self: room.peerId, held, attempt: attempt?.id ?? null });
    switch (course) {
      case "drop":
        return;
      case "ask":
        send(announcement(room, note.from));
        return;
      case "replace":
        await closeConnection(room, note.from);
        break;
      case "pass":
        break;
    }
    if (note.type === "announce") {
      // y-webrtc makes a connection now and will offer it in a moment; what was tried before is over.
      attempts.delete(note.from);
    } else if (note.signal.type !== "candidate") {
      attempts.set(note.from, { id: note.attempt, begunMs: performance.now(), isAnswered: true });
    }
    line.deliver(seat, note);
  }

  line.take(seat);
  return {
    line,
    announce() {
      const room = wish.room();
      if (room !== null) say(room, { type: "announce", from: room.peerId });
    },
    leave: () => line.leave(seat),
  };
}

function heldOf(room: Room, peerId: string, attempt: Attempt | null): Held {
  const conn = room.webrtcConns.get(peerId);
  if (conn === undefined) return "nothing";
  if (conn.connected) return "open";
  const isLate = attempt !== null && !attempt.isAnswered && performance.now() - attempt.begunMs > ANSWER_MS;
  return isLate ? "unanswered" : "opening";
}

/** Resolves when y-webrtc has forgotten the connection: its late `close` would otherwise forget the next one instead. */
function closeConnection(room: Room, peerId: string): Promise<void> {
  const conn = room.webrtcConns.get(peerId);
  if (conn === undefined) return Promise.resolve();
  return new Promise((resolve) => {
    conn.peer.once("close", resolve);
    conn.destroy();
  });
}
