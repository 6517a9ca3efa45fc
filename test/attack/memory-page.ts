import type { Bytes } from "../../shared/crypto/bytes.ts";
import type { MemoryChannel } from "./memory-channel.ts";

/** What becomes of a channel once the program has put its framing over it, as far as its user sees it. */
interface UsedChannel {
  onmessage: ((event: { readonly data: ArrayBuffer }) => void) | null;
  onopen: (() => void) | null;
  send(message: Bytes): void;
}

/** As much of an `RTCPeerConnection` as the program touches: it gives out the channel it was led to. */
export class MemoryPeerConnection {
  readonly iceConnectionState = "connected";
  #channel: MemoryChannel | null = null;

  leadTo(channel: MemoryChannel): this {
    this.#channel = channel;
    return this;
  }

  createDataChannel(): UsedChannel {
    if (this.#channel === null) throw new Error("This connection was not led anywhere.");
    return this.#channel;
  }

  close(): void {
    this.#channel?.close();
  }
}

/**
 * Gives this process what the program's transport expects of a page: a class to derive its connections from, and a console
 * for errors that nobody caught. Returns how to take it away again.
 */
export function becomeAPage(onError: (error: unknown) => void): () => void {
  const page = {
    RTCPeerConnection: MemoryPeerConnection,
    // Named by the transport for simple-peer, and used by nobody here.
    RTCSessionDescription: Object,
    RTCIceCandidate: Object,
    reportError: onError,
  };
  Object.assign(globalThis, page);
  const { error } = console;
  const warn = console.warn;
  console.error = (...said: readonly unknown[]) => {
    onError(said.map(String).join(" "));
  };
  console.warn = console.error;
  process.on("unhandledRejection", onError);
  process.on("uncaughtException", onError);
  return () => {
    for (const name of Object.keys(page)) Reflect.deleteProperty(globalThis, name);
    console.error = error;
    console.warn = warn;
    process.off("unhandledRejection", onError);
    process.off("uncaughtException", onError);
  };
}
