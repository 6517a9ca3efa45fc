import { expect, it } from "vitest";
import * as Y from "yjs";
import { lettersOf, LINE_START, NOBODY } from "../../../../shared/text/letters.ts";
import { readLines } from "../../../../shared/text/lines.ts";
import { applySeed, createSeed } from "../../../../shared/text/seed.ts";

const origin = Symbol("test");

it("begins every document with one empty line that is nobody's", () => {
  const doc = new Y.Doc();
  applySeed(doc, createSeed(), origin);
  expect(readLines(doc)).toEqual([{ start: { client: NOBODY, clock: 0 }, heading: false, pieces: [], span: 1 }]);
});

it("begins with the same line on two laptops, not with two", () => {
  const [here, there] = [new Y.Doc(), new Y.Doc()];
  for (const doc of [here, there]) applySeed(doc, createSeed(), origin);
  Y.applyUpdate(here, Y.encodeStateAsUpdate(there));
  expect(lettersOf(here).toJSON()).toBe(LINE_START);
  expect(createSeed()).toEqual(createSeed());
});

it("leaves out a seed that holds a voice's words, deletes something, or is none", () => {
  const words = new Y.Doc();
  words.clientID = NOBODY + 1;
  lettersOf(words).insert(0, "I am ill.");
  const deleting = new Y.Doc();
  deleting.clientID = NOBODY;
  lettersOf(deleting).insert(0, "ab");
  lettersOf(deleting).delete(0, 1);
  const seeds = [Y.encodeStateAsUpdate(words), Y.encodeStateAsUpdate(deleting), new Uint8Array([1, 2, 3])];
  for (const seed of [...seeds, new Uint8Array(0)]) {
    const doc = new Y.Doc();
    applySeed(doc, new Uint8Array(seed), origin);
    expect(readLines(doc)).toEqual([]);
  }
});
