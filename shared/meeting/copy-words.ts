import * as Y from "yjs";
import type { Bytes } from "../crypto/bytes.ts";
import { appendLines } from "../text/append-lines.ts";
import { readLines } from "../text/lines.ts";
import { applySeed } from "../text/seed.ts";
import { writtenAs } from "../text/write-lines.ts";

/**
 * What stands in a document now, as the one Yjs update by which `clientId` would write it into a fresh document of the same
 * seed. What was crossed out in it is not there, and neither is when anything was written.
 */
export function wordsAfresh(doc: Y.Doc, seed: Bytes, clientId: number): Bytes {
  const fresh = new Y.Doc();
  applySeed(fresh, seed, FROM_SEED);
  const before = Y.encodeStateVector(fresh);
  fresh.clientID = clientId;
  copyWords(doc, fresh);
  // Yjs encodes into buffers of its own, which are ordinary ones.
  const words = Y.encodeStateAsUpdate(fresh, before) as Bytes;
  fresh.destroy();
  return words;
}

/** A document that holds these words, over the seed they were written on. */
export function docOfWords(words: Bytes, seed: Bytes | null): Y.Doc {
  const doc = new Y.Doc();
  if (seed !== null) applySeed(doc, seed, FROM_SEED);
  Y.applyUpdate(doc, words, FROM_SEED);
  return doc;
}

/**
 * Writes what stands in one document at the end of another: lines, their look, and their text. Where the other ends in an empty
 * line, as it does in the beginning, the first goes there.
 */
export function copyWords(from: Y.Doc, to: Y.Doc): void {
  appendLines(to, readLines(from).map(writtenAs));
}

const FROM_SEED: unique symbol = Symbol("from the seed");
