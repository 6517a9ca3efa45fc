import * as Y from "yjs";
import type { Bytes } from "../crypto/bytes.ts";
import { readEdit } from "./edit.ts";
import { lettersOf, LINE_START, NOBODY } from "./letters.ts";

/**
 * The update every document of a meeting starts from: the start of its first line. It travels in the meeting's first entry, so
 * nobody begins a document and two laptops never make two first lines.
 */
export function createSeed(): Bytes {
  const doc = new Y.Doc();
  doc.clientID = NOBODY;
  lettersOf(doc).insert(0, LINE_START);
  // Yjs encodes into a buffer of its own, which is an ordinary one.
  return Y.encodeStateAsUpdate(doc) as Bytes;
}

/** Puts the seed into an empty document. A seed that claims any voice's words is not applied. */
export function applySeed(doc: Y.Doc, seed: Bytes, origin: symbol): void {
  const read = readEdit(seed);
  if (read?.inserts.every((client) => client === NOBODY) === true && read.deletes.length === 0) {
    Y.applyUpdate(doc, seed, origin);
  }
}
