import type { Bytes } from "../../shared/crypto/bytes.ts";
import { PAGE_BYTES } from "./format.ts";

const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
const FRAME_BYTES = FRAME_HEADER_BYTES + PAGE_BYTES;

/** One page as a write-ahead log holds it. */
export interface LoggedPage {
  readonly number: number;
  readonly page: Bytes;
}

/** What a write-ahead log holds. */
export interface WriteAheadLog {
  /** The pages of every whole transaction up to the first place that does not prove itself, oldest first. */
  readonly proved: readonly LoggedPage[];
  /** Pages of whole transactions behind such a place: they had been written, and SQLite would drop them. */
  readonly beyond: readonly LoggedPage[];
}

interface Frame extends LoggedPage {
  readonly endsTransaction: boolean;
  readonly isProved: boolean;
}

/**
 * Reads a write-ahead log (https://sqlite.org/fileformat2.html#walformat) and writes nothing. A log that ends in the middle of
 * a transaction was being written when the program ended, and nobody was told that it is kept. Where whole
 * transactions follow behind a broken place, something that was kept is damaged.
 */
export function readLog(log: Bytes): WriteAheadLog {
  const frames = framesOf(log);
  const firstBroken = frames.findIndex(({ isProved }) => !isProved);
  const proved = firstBroken < 0 ? frames : frames.slice(0, firstBroken);
  const behind = firstBroken < 0 ? [] : frames.slice(firstBroken);
  // The torn transaction itself may have reached the disk out of order: what comes after its end is what tells.
  const tornEnd = behind.findIndex(({ endsTransaction }) => endsTransaction);
  const later = wholeTransactions(behind.slice(tornEnd + 1));
  const begun = frames.slice(wholeTransactions(proved).length, firstBroken);
  return {
    proved: wholeTransactions(proved),
    beyond: tornEnd < 0 || later.length === 0 ? [] : [...begun, ...behind.slice(0, tornEnd + 1), ...later],
  };
}

function wholeTransactions(frames: readonly Frame[]): readonly Frame[] {
  return frames.slice(0, frames.findLastIndex(({ endsTransaction }) => endsTransaction) + 1);
}

/** Every frame of the log's present round. What is left of an earlier round carries another salt. */
function framesOf(log: Bytes): readonly Frame[] {
  if (log.length < HEADER_BYTES + FRAME_BYTES) return [];
  const view = new DataView(log.buffer, log.byteOffset, log.length);
  const isLittleEndian = view.getUint32(0) === 0x377f0682;
  const sums = new Checksum(view, isLittleEndian);
  let isProved = view.getUint32(8) === PAGE_BYTES && sums.over(0, 24).matches(24);
  // Where the header is broken, the first frame says which round it is.
  const saltAt = isProved ? 16 : HEADER_BYTES + 8;
  const frames: Frame[] = [];
  for (let at = HEADER_BYTES; at + FRAME_BYTES <= log.length; at += FRAME_BYTES) {
    const isOfThisRound =
      view.getUint32(at + 8) === view.getUint32(saltAt) && view.getUint32(at + 12) === view.getUint32(saltAt + 4);
    isProved &&=
      isOfThisRound &&
      sums
        .over(at, 8)
        .over(at + FRAME_HEADER_BYTES, PAGE_BYTES)
        .matches(at + 16);
    // A broken frame may have lost its salt; one of an earlier round has too. Neither says anything.
    if (!isOfThisRound) continue;
    frames.push({
      number: view.getUint32(at),
      page: log.subarray(at + FRAME_HEADER_BYTES, at + FRAME_BYTES),
      endsTransaction: view.getUint32(at + 4) !== 0,
      isProved,
    });
  }
  return frames;
}

/** The running checksum of a log, over words in the byte order its header names. */
class Checksum {
  readonly #view: DataView;
  readonly #isLittleEndian: boolean;
  #first = 0;
  #second = 0;

  constructor(view: DataView, isLittleEndian: boolean) {
    this.#view = view;
    this.#isLittleEndian = isLittleEndian;
  }

  over(start: number, length: number): this {
    for (let at = start; at < start + length; at += 8) {
      this.#first = (this.#first + this.#view.getUint32(at, this.#isLittleEndian) + this.#second) >>> 0;
      this.#second = (this.#second + this.#view.getUint32(at + 4, this.#isLittleEndian) + this.#first) >>> 0;
    }
    return this;
  }

  /** Whether the two words at a place are this sum. They are always written big end first. */
  matches(at: number): boolean {
    return this.#view.getUint32(at) === this.#first && this.#view.getUint32(at + 4) === this.#second;
  }
}
