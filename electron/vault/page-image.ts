import { existsSync, readFileSync } from "node:fs";

import { joinBytes, type Bytes } from "../../shared/crypto/bytes.ts";
import { PAGE_BYTES } from "./format.ts";
import { readLog, type LoggedPage } from "./write-ahead-log.ts";

/** A database file and its write-ahead log, put together in memory. */
export interface PageImage {
  /** The file as SQLite would see it: up to the last whole transaction that proves itself. */
  readonly whole: Bytes;
  /** The same with what was written behind a broken place of the log; null where the log is in order. */
  readonly beyond: Bytes | null;
}

/** Reads a database file as it is, with its log, and touches neither. */
export function readImage(path: string): PageImage {
  const file = existsSync(path) ? asBytes(readFileSync(path)) : new Uint8Array(0);
  const logPath = `${path}-wal`;
  if (!existsSync(logPath)) return { whole: file, beyond: null };
  const { proved, beyond } = readLog(asBytes(readFileSync(logPath)));
  const whole = withPages(file, proved);
  return { whole, beyond: beyond.length === 0 ? null : withPages(whole, beyond) };
}

/** One page of an image, counted from 1 as SQLite does; null where there is none. */
export function pageOf(image: Bytes, number: number): Bytes | null {
  const start = (number - 1) * PAGE_BYTES;
  return number < 1 || start + PAGE_BYTES > image.length ? null : image.subarray(start, start + PAGE_BYTES);
}

function withPages(file: Bytes, pages: readonly LoggedPage[]): Bytes {
  if (pages.length === 0) return file;
  // A broken page may claim any number: none can lie further behind the file than there are pages in the log.
  const mostPages = Math.ceil(file.length / PAGE_BYTES) + pages.length;
  const sound = pages.filter(({ number }) => number >= 1 && number <= mostPages);
  const last = sound.reduce((most, { number }) => Math.max(most, number), 0);
  const image = joinBytes(file, new Uint8Array(Math.max(0, last * PAGE_BYTES - file.length)));
  for (const { number, page } of sound) image.set(page, (number - 1) * PAGE_BYTES);
  return image;
}

function asBytes(read: Buffer): Bytes {
  // What Node reads into is never shared memory, which its types leave open.
  return new Uint8Array(read.buffer as ArrayBuffer, read.byteOffset, read.length);
}
