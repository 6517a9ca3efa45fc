import * as v from "valibot";
import { judgeNote, type Held } from "./introductions.ts";
import { createNoteOpener, sealNote } from "./seal-note.ts";
import type { Seat, SignalingLine } from "./signaling-line.ts";
import { OwnNoteSchema, type Note } from "./signaling-note.ts";
import type { Room } from "./y-webrtc-surface.ts";

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
    readonly attempts: Map<string, string>;
    readonly changed: () => void;
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
      receiving = receiving.then(() => receive(data)).catch(reportError);
    },
    changed: wish.changed,
  };

  function say(room: Room, own: v.InferOutput<typeof OwnNoteSchema>): void {
    if (own.type === "announce") {
      send({ ...own, with: [...room.webrtcConns.keys()] });
      return;
    }
    if (own.signal.type === "offer") attempts.set(own.to, crypto.randomUUID());
    const attempt = attempts.get(own.to);
    if (attempt !== undefined) send({ ...own, attempt });
  }

  function send(note: Note): void {
    sending = sending.then(async () => line.publish(seat, await sealNote(note, topic, key))).catch(reportError);
  }

  async function receive(data: unknown): Promise<void> {
    const note = await open(data);
    const room = wish.room();
    if (note !== null && room !== null) await hear(room, note);
  }

  async function hear(room: Room, note: Note): Promise<void> {
    const standing = { self: room.peerId, held: heldOf(room, note.from), attempt: attempts.get(note.from) ?? null };
    const course = judgeNote(note, standing);
    switch (course) {
      case "drop":
        return;
      case "ask":
        send({ type: "announce", from: room.peerId, to: note.from, with: [...room.webrtcConns.keys()] });
        return;
      case "replace":
        await closeConnection(room, note.from);
        break;
      case "pass":
        break;
    }
    if (note.type === "signal") attempts.set(note.from, note.attempt);
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

function heldOf(room: Room, peerId: string): Held {
  const conn = room.webrtcConns.get(peerId);
  if (conn === undefined) return "nothing";
  return conn.connected ? "open" : "opening";
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
