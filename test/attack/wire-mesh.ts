import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { applyAwarenessUpdate, type Awareness } from "y-protocols/awareness";
import { readSyncMessage } from "y-protocols/sync";
import type { Bytes } from "../../shared/crypto/bytes.ts";
import type { OpenCarrier, Ways } from "../../renderer/session/local-meetings.ts";
import { ALONE, type Carrier, type Connection } from "../../renderer/transport/carrier.ts";
import { Ledger } from "../../renderer/transport/holdings.ts";
import { TICK_MS } from "../../renderer/transport/link-health.ts";
import { createPeerLinks, type PeerLinks } from "../../renderer/transport/peer-link.ts";
import { encodePresences, encodeSync } from "../../renderer/transport/peer-message.ts";
import { createPresence } from "../../renderer/transport/presence.ts";
import { WireDoc } from "../../renderer/transport/wire-doc.ts";
import { Ether, MemoryChannel } from "./memory-channel.ts";
import type { MemoryPeerConnection } from "./memory-page.ts";
import { MemoryLobby } from "../twins/memory-lobby.ts";

const SYNC = 0;
const AWARENESS = 1;
const AWARENESS_QUERY = 3;

/** A laptop's place in the mesh: where a channel can be led to. */
export interface Seat {
  /** Takes one end of a channel. The channel is opened once both ends are taken. */
  readonly take: (channel: MemoryChannel) => void;
}

/**
 * A room in memory in which honest laptops carry with the program's own wire doc, links, doorkeeper, questions, fragments
 * and presences. What is replaced is what lies beneath: WebRTC by `MemoryChannel`, and y-webrtc with its signaling by the
 * few lines of it (10.3.0, `readMessage` and `_docUpdateHandler` as `room.ts` adjusts it) that read and answer messages.
 */
export class WireMesh {
  readonly #ether: Ether;
  readonly #onError: (error: unknown) => void;
  readonly #seats = new Set<Seat>();
  #wires: readonly WireDoc[] = [];

  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
    this.#ether = new Ether(onError);
  }

  /** The wire docs of the honest laptops, in the order in which they came. */
  get wires(): readonly WireDoc[] {
    return this.#wires;
  }

  /** For `createMeetings`: the carrier of an honest laptop, connected with everyone in the mesh. */
  /** The lobby before its door. */
  readonly lobby = new MemoryLobby();

  /** The ways of a laptop that is here. */
  get ways(): Ways {
    return { openCarrier: this.open, openLobby: this.lobby.open };
  }

  readonly open: OpenCarrier = () => this.openHonest();

  /** Leads a channel from a seat to everyone in the mesh, and from then on to whoever comes. */
  sit(seat: Seat): void {
    for (const other of this.#seats) this.connect(seat, other);
    this.#seats.add(seat);
  }

  leave(seat: Seat): void {
    this.#seats.delete(seat);
  }

  /** Leads one more channel between two seats. */
  connect(one: Seat, other: Seat): void {
    const [here, there] = MemoryChannel.pair(this.#ether);
    one.take(here);
    other.take(there);
    for (const end of [here, there]) {
      this.#ether.send(() => {
        end.open();
      });
    }
  }

  /** The seats of everyone there. */
  get seats(): readonly Seat[] {
    return [...this.#seats];
  }

  private openHonest(): Carrier {
    const entryListeners = new Set<(entries: readonly Bytes[]) => void>();
    const connectionListeners = new Set<(connection: Connection) => void>();
    let arrived: Bytes[] = [];
    const handOver = (): void => {
      if (arrived.length === 0 || entryListeners.size === 0) return;
      const entries = arrived;
      arrived = [];
      for (const listener of entryListeners) listener(entries);
    };
    const tell = (): void => {
      const peers = links.reachable();
      for (const listener of connectionListeners) listener({ ...ALONE, peers, direct: peers, signaling: true });
    };
    const wire = new WireDoc((entries) => {
      if (arrived.length === 0) queueMicrotask(handOver);
      for (const bytes of entries) arrived.push(bytes);
    });
    this.#wires = [...this.#wires, wire];
    const presence = createPresence(wire.doc);
    const { awareness } = presence;
    const links: PeerLinks = createPeerLinks({
      client: awareness.clientID,
      onGone: (client) => {
        presence.forget(client);
      },
      admitUpdate: (update) => wire.admit(update),
      ledger: new Ledger(wire),
      onChange: () => {
        tell();
      },
    });
    wire.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== this) links.broadcast(encodeSync("update", update));
    });
    awareness.on("update", (change: Record<"added" | "removed" | "updated", number[]>, origin: unknown) => {
      const concernsUs = [...change.added, ...change.updated, ...change.removed].includes(awareness.clientID);
      if (origin !== this && concernsUs) links.broadcast(encodePresences(awareness, [awareness.clientID]));
    });
    // What simple-peer is given as `wrtc`, used as simple-peer does.
    const { RTCPeerConnection } = links.wrtc as { readonly RTCPeerConnection: typeof MemoryPeerConnection };
    const ends: MemoryChannel[] = [];
    const seat: Seat = {
      take: (end) => {
        ends.push(end);
        const channel = new RTCPeerConnection().leadTo(end).createDataChannel();
        channel.onmessage = ({ data }) => {
          this.#read(new Uint8Array(data), wire, awareness, (answer) => {
            channel.send(answer);
          });
        };
        channel.onopen = () => {
          channel.send(encodePresences(awareness, [...awareness.getStates().keys()]));
        };
      },
    };
    this.sit(seat);
    const watchdog = setInterval(() => {
      links.tick();
      links.giveUpLost(true);
    }, TICK_MS);
    return {
      put: (entries) => {
        wire.put(entries);
      },
      screen: (keep) => {
        wire.screen(keep);
      },
      onEntries(listener) {
        entryListeners.add(listener);
        queueMicrotask(handOver);
        return () => entryListeners.delete(listener);
      },
      showPresence: (bytes) => {
        presence.show(bytes);
      },
      onPresence: (listener) => presence.onChange(listener),
      addSignaling: () => undefined,
      onConnection(listener) {
        connectionListeners.add(listener);
        tell();
        return () => connectionListeners.delete(listener);
      },
      close: () => {
        clearInterval(watchdog);
        this.leave(seat);
        for (const end of ends) end.close();
        presence.close();
        wire.destroy();
        this.#wires = this.#wires.filter((other) => other !== wire);
      },
    };
  }

  /** y-webrtc's `readMessage`, for the messages that come past the doorkeeper. */
  #read(message: Uint8Array, wire: WireDoc, awareness: Awareness, answer: (bytes: Bytes) => void): void {
    try {
      const decoder = decoding.createDecoder(message);
      const encoder = encoding.createEncoder();
      const type = decoding.readVarUint(decoder);
      if (type === SYNC) {
        encoding.writeVarUint(encoder, SYNC);
        const step = readSyncMessage(decoder, encoder, wire.doc, this, this.#onError);
        if (step === 0) answer(new Uint8Array(encoding.toUint8Array(encoder)));
      } else if (type === AWARENESS) {
        applyAwarenessUpdate(awareness, decoding.readVarUint8Array(decoder), this);
      } else if (type === AWARENESS_QUERY) {
        answer(encodePresences(awareness, [...awareness.getStates().keys()]));
      }
    } catch (error) {
      this.#onError(error);
    }
  }
}
