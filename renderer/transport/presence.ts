import { fromBase64, toBase64 } from "lib0/buffer";
import { Awareness, removeAwarenessStates } from "y-protocols/awareness";
import type { Doc } from "yjs";
import type { Bytes } from "../../shared/crypto/bytes.ts";
import { Listeners } from "../../shared/listeners.ts";
import { createRhythm } from "./rhythm.ts";

/** At most one showing and one telling per frame of the screen; presence is never worth more. */
const FRAME_MS = 33;

/** The short-lived presences of the laptops in a room: y-protocols' awareness with states `{ p?: base64 }`. */
export interface Presence {
  readonly awareness: Awareness;
  show(presence: Bytes | null): void;
  onChange(listener: (presences: ReadonlyMap<number, Bytes>) => void): () => void;
  /** Forgets a laptop that can no longer be reached, instead of waiting until it has been silent for half a minute. */
  forget(client: number): void;
  close(): void;
}

/** Presence over the doc's client id. */
export function createPresence(doc: Doc): Presence {
  const awareness = new Awareness(doc);
  const listeners = new Listeners<[presences: ReadonlyMap<number, Bytes>]>();
  let shown: Bytes | null = null;

  const showing = createRhythm(FRAME_MS, () => {
    awareness.setLocalState(shown === null ? {} : { p: toBase64(shown) });
  });
  const telling = createRhythm(FRAME_MS, () => {
    listeners.notify(presencesOf(awareness));
  });
  awareness.on("change", () => telling.request());

  return {
    awareness,
    show(presence) {
      shown = presence;
      showing.request();
    },
    onChange: (listener) => listeners.subscribe(listener),
    forget(client) {
      removeAwarenessStates(awareness, [client], "gone");
      // Otherwise what it shows when it comes back would be taken for old.
      awareness.meta.delete(client);
    },
    close() {
      showing.stop();
      telling.stop();
      awareness.destroy();
    },
  };
}

function presencesOf(awareness: Awareness): ReadonlyMap<number, Bytes> {
  const presences = new Map<number, Bytes>();
  for (const [client, state] of awareness.getStates()) {
    if (client === awareness.clientID) continue;
    const bytes = decodePresence(state["p"]);
    if (bytes !== null) presences.set(client, bytes);
  }
  return presences;
}

function decodePresence(text: unknown): Bytes | null {
  if (typeof text !== "string") return null;
  try {
    return new Uint8Array(fromBase64(text));
  } catch {
    // A peer may show anything; what is no base64 is no presence.
    return null;
  }
}
