import * as Y from "yjs";
import { plainText, readDocument } from "../../../shared/meeting/document.ts";
import { applySeed, createSeed, ROOT_NAME } from "../../../shared/text/seed.ts";
import type { Patch } from "./editing-trace.ts";

const FROM_SEED = Symbol("seed");

/** A document as the program's begin: with one empty paragraph. */
export function seededDoc(seed = createSeed()): Y.Doc {
  const doc = new Y.Doc();
  applySeed(doc, seed, FROM_SEED);
  return doc;
}

/** Puts a text of its own into a document's first paragraph, where patches can be typed into it. */
export function textIn(doc: Y.Doc): Y.XmlText {
  const known = paragraphOf(doc).get(0);
  if (known instanceof Y.XmlText) return known;
  const text = new Y.XmlText();
  paragraphOf(doc).insert(0, [text]);
  return text;
}

/** Types one patch, as one change. */
export function typePatch(text: Y.XmlText, [position, taken, put]: Patch): void {
  text.doc?.transact(() => {
    if (taken > 0) text.delete(position, taken);
    if (put !== "") text.insert(position, put);
  });
}

/** Everything that a document says. */
export function wordsIn(doc: Y.Doc): string {
  return plainText(readDocument(doc, () => null));
}

/** Whether one document has everything that was put into the other. */
export function hasCaughtUp(doc: Y.Doc, other: Y.Doc): boolean {
  return [...other.store.clients.keys()].every(
    (client) => Y.getState(doc.store, client) >= Y.getState(other.store, client),
  );
}

function paragraphOf(doc: Y.Doc): Y.XmlElement {
  const paragraph = doc.get(ROOT_NAME, Y.XmlElement).get(0);
  if (!(paragraph instanceof Y.XmlElement)) throw new Error("a seed is one paragraph");
  return paragraph;
}
