import * as encoding from "lib0/encoding";
import { encodeAwarenessUpdate, type Awareness } from "y-protocols/awareness";
import { writeSyncStep1, writeUpdate } from "y-protocols/sync";
import type { Doc } from "yjs";
import { SignalingLine } from "./signaling-line.ts";
import { seatRoom, type Attempt, type SeatedRoom } from "./signaling-seat.ts";
import { WebrtcProvider, type Room } from "./y-webrtc-surface.ts";

const SYNC = 0;
const AWARENESS = 1;

/** More than any meeting has; y-webrtc's default is random and may be exceeded by nobody either. */
const MAX_CONNECTIONS = 40;

/** A room of y-webrtc, hardened from outside: one connection to each other laptop, over WebRTC and nothing else. */
export interface MeetingRoom {
  /** Whether any signaling server answers. */
  isSignaling(): boolean;
  /** Says to everyone that this laptop is here, so that connections that failed are made after all. */
  announce(): void;
  /** Asks one connected laptop, chosen by chance, for whatever it has that is missing here. */
  askForMissing(): void;
  close(): void;
}

/** Enters the room called `topic` on the signaling servers. */
export function enterRoom(wish: {
  readonly topic: string;
  readonly key: CryptoKey;
  readonly signaling: readonly string[];
  readonly doc: Doc;
  readonly awareness: Awareness;
  /** What simple-peer takes as `wrtc`. */
  readonly wrtc: object;
  readonly onChange: () => void;
}): MeetingRoom {
  // y-webrtc names a BroadcastChannel after its room and would talk to other pages of this browser over it. A name that
  // nobody else can know leaves WebRTC as the only way; the signaling seats translate it to the topic and back.
  const alias = crypto.randomUUID();
  const { doc, awareness } = wish;
  const provider = new QuietProvider(alias, doc, {
    signaling: [...new Set(wish.signaling)].filter(isAllowedHere),
    awareness,
    maxConns: MAX_CONNECTIONS,
    filterBcConns: false,
    peerOpts: { wrtc: wish.wrtc, config: { iceServers: [] }, channelConfig: { negotiated: true, id: 0 } },
  });
  const attempts = new Map<string, Attempt>();
  const seats: readonly SeatedRoom[] = provider.signalingConns.map((conn) =>
    seatRoom(SignalingLine.over(conn), {
      alias,
      topic: wish.topic,
      key: wish.key,
      room: () => provider.room,
      attempts,
      changed: wish.onChange,
    }),
  );

  return {
    isSignaling: () => seats.some((seat) => seat.line.isConnected),
    announce() {
      for (const seat of seats) seat.announce();
    },
    askForMissing() {
      const connected = [...(provider.room?.webrtcConns.values() ?? [])].filter((conn) => conn.connected);
      const chosen = connected[Math.floor(Math.random() * connected.length)];
      chosen?.peer.send(message(SYNC, (encoder) => writeSyncStep1(encoder, doc)));
    },
    close() {
      for (const seat of seats) seat.leave();
      provider.disconnect();
      // `destroy` would disconnect the room once more, and leave a BroadcastChannel behind by doing so.
      if (provider.room !== null) provider.room.disconnect = () => undefined;
      provider.destroy();
    },
  };
}

/** A provider whose room passes on only what comes from here. */
class QuietProvider extends WebrtcProvider {
  // The superclass's constructor sets it through the accessor below; an initialiser would run later and undo that.
  declare private entered: Room | null;

  override get room(): Room | null {
    return this.entered;
  }

  override set room(room: Room | null) {
    if (room !== null) quieten(room, this.awareness);
    this.entered = room;
  }
}

/**
 * y-webrtc passes on every update it receives, so that each reaches everyone once from everyone. In a full mesh what a
 * laptop says itself is enough; where two laptops cannot connect, `askForMissing` carries it around the corner.
 */
function quieten(room: Room, awareness: Awareness): void {
  room._docUpdateHandler = (update, origin) => {
    if (origin !== room)
      broadcast(
        room,
        message(SYNC, (encoder) => writeUpdate(encoder, update)),
      );
  };
  room._awarenessUpdateHandler = ({ added, updated, removed }, origin) => {
    if (origin === room) return;
    const update = encodeAwarenessUpdate(awareness, [...added, ...updated, ...removed]);
    broadcast(
      room,
      message(AWARENESS, (encoder) => encoding.writeVarUint8Array(encoder, update)),
    );
  };
  room._bcSubscriber = () => undefined;
}

function broadcast(room: Room, bytes: Uint8Array): void {
  for (const conn of room.webrtcConns.values()) {
    // A laptop that is not connected yet asks for what it misses once it is.
    if (conn.connected) conn.peer.send(bytes);
  }
}

function message(type: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  write(encoder);
  return encoding.toUint8Array(encoder);
}

/** A page that was served over https may open no unencrypted socket; trying to would throw. */
function isAllowedHere(url: string): boolean {
  const protocol = URL.parse(url)?.protocol;
  return protocol === "wss:" || (protocol === "ws:" && location.protocol !== "https:");
}
