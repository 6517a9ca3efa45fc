import { fromHexString } from "lib0/buffer";
import type { Awareness } from "y-protocols/awareness";
import type { Doc } from "yjs";
import { isAllowedHere } from "./allowed-here.ts";
import { mergeIceServers } from "./ice-servers.ts";
import type { PeerLinks } from "./peer-link.ts";
import { encodePresences, encodeSync } from "./peer-message.ts";
import { hex } from "./relay-seal.ts";
import type { RelayDesk } from "./relay-desk.ts";
import { Relays } from "./relays.ts";
import { SignalingLine } from "./signaling-line.ts";
import { seatRoom, type Attempt, type SeatedRoom } from "./signaling-seat.ts";
import type { Count } from "./standing.ts";
import { WebrtcProvider, type ProviderOptions, type Room, type SignalingConn } from "./y-webrtc-surface.ts";

/** More than any meeting has; y-webrtc's default is random and may be exceeded by nobody either. */
const MAX_CONNECTIONS = 40;

/** How many signaling servers a room uses at once. */
const MAX_LINES = 8;

/** A signaling server, and whether it answers. */
export interface LineState {
  readonly url: string;
  readonly answers: boolean;
}

/** A room of y-webrtc, hardened from outside: one connection to each other laptop, and a relayed one where there can be none. */
export interface MeetingRoom {
  /** Whether any signaling server answers. */
  isSignaling(): boolean;
  /** Says to everyone that this laptop is here, so that connections that failed are made after all. */
  announce(): void;
  /** Uses these signaling servers as well, as far as they can be used from here and there is room for them. */
  addSignaling(urls: readonly string[]): void;
  lines(): readonly LineState[];
  count(): Count;
  /** One beat of the watchdog. */
  tick(): void;
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
  const seated: { readonly url: string; readonly seat: SeatedRoom; readonly desk: RelayDesk }[] = [];

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
    signaling: usable(wish.signaling, []),
    awareness,
    maxConns: MAX_CONNECTIONS,
    filterBcConns: false,
    peerOpts: {
      wrtc: links.wrtc,
      // Read for each connection that is made.
      get config() {
        return { iceServers: mergeIceServers(seated.map(({ seat }) => seat.line.iceServers)) };
      },
      channelConfig: { negotiated: true, id: 0 },
    },
  };
  const provider = new AdjustedProvider(alias, wish.doc, options, adjust);
  const attempts = new Map<string, Attempt>();
  const relays = new Relays({
    topic: wish.topic,
    key: wish.key,
    awareness,
    links,
    self: () => provider.room?.peerId ?? null,
    origin: () => provider.room,
    direct(peerId) {
      const connection = provider.room?.webrtcConns.get(peerId)?.peer._pc ?? null;
      return connection === null ? "none" : links.direct(connection);
    },
  });

  function seat(conn: SignalingConn): void {
    const desk = relays.openDesk(conn.url, () => {
      // The others learn at once where this laptop can be called.
      if (desk.line.address !== null) taken.announce();
    });
    const taken = seatRoom(SignalingLine.over(conn), {
      alias,
      topic: wish.topic,
      key: wish.key,
      room: () => provider.room,
      attempts,
      changed() {
        desk.line.renew();
        wish.onChange();
      },
      relay: () => (desk.line.address === null ? null : hex(desk.line.address)),
      noted(note) {
        const address = note.type === "announce" && note.relay !== undefined ? fromHexString(note.relay) : null;
        relays.noted(note.from, desk, address);
      },
    });
    seated.push({ url: conn.url, seat: taken, desk });
  }
  for (const conn of provider.signalingConns) seat(conn);

  return {
    isSignaling: () => seated.some(({ seat }) => seat.line.isConnected),
    announce() {
      for (const { seat } of seated) seat.announce();
    },
    addSignaling(urls) {
      const known = seated.map(({ url }) => url);
      for (const url of usable(urls, known)) seat(provider.join(url));
      wish.onChange();
    },
    lines: () => seated.map(({ url, seat }) => ({ url, answers: seat.line.isConnected })),
    count: () => relays.count(),
    tick() {
      for (const { seat, desk } of seated) desk.line.tick(seat.line.isConnected);
      relays.tick();
    },
    close() {
      relays.close();
      for (const { seat } of seated) seat.leave();
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

  /** Connects to one more signaling server, as `connect` does, except that the room is not connected a second time. */
  join(url: string): SignalingConn {
    const { entered } = this;
    this.entered = null;
    this.signalingUrls = [url];
    this.connect();
    this.entered = entered;
    const conn = this.signalingConns.at(-1);
    if (conn === undefined) throw new Error("y-webrtc did not make the connection it was asked for.");
    return conn;
  }
}

/** Those of the URLs that this page may use and that are not known yet, each once, as many as there is room for. */
function usable(urls: readonly string[], known: readonly string[]): string[] {
  const fresh = new Set(urls.filter(isAllowedHere).map((url) => new URL(url).href));
  return [...fresh].filter((url) => !known.includes(url)).slice(0, MAX_LINES - known.length);
}
