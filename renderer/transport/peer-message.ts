import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as v from "valibot";
import { encodeAwarenessUpdate, type Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import type { Bytes } from "../../shared/crypto/bytes.ts";
import { FINGERPRINT_BYTES, type Holding } from "./holdings.ts";

/**
 * A message between two laptops. Those of y-webrtc (`readMessage` in its source), as far as this program speaks them:
 * an `answer` is what the other has missed, an `update` what has just been added, `presence` who shows what. And one
 * of our own, the `question`: it says what the sender holds, and takes the place of y-webrtc's sync step 1.
 */
export type PeerMessage =
  | { readonly kind: "answer"; readonly update: Uint8Array }
  | { readonly kind: "presence"; readonly presences: readonly ShownPresence[] }
  | { readonly kind: "presence-question" }
  | { readonly kind: "question"; readonly holdings: readonly Holding[] }
  | { readonly kind: "update"; readonly update: Uint8Array };

/** What one laptop shows, under its client id; `state` is null when it shows nothing any more. */
export interface ShownPresence {
  readonly client: number;
  readonly clock: number;
  readonly state: { readonly p?: string | undefined } | null;
}

export const SYNC = 0;
export const AWARENESS = 1;
export const AWARENESS_QUERY = 3;
const QUESTION = 112;
const SYNC_STEP_1 = 0;
const SYNC_STEP_2 = 1;
const SYNC_UPDATE = 2;

const MAX_PRESENCES = 64;
/** More feeds than any meeting has: one for each voice and each time it opened the program. */
const MAX_HOLDINGS = 20_000;
/** Room for what is said off the record, which travels as presence and in no entry: base64 of what `shared/meeting/presence.ts` reads. */
const LONGEST_PRESENCE = 640 * 1024;
const PresenceStateSchema = v.nullable(v.object({ p: v.optional(v.pipe(v.string(), v.maxLength(LONGEST_PRESENCE))) }));

/** Asks for everything that somebody with these holdings does not have. */
export function encodeQuestion(holdings: readonly Holding[]): Bytes {
  return encode(QUESTION, (encoder) => {
    encoding.writeVarUint(encoder, holdings.length);
    for (const { client, clock, fingerprint } of holdings) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      encoding.writeUint8Array(encoder, fingerprint);
    }
  });
}

/** The question as y-webrtc puts and answers it: from which clock on each client's structs are missing. */
export function encodeSyncStep1(stateVector: Map<number, number>): Bytes {
  return encode(SYNC, (encoder) => {
    encoding.writeVarUint(encoder, SYNC_STEP_1);
    encoding.writeVarUint8Array(encoder, Y.encodeStateVector(stateVector));
  });
}

/** Says what has been added to a doc, or what the other has missed of it. */
export function encodeSync(kind: "answer" | "update", update: Uint8Array): Bytes {
  return encode(SYNC, (encoder) => {
    encoding.writeVarUint(encoder, kind === "answer" ? SYNC_STEP_2 : SYNC_UPDATE);
    encoding.writeVarUint8Array(encoder, update);
  });
}

/** Says how the presences of these clients stand. */
export function encodePresences(awareness: Awareness, clients: number[]): Bytes {
  const update = encodeAwarenessUpdate(awareness, clients);
  return encode(AWARENESS, (encoder) => encoding.writeVarUint8Array(encoder, update));
}

/** Says how one presence stands, whoever it was that said so first. */
export function encodePresence({ client, clock, state }: ShownPresence): Bytes {
  const update = encoding.createEncoder();
  for (const number of [1, client, clock]) encoding.writeVarUint(update, number);
  encoding.writeVarString(update, JSON.stringify(state));
  return encode(AWARENESS, (encoder) => encoding.writeVarUint8Array(encoder, encoding.toUint8Array(update)));
}

/** Whether a message of y-webrtc is its question. */
export function isSyncStep1(message: Uint8Array): boolean {
  return message[0] === SYNC && message[1] === SYNC_STEP_1;
}

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

function encode(type: number, write: (encoder: encoding.Encoder) => void): Bytes {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  write(encoder);
  return new Uint8Array(encoding.toUint8Array(encoder));
}

function read(decoder: decoding.Decoder): PeerMessage | null {
  switch (decoding.readVarUint(decoder)) {
    case SYNC:
      return readSync(decoder);
    case AWARENESS:
      return readPresences(decoding.createDecoder(decoding.readVarUint8Array(decoder)));
    case AWARENESS_QUERY:
      return { kind: "presence-question" };
    case QUESTION:
      return readQuestion(decoder);
    default:
      return null;
  }
}

function readSync(decoder: decoding.Decoder): PeerMessage | null {
  const step = decoding.readVarUint(decoder);
  const content = decoding.readVarUint8Array(decoder);
  switch (step) {
    case SYNC_STEP_2:
      return { kind: "answer", update: content };
    case SYNC_UPDATE:
      return { kind: "update", update: content };
    default:
      return null;
  }
}

function readQuestion(decoder: decoding.Decoder): PeerMessage | null {
  const holdings: Holding[] = [];
  const count = decoding.readVarUint(decoder);
  if (count > MAX_HOLDINGS) return null;
  for (let index = 0; index < count; index += 1) {
    const client = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    holdings.push({ client, clock, fingerprint: decoding.readUint8Array(decoder, FINGERPRINT_BYTES).slice() });
  }
  return { kind: "question", holdings };
}

function readPresences(decoder: decoding.Decoder): PeerMessage | null {
  const presences: ShownPresence[] = [];
  const count = decoding.readVarUint(decoder);
  if (count > MAX_PRESENCES) return null;
  for (let index = 0; index < count; index += 1) {
    const client = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    const state = v.safeParse(PresenceStateSchema, JSON.parse(decoding.readVarString(decoder)));
    if (!Number.isSafeInteger(client + clock) || !state.success) return null;
    presences.push({ client, clock, state: state.output });
  }
  return { kind: "presence", presences };
}
