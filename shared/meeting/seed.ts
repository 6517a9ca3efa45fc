import * as Y from "yjs";
import type { Bytes } from "../crypto/bytes.ts";
import { clientsOf } from "./edits.ts";

/** The client id under which a document's seed stands. It belongs to no feed. */
export const SEED_CLIENT_ID = 0;
/** The root that the editor's Yjs binding uses. */
export const ROOT_NAME = "root-v2";

/**
 * The update every document of a meeting starts from: one empty paragraph. It travels in the meeting's first entry, so
 * nobody bootstraps a document and two laptops never make two first paragraphs.
 */
export function createSeed(): Bytes {
  const doc = new Y.Doc();
  doc.clientID = SEED_CLIENT_ID;
  const root = doc.get(ROOT_NAME, Y.XmlElement);
  root.insert(0, [new Y.XmlElement("paragraph")]);
  // Yjs encodes into a buffer of its own, which is an ordinary one.
  return Y.encodeStateAsUpdate(doc) as Bytes;
}

/** Puts the seed into an empty document. A seed that claims any voice's words is not applied. */
export function applySeed(doc: Y.Doc, seed: Bytes, origin: symbol): void {
  if (clientsOf(seed)?.every((client) => client === SEED_CLIENT_ID) === true) Y.applyUpdate(doc, seed, origin);
}
