import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { appendWords } from "../../../../shared/meeting/append-words.ts";
import { plainText, readDocument } from "../../../../shared/meeting/document.ts";
import { applySeed, createSeed } from "../../../../shared/meeting/seed.ts";

const ORIGIN = Symbol("seed");

function seeded(): Y.Doc {
  const doc = new Y.Doc();
  applySeed(doc, createSeed(), ORIGIN);
  return doc;
}

const textOf = (doc: Y.Doc) => plainText(readDocument(doc, () => null));

describe("words that are written at the end of a document", () => {
  it("stand in its first paragraph where nothing is written yet", () => {
    const doc = seeded();
    appendWords(doc, "I want to sleep.");
    expect(textOf(doc)).toBe("I want to sleep.");
    expect(doc.get("root-v2", Y.XmlElement).length).toBe(1);
  });

  it("stand after what is there, each line as a paragraph, without blank ones", () => {
    const doc = seeded();
    appendWords(doc, "It started when the flat was broken into.");
    appendWords(doc, "  I’m not ill.\r\n\n I’m frightened. \n");
    expect(textOf(doc)).toBe("It started when the flat was broken into.\nI’m not ill.\nI’m frightened.");
  });

  it("change nothing where there are none", () => {
    const doc = seeded();
    let updates = 0;
    doc.on("update", () => (updates += 1));
    appendWords(doc, " \n ");
    expect(updates).toBe(0);
  });
});
