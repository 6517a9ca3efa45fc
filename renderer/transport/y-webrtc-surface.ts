import type { Awareness } from "y-protocols/awareness";
import type { Doc } from "yjs";
import { WebrtcProvider as LooselyTypedProvider } from "y-webrtc";

/*
 * What this folder touches of y-webrtc 10.3.0, and nothing more; its own typings are loose where we rely on it most.
 * Everything marked "internal" is not documented by y-webrtc: check it against `node_modules/y-webrtc/src/y-webrtc.js`
 * and `node_modules/lib0/websocket.js` before raising either version.
 */

/** The part of a simple-peer `Peer` that is used here. */
export interface Peer {
  send(message: Uint8Array): void;
  once(event: "close", listener: () => void): void;
  /** Internal: its connection, made by its constructor; null once it is closed. */
  readonly _pc: object | null;
}

/** One connection to one other laptop. */
export interface WebrtcConn {
  readonly remotePeerId: string;
  /** Internal: true between simple-peer's `connect` and `close`. */
  readonly connected: boolean;
  readonly peer: Peer;
  /** Closes it; its place in `Room.webrtcConns` is free once the peer has emitted `close`. */
  destroy(): void;
}

/** What a provider makes when it connects. */
export interface Room {
  readonly peerId: string;
  readonly name: string;
  readonly webrtcConns: ReadonlyMap<string, WebrtcConn>;
  /** Internal: registered on the doc by `connect()`, so a replacement has to be in place before. */
  _docUpdateHandler: (update: Uint8Array, origin: unknown) => void;
  /** Internal: likewise, on the awareness. */
  _awarenessUpdateHandler: (
    change: { readonly added: number[]; readonly updated: number[]; readonly removed: number[] },
    origin: unknown,
  ) => void;
  /** Internal: likewise, on the BroadcastChannel named like the room. */
  _bcSubscriber: (data: unknown) => void;
  /** Internal: registered on the window by the constructor. */
  readonly _beforeUnloadHandler: () => void;
  disconnect: () => void;
}

/** lib0's `WebsocketClient` with y-webrtc's handlers; one for each URL and page, shared by all providers. */
export interface SignalingConn {
  readonly url: string;
  /** Internal: nulled by lib0 when the socket has closed. */
  ws: WebSocket | null;
  /** Internal. */
  connected: boolean;
  /** Internal. */
  connecting: boolean;
  /** Internal: while false, lib0 opens no new socket by itself. */
  shouldConnect: boolean;
  send(message: unknown): void;
  emit(event: string, args: readonly unknown[]): void;
  /** Opens a socket unless there is one, and sets `shouldConnect`. */
  connect(): void;
}

export interface ProviderOptions {
  readonly signaling: readonly string[];
  readonly awareness: Awareness;
  readonly maxConns: number;
  readonly filterBcConns: boolean;
  /** Handed to simple-peer as they are. */
  readonly peerOpts: {
    readonly wrtc: object;
    readonly config: RTCConfiguration;
    readonly channelConfig: RTCDataChannelInit;
  };
}

/** y-webrtc's provider. */
export interface WebrtcProvider {
  readonly awareness: Awareness;
  /**
   * A plain property there, assigned null and then, in a microtask, the room just before it connects. Declared as an
   * accessor so that a subclass may see the assignment.
   */
  get room(): Room | null;
  set room(room: Room | null);
  readonly signalingConns: readonly SignalingConn[];
  /** Internal: what `connect` opens. */
  signalingUrls: readonly string[];
  /** Adds a connection for each of `signalingUrls`, and connects the room if there is one. */
  connect(): void;
  disconnect(): void;
  destroy(): void;
}

// The source of version 10.3.0 fits the interfaces above; the end-to-end tests of this folder run against it.
export const WebrtcProvider = LooselyTypedProvider as unknown as new (
  roomName: string,
  doc: Doc,
  options: ProviderOptions,
) => WebrtcProvider;
