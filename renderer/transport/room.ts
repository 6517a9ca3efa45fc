import type { Awareness } from "y-protocols/awareness";
import type { Doc } from "yjs";
import type { PeerLinks } from "./peer-link.ts";
import { encodePresences, encodeSync } from "./peer-message.ts";
import { SignalingLine } from "./signaling-line.ts";
import { seatRoom, type Attempt, type SeatedRoom } from "./signaling-seat.ts";
import { WebrtcProvider, type ProviderOptions, type Room } from "./y-webrtc-surface.ts";

/** More than any meeting has; y-webrtc's default is random and may be exceeded by nobody either. */
const MAX_CONNECTIONS = 40;

/** A room of y-webrtc, hardened from outside: one connection to each other laptop, over WebRTC and nothing else. */
export interface MeetingRoom {
  /** Whether any signaling server answers. */
  isSignaling(): boolean;
  /** Says to everyone that this laptop is here, so that connections that failed are made after all. */
  announce(): void;
  close(): void;
}

/** Enters the room called `topic` on the signaling servers. */
export function enterRoom(wish: {
  readonly topic: string;
  readonly key: CryptoKey;
  readonly signaling: readonly string[];
  readonly doc: Doc;
  readonly awareness: Awareness;
  /** The connections that y-webrtc is to use. */
  readonly links: PeerLinks;
  readonly onChange: () => void;
}): MeetingRoom {
  // y-webrtc names a BroadcastChannel after its room and would talk to other pages of this browser over it. A name that
  // nobody else can know leaves WebRTC as the only way; the signaling seats translate it to the topic and back.
  const alias = crypto.randomUUID();
  const { awareness, links } = wish;

  /**
   * y-webrtc passes on every update it receives, so that each reaches everyone once from everyone. In a full mesh what
   * a laptop says itself is enough; where two laptops cannot connect, the questions they ask carry it around the corner.
   */
  function adjust(room: Room): void {
    room._docUpdateHandler = (update, origin) => {
      if (origin !== room) links.broadcast(encodeSync("update", update));
    };
    room._awarenessUpdateHandler = ({ added, updated, removed }, origin) => {
      // Whom this laptop has lost sight of is its own affair, and what the others show they say themselves.
      const concernsUs = [...added, ...updated, ...removed].includes(awareness.clientID);
      if (origin !== room && concernsUs) links.broadcast(encodePresences(awareness, [awareness.clientID]));
    };
    room._bcSubscriber = () => undefined;
    // Meant for a page that closes, but a link to a mail program or a download fires it too, and there is no way back.
    window.removeEventListener("beforeunload", room._beforeUnloadHandler);
  }

  const options = {
    signaling: [...new Set(wish.signaling)].filter(isAllowedHere),
    awareness,
    maxConns: MAX_CONNECTIONS,
    filterBcConns: false,
    peerOpts: { wrtc: links.wrtc, config: { iceServers: [] }, channelConfig: { negotiated: true, id: 0 } },
  };
  const provider = new AdjustedProvider(alias, wish.doc, options, adjust);
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
    close() {
      for (const seat of seats) seat.leave();
      provider.disconnect();
      // `destroy` would disconnect the room once more, and leave a BroadcastChannel behind by doing so.
      if (provider.room !== null) provider.room.disconnect = () => undefined;
      provider.destroy();
    },
  };
}

/** A provider whose room is adjusted before it connects. */
class AdjustedProvider extends WebrtcProvider {
  readonly #adjust: (room: Room) => void;
  // The superclass's constructor sets it through the accessor below; an initialiser would run later and undo that.
  declare private entered: Room | null;

  constructor(name: string, doc: Doc, options: ProviderOptions, adjust: (room: Room) => void) {
    super(name, doc, options);
    this.#adjust = adjust;
  }

  override get room(): Room | null {
    return this.entered;
  }

  override set room(room: Room | null) {
    if (room !== null) this.#adjust(room);
    this.entered = room;
  }
}

/** A page that was served over https may open no unencrypted socket; trying to would throw. */
function isAllowedHere(url: string): boolean {
  const protocol = URL.parse(url)?.protocol;
  return protocol === "wss:" || (protocol === "ws:" && location.protocol !== "https:");
}
