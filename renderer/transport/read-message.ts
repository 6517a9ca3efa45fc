import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { applyAwarenessUpdate, type Awareness } from "y-protocols/awareness";
import { messageYjsSyncStep1, readSyncMessage } from "y-protocols/sync";
import type { Bytes } from "../../shared/crypto/bytes.ts";
import { report } from "../../shared/report.ts";
import { AWARENESS, AWARENESS_QUERY, encodePresences, SYNC } from "./peer-message.ts";

/**
 * Applies a message that the doorkeeper has let in, as y-webrtc does with those of its data channels, and returns the
 * answer if there is one. What changes has the origin `origin`.
 */
export function readMessage(
  message: Uint8Array,
  room: { readonly awareness: Awareness; readonly origin: unknown },
): Bytes | null {
  const { awareness, origin } = room;
  const decoder = decoding.createDecoder(message);
  switch (decoding.readVarUint(decoder)) {
    case SYNC: {
      const encoder = encoding.createEncoder();
      encoding.writeVarUint(encoder, SYNC);
      const step = readSyncMessage(decoder, encoder, awareness.doc, origin, report);
      return step === messageYjsSyncStep1 ? new Uint8Array(encoding.toUint8Array(encoder)) : null;
    }
    case AWARENESS:
      applyAwarenessUpdate(awareness, decoding.readVarUint8Array(decoder), origin);
      return null;
    case AWARENESS_QUERY:
      return encodePresences(awareness, [awareness.clientID]);
    default:
      return null;
  }
}
