import { expect, it } from "vitest";
import * as Y from "yjs";
import { readDocument } from "../../../../shared/meeting/document.ts";
import { applySeed, createSeed, ROOT_NAME, SEED_CLIENT_ID } from "../../../../shared/meeting/seed.ts";

const origin = Symbol("test");

it("every document begins with one empty paragraph that is nobody's", () => {
  const doc = new Y.Doc();
  applySeed(doc, createSeed(), origin);
  expect(readDocument(doc, () => null)).toEqual([{ style: "paragraph", runs: [] }]);
});

it("two laptops begin with the same paragraph, not with two", () => {
  const [here, there] = [new Y.Doc(), new Y.Doc()];
  for (const doc of [here, there]) applySeed(doc, createSeed(), origin);
  Y.applyUpdate(here, Y.encodeStateAsUpdate(there));
  expect(here.get(ROOT_NAME, Y.XmlElement).length).toBe(1);
  expect(createSeed()).toEqual(createSeed());
});

it("a seed that holds a voice's words, or is none, is left out", () => {
  const words = new Y.Doc();
  words.clientID = SEED_CLIENT_ID + 1;
  words.get(ROOT_NAME, Y.XmlElement).insert(0, [new Y.XmlElement("paragraph")]);
  for (const seed of [Y.encodeStateAsUpdate(words), new Uint8Array([1, 2, 3]), new Uint8Array(0)]) {
    const doc = new Y.Doc();
    applySeed(doc, new Uint8Array(seed), origin);
    expect(readDocument(doc, () => null)).toEqual([]);
  }
});
