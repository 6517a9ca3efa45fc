import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { VoiceId } from "../../../../shared/feed/ids.ts";
import { isBlank, plainText, readDocument } from "../../../../shared/meeting/document.ts";
import { applySeed, createSeed, ROOT_NAME } from "../../../../shared/meeting/seed.ts";
import { layla, samira, tomas } from "../../../cast/seven-voices.ts";

const writers = new Map([
  [11, samira.id],
  [12, layla.id],
  [13, tomas.id],
]);
const voiceOf = (clientId: number): VoiceId | null => writers.get(clientId) ?? null;

function newDoc(): Y.Doc {
  const doc = new Y.Doc();
  applySeed(doc, createSeed(), Symbol("seed"));
  return doc;
}

function paragraphOf(doc: Y.Doc, index = 0): Y.XmlElement {
  return doc.get(ROOT_NAME, Y.XmlElement).get(index) as Y.XmlElement; // the seed's paragraph, or one put there by the test
}

function textIn(paragraph: Y.XmlElement): Y.XmlText {
  const text = new Y.XmlText();
  paragraph.insert(paragraph.length, [text]);
  return text;
}

/** What one voice does to the document. */
function as(clientId: number, doc: Y.Doc, change: () => void): void {
  doc.clientID = clientId;
  doc.transact(change);
}

describe("the words of a document", () => {
  it("are each the voice's that wrote them, also inside another's", () => {
    const doc = newDoc();
    let text = new Y.XmlText();
    as(11, doc, () => {
      text = textIn(paragraphOf(doc));
      text.insert(0, "I’m frightened.");
    });
    as(12, doc, () => text.insert(4, "so "));
    as(13, doc, () => text.insert(text.length, " Both stand."));
    expect(readDocument(doc, voiceOf)).toEqual([
      {
        style: "paragraph",
        runs: [
          { voice: samira.id, text: "I’m " },
          { voice: layla.id, text: "so " },
          { voice: samira.id, text: "frightened." },
          { voice: tomas.id, text: " Both stand." },
        ],
      },
    ]);
  });

  it("are read as one run where one voice went on, however many keys it took", () => {
    const doc = newDoc();
    const text = textIn(paragraphOf(doc));
    for (const letter of "sleep") as(11, doc, () => text.insert(text.length, letter));
    expect(readDocument(doc, voiceOf)[0]?.runs).toEqual([{ voice: samira.id, text: "sleep" }]);
  });

  it("are gone when they were deleted, whoever did", () => {
    const doc = newDoc();
    const text = textIn(paragraphOf(doc));
    as(11, doc, () => text.insert(0, "Dad left"));
    as(12, doc, () => text.delete(0, 4));
    expect(plainText(readDocument(doc, voiceOf))).toBe("left");
  });

  it("are nobody's where their client id belongs to no feed", () => {
    const doc = newDoc();
    as(99, doc, () => textIn(paragraphOf(doc)).insert(0, "who said this?"));
    expect(readDocument(doc, voiceOf)[0]?.runs).toEqual([{ voice: null, text: "who said this?" }]);
  });

  it("keep what is bold and what is italic", () => {
    const doc = newDoc();
    as(11, doc, () => {
      const text = textIn(paragraphOf(doc));
      text.insert(0, "with", { p: { __format: 2 } });
      text.insert(4, "out", { p: { __format: 3 } });
      text.insert(7, " me", { p: { __format: 0 } });
    });
    expect(readDocument(doc, voiceOf)[0]?.runs).toEqual([
      { voice: samira.id, text: "with", italic: true },
      { voice: samira.id, text: "out", bold: true, italic: true },
      { voice: samira.id, text: " me" },
    ]);
  });

  it("keep headings, paragraphs and line breaks", () => {
    const doc = newDoc();
    as(11, doc, () => {
      const heading = new Y.XmlElement("heading");
      doc.get(ROOT_NAME, Y.XmlElement).insert(0, [heading]);
      textIn(heading).insert(0, "How we see it");
      const paragraph = paragraphOf(doc, 1);
      textIn(paragraph).insert(0, "one");
      paragraph.insert(1, [new Y.XmlElement("linebreak")]);
      textIn(paragraph).insert(0, "two");
    });
    const paragraphs = readDocument(doc, voiceOf);
    expect(paragraphs.map(({ style }) => style)).toEqual(["heading", "paragraph"]);
    expect(plainText(paragraphs)).toBe("How we see it\none\ntwo");
  });

  it("are none where there is only space", () => {
    const doc = newDoc();
    expect(isBlank(readDocument(doc, voiceOf))).toBe(true);
    as(11, doc, () => textIn(paragraphOf(doc)).insert(0, " \n "));
    expect(isBlank(readDocument(doc, voiceOf))).toBe(true);
    as(11, doc, () => textIn(paragraphOf(doc)).insert(0, "."));
    expect(isBlank(readDocument(doc, voiceOf))).toBe(false);
  });
});

describe("a document that no editor made", () => {
  // An update may hold a hook where Yjs' types expect an element: what is cast here comes over the wire as it is.
  it.each<[string, (doc: Y.Doc, root: Y.XmlElement) => void]>([
    ["text without a paragraph", (_doc, root) => root.insert(0, [new Y.XmlText("loose")])],
    ["a hook", (_doc, root) => root.insert(0, [new Y.XmlHook("script") as unknown as Y.XmlElement])],
    ["an unknown kind of block", (_doc, root) => root.insert(0, [new Y.XmlElement("iframe")])],
    [
      "things in a text that are no letters",
      (_doc, root) => {
        const paragraph = new Y.XmlElement("paragraph");
        root.insert(0, [paragraph]);
        const text = textIn(paragraph);
        text.insertEmbed(0, { image: "http://example.org/pixel.png" });
        text.insertEmbed(0, new Y.Map());
        text.insert(0, "x", { p: "bold", q: { __format: "1" } });
        text.insert(0, "y", { p: { __format: "3" } });
        text.insert(0, "z", { p: null });
      },
    ],
    [
      "other roots beside the one",
      (doc) => {
        doc.getText("evil").insert(0, "evil");
        doc.getMap("root").set("document", new Y.Doc());
      },
    ],
  ])("may hold %s, and is read all the same", (_what, craft) => {
    const doc = newDoc();
    as(11, doc, () => {
      craft(doc, doc.get(ROOT_NAME, Y.XmlElement));
    });
    as(12, doc, () => textIn(paragraphOf(doc, doc.get(ROOT_NAME, Y.XmlElement).length - 1)).insert(0, "real words"));
    const read = readDocument(doc, voiceOf);
    expect(read.at(-1)?.runs).toContainEqual({ voice: layla.id, text: "real words" });
    expect(plainText(read)).not.toMatch(/evil|http/);
  });

  it("may be nested deeper than anyone reads", () => {
    const doc = newDoc();
    as(11, doc, () => {
      let inner = paragraphOf(doc);
      for (let depth = 0; depth < 5000; depth += 1) {
        const next = new Y.XmlElement("paragraph");
        inner.insert(0, [next]);
        inner = next;
      }
      textIn(inner).insert(0, "down here");
      textIn(paragraphOf(doc)).insert(0, "up here");
    });
    expect(plainText(readDocument(doc, voiceOf))).toBe("up here");
  });
});
