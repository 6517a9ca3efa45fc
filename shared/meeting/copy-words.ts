import * as Y from "yjs";
import type { Bytes } from "../crypto/bytes.ts";
import { applySeed, ROOT_NAME } from "./seed.ts";

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
 * Writes what stands in one document at the end of another: paragraphs, their look, and their text. Where the other ends in an
 * empty paragraph, as it does in the beginning, the first goes there. Whatever else stands there is passed over.
 */
export function copyWords(from: Y.Doc, to: Y.Doc): void {
  const root = to.get(ROOT_NAME, Y.XmlElement);
  to.transact(() => {
    const blocks = from.get(ROOT_NAME, Y.XmlElement).toArray();
    for (const [index, block] of blocks.entries()) {
      if (!(block instanceof Y.XmlElement)) continue;
      const last = index === 0 ? emptyAtEnd(root, block.nodeName) : null;
      if (last === null) root.insert(root.length, [copyOf(block, 0)]);
      else fill(last, last.length, block, 0);
    }
  });
}

const FROM_SEED: unique symbol = Symbol("from the seed");
/** How deep elements are followed. The editor never nests deeper; a crafted document might. */
const MAX_DEPTH = 8;

/** The block that a document ends in, if it is of this kind and there is nothing in it. */
function emptyAtEnd(root: Y.XmlElement, nodeName: string): Y.XmlElement | null {
  const last = root.length === 0 ? null : root.get(root.length - 1);
  return last instanceof Y.XmlElement && last.nodeName === nodeName && isEmpty(last) ? last : null;
}

/** Whether there is no text in a block. */
export function isEmpty(block: Y.XmlElement): boolean {
  return block.toArray().every((child) => child instanceof Y.XmlText && child.length === 0);
}

function copyOf(element: Y.XmlElement, depth: number): Y.XmlElement {
  const copy = new Y.XmlElement(element.nodeName);
  fill(copy, 0, element, depth);
  return copy;
}

function fill(copy: Y.XmlElement, at: number, element: Y.XmlElement, depth: number): void {
  for (const [name, value] of Object.entries(element.getAttributes())) {
    if (value !== undefined) copy.setAttribute(name, value);
  }
  const children = element.toArray().flatMap((child): readonly (Y.XmlElement | Y.XmlText)[] => {
    if (child instanceof Y.XmlText) return [textOf(child)];
    return child instanceof Y.XmlElement && depth < MAX_DEPTH ? [copyOf(child, depth + 1)] : [];
  });
  copy.insert(at, children);
}

function textOf(text: Y.XmlText): Y.XmlText {
  const copy = new Y.XmlText();
  // Yjs leaves open what a delta is made of; it is a list of objects, as it was there.
  copy.applyDelta(text.toDelta() as object[]);
  return copy;
}
