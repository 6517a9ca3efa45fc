import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { Bytes } from "../../shared/crypto/bytes.ts";

/**
 * Messages of any size over a data channel that loses what is longer than 256 KiB. A message is cut into frames of
 * one kind byte and a piece; a channel keeps their order, so the pieces need no numbers.
 */
export const FRAGMENT_BYTES = 60 * 1024;

/** The longest message that is put together again; a peer that sends more is hung up on. */
const MESSAGE_BYTES = 160 * 1024 * 1024;

/** What a piece costs besides its bytes. Otherwise a message in single bytes would take up hundreds of times its size. */
const COST_OF_PIECE_BYTES = 4096;

const PIECE = 0;
const LAST_PIECE = 1;
const SIGN_OF_LIFE = 2;
const INTRODUCTION = 3;

/** A frame without content, sent while there is nothing to say. */
export const SIGN_OF_LIFE_FRAME: Bytes = Uint8Array.of(SIGN_OF_LIFE);

/** The first frame on a channel: the client id under which its sender shows presence. */
export function introductionFrame(client: number): Bytes {
  const encoder = encoding.createEncoder();
  encoding.writeUint8(encoder, INTRODUCTION);
  encoding.writeVarUint(encoder, client);
  return new Uint8Array(encoding.toUint8Array(encoder));
}

/** The frames that carry `message`, in order. There is at least one. */
export function splitMessage(message: Uint8Array): readonly Bytes[] {
  const frames: Bytes[] = [];
  let offset = 0;
  do {
    const piece = message.subarray(offset, offset + FRAGMENT_BYTES);
    offset += piece.length;
    const frame = new Uint8Array(piece.length + 1);
    frame[0] = offset < message.length ? PIECE : LAST_PIECE;
    frame.set(piece, 1);
    frames.push(frame);
  } while (offset < message.length);
  return frames;
}

/** What a received frame amounted to. */
export type Assembly =
  | { readonly kind: "incomplete" }
  | { readonly kind: "introduction"; readonly client: number }
  | { readonly kind: "malformed" }
  | { readonly kind: "message"; readonly message: Bytes };

/** Puts messages together again from frames; keeps at most `limitBytes`, the cost of keeping pieces included. */
export class Assembler {
  readonly #limitBytes: number;
  #pieces: Bytes[] = [];
  #sizeBytes = 0;

  constructor(limitBytes = MESSAGE_BYTES) {
    this.#limitBytes = limitBytes;
  }

  /** Whether the first part of a message is here and the last is not. */
  get isUnfinished(): boolean {
    return this.#pieces.length > 0;
  }

  /** Takes the next frame. After a malformed one the channel cannot be trusted to be in step and has to be closed. */
  accept(frame: Bytes): Assembly {
    const kind = frame[0];
    if (kind === SIGN_OF_LIFE && frame.length === 1) return { kind: "incomplete" };
    if (kind === INTRODUCTION) return readIntroduction(frame);
    if (kind !== PIECE && kind !== LAST_PIECE) return { kind: "malformed" };
    const piece = frame.subarray(1);
    this.#sizeBytes += piece.length;
    const costBytes = this.#sizeBytes + this.#pieces.length * COST_OF_PIECE_BYTES;
    if (costBytes > this.#limitBytes || (kind === PIECE && piece.length === 0)) return { kind: "malformed" };
    this.#pieces.push(piece);
    if (kind === PIECE) return { kind: "incomplete" };
    return { kind: "message", message: this.#join() };
  }

  #join(): Bytes {
    const message = new Uint8Array(this.#sizeBytes);
    let offset = 0;
    for (const piece of this.#pieces) {
      message.set(piece, offset);
      offset += piece.length;
    }
    this.#pieces = [];
    this.#sizeBytes = 0;
    return message;
  }
}

function readIntroduction(frame: Bytes): Assembly {
  try {
    return { kind: "introduction", client: decoding.readVarUint(decoding.createDecoder(frame.subarray(1))) };
  } catch {
    // No number, or one beyond 53 bits.
    return { kind: "malformed" };
  }
}
