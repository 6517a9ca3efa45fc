import * as decoding from "lib0/decoding";
import * as v from "valibot";
import * as Y from "yjs";

/** A message of y-webrtc between two laptops (`readMessage` in its source), as far as this program speaks it. */
export type PeerMessage =
  | { readonly kind: "awareness" }
  | { readonly kind: "missing-asked" }
  | { readonly kind: "presence-asked" }
  | { readonly kind: "update"; readonly update: Uint8Array };

const SYNC = 0;
const AWARENESS = 1;
const AWARENESS_ASKED = 3;
const SYNC_STEP_1 = 0;
const SYNC_STEP_2 = 1;
const SYNC_UPDATE = 2;

const MAX_PRESENCES = 64;
const PresenceStateSchema = v.nullable(v.object({ p: v.optional(v.pipe(v.string(), v.maxLength(16 * 1024))) }));

/**
 * Reads a message before y-webrtc does, which would throw on a malformed one. Null for anything malformed, and for
 * y-webrtc's notes about BroadcastChannel peers, with which one laptop could make another deaf to a third.
 */
export function parsePeerMessage(message: Uint8Array): PeerMessage | null {
  try {
    const decoder = decoding.createDecoder(message);
    const parsed = read(decoder);
    return decoding.hasContent(decoder) ? null : parsed;
  } catch {
    // Lengths that lead beyond the end, numbers beyond 53 bits, text that is no JSON: all of it is malformed.
    return null;
  }
}

function read(decoder: decoding.Decoder): PeerMessage | null {
  switch (decoding.readVarUint(decoder)) {
    case SYNC:
      return readSync(decoder);
    case AWARENESS:
      return readAwareness(decoding.createDecoder(decoding.readVarUint8Array(decoder)));
    case AWARENESS_ASKED:
      return { kind: "presence-asked" };
    default:
      return null;
  }
}

function readSync(decoder: decoding.Decoder): PeerMessage | null {
  const step = decoding.readVarUint(decoder);
  const content = decoding.readVarUint8Array(decoder);
  switch (step) {
    case SYNC_STEP_1:
      Y.decodeStateVector(content);
      return { kind: "missing-asked" };
    case SYNC_STEP_2:
    case SYNC_UPDATE:
      return { kind: "update", update: content };
    default:
      return null;
  }
}

function readAwareness(decoder: decoding.Decoder): PeerMessage | null {
  const count = decoding.readVarUint(decoder);
  if (count > MAX_PRESENCES) return null;
  for (let index = 0; index < count; index += 1) {
    const client = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    const state: unknown = JSON.parse(decoding.readVarString(decoder));
    if (!Number.isSafeInteger(client + clock) || !v.is(PresenceStateSchema, state)) return null;
  }
  return { kind: "awareness" };
}
