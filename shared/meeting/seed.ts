import * as Y from "yjs";
import type { Bytes } from "../crypto/bytes.ts";
import { checkEdit } from "./edits.ts";

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

/** A new document holding the seed and nothing else. A seed that claims any voice's words is not applied. */
export function createDocument(seed: Bytes): Y.Doc {
  const doc = new Y.Doc();
  if (checkEdit(seed, SEED_CLIENT_ID, new Set()).ok) Y.applyUpdate(doc, seed, SEED_ORIGIN);
  return doc;
}

/** The transaction origin of everything that did not come from this screen, so that undo never touches it. */
export const SEED_ORIGIN: unique symbol = Symbol("seed");
