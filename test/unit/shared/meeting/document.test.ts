import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { VoiceId } from "../../../../shared/feed/ids.ts";
import { isBlank, plainText, readDocument } from "../../../../shared/meeting/document.ts";
import { LINE_BREAK, lettersOf, marksOf } from "../../../../shared/text/letters.ts";
import { markLetters, removeLetters } from "../../../../shared/text/write.ts";
import { layla, samira, tomas } from "../../../cast/seven-voices.ts";
import { crossOut, emptyDoc, lettersThatRead, typeAt, typeAtEnd, typeHeading } from "../../../cast/typing.ts";

const writers = new Map([
  [11, samira.id],
  [12, layla.id],
  [13, tomas.id],
]);
const voiceOf = (clientId: number): VoiceId | null => writers.get(clientId) ?? null;

/** What one voice does to the document. */
function as(clientId: number, doc: Y.Doc, change: () => void): void {
  doc.clientID = clientId;
  doc.transact(change);
}

describe("the words of a document", () => {
  it("are each the voice's that wrote them, also inside another's", () => {
    const doc = emptyDoc();
    as(11, doc, () => typeAtEnd(doc, "I’m frightened."));
    as(12, doc, () => typeAt(doc, 0, 4, "so "));
    as(13, doc, () => typeAtEnd(doc, " Both stand."));
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
    const doc = emptyDoc();
    for (const letter of "sleep 😴 well") as(11, doc, () => typeAtEnd(doc, letter));
    expect(readDocument(doc, voiceOf)[0]?.runs).toEqual([{ voice: samira.id, text: "sleep 😴 well" }]);
  });

  it("are gone when their voice deleted them or anyone crossed them out", () => {
    const doc = emptyDoc();
    as(11, doc, () => typeAtEnd(doc, "Dad left us"));
    as(12, doc, () => crossOut(doc, "Dad "));
    as(11, doc, () => crossOut(doc, " us"));
    expect(plainText(readDocument(doc, voiceOf))).toBe("left");
  });

  it("are nobody's where their client id belongs to no feed", () => {
    const doc = emptyDoc();
    as(99, doc, () => typeAtEnd(doc, "who said this?"));
    expect(readDocument(doc, voiceOf)[0]?.runs).toEqual([{ voice: null, text: "who said this?" }]);
  });

  it("keep what is bold and what is italic, whoever made it so", () => {
    const doc = emptyDoc();
    as(11, doc, () => typeAtEnd(doc, "without me"));
    as(12, doc, () => markLetters(doc, "italic", true, lettersThatRead(doc, "without")));
    as(11, doc, () => markLetters(doc, "bold", true, lettersThatRead(doc, "out")));
    expect(readDocument(doc, voiceOf)[0]?.runs).toEqual([
      { voice: samira.id, text: "with", italic: true },
      { voice: samira.id, text: "out", bold: true, italic: true },
      { voice: samira.id, text: " me" },
    ]);
  });

  it("keep headings, lines and line breaks", () => {
    const doc = emptyDoc();
    as(11, doc, () => typeAtEnd(doc, `one${LINE_BREAK}two`));
    as(12, doc, () => typeHeading(doc, "How we see it"));
    const paragraphs = readDocument(doc, voiceOf);
    expect(paragraphs.map(({ style }) => style)).toEqual(["heading", "paragraph"]);
    expect(plainText(paragraphs)).toBe("How we see it\none\ntwo");
  });

  it("stay their voice's when another breaks their line or joins it to the next", () => {
    const doc = emptyDoc();
    as(11, doc, () => typeAtEnd(doc, "I’m frightened. I want to sleep."));
    const breaks = typeAt(doc, 0, "I’m frightened.".length, "\n");
    const hers = (text: string) => ({ style: "paragraph", runs: [{ voice: samira.id, text }] });
    expect(readDocument(doc, voiceOf)).toEqual([hers("I’m frightened."), hers(" I want to sleep.")]);
    as(12, doc, () => removeLetters(doc, breaks));
    expect(readDocument(doc, voiceOf)).toEqual([hers("I’m frightened. I want to sleep.")]);
  });

  it("are none where there is only space", () => {
    const doc = emptyDoc();
    expect(isBlank(readDocument(doc, voiceOf))).toBe(true);
    as(11, doc, () => typeAtEnd(doc, " \n "));
    expect(isBlank(readDocument(doc, voiceOf))).toBe(true);
    as(11, doc, () => typeAtEnd(doc, "."));
    expect(isBlank(readDocument(doc, voiceOf))).toBe(false);
  });
});

describe("a document that no editor made", () => {
  it.each<[string, (doc: Y.Doc) => void]>([
    ["a text within the text", (doc) => lettersOf(doc).insertEmbed(1, new Y.Text("evil"))],
    ["things that are no letters", (doc) => lettersOf(doc).insertEmbed(1, { image: "http://example.org/pixel.png" })],
    ["a string in place of a wide letter", (doc) => lettersOf(doc).insertEmbed(1, ["evil"])],
    ["styles of its own", (doc) => lettersOf(doc).insert(1, "y", { bold: true, p: null })],
    ["marks that are none", (doc) => marksOf(doc).push([null, "evil", ["evil", true, 1, 1, 1], ["bold", true, -1]])],
    [
      "other roots beside the two",
      (doc) => {
        doc.getText("evil").insert(0, "evil");
        doc.getMap("root").set("document", new Y.Doc());
      },
    ],
  ])("may hold %s, and is read all the same", (_what, craft) => {
    const doc = emptyDoc();
    as(11, doc, () => {
      craft(doc);
    });
    as(12, doc, () => typeAtEnd(doc, "real words"));
    const read = readDocument(doc, voiceOf);
    expect(read.at(-1)?.runs).toContainEqual({ voice: layla.id, text: "real words" });
    expect(plainText(read)).not.toMatch(/evil|http/);
  });

  it("is read whatever stands before the start of its first line", () => {
    const doc = emptyDoc();
    as(11, doc, () => typeAtEnd(doc, "real words"));
    as(12, doc, () => lettersOf(doc).insert(0, "before the start"));
    expect(plainText(readDocument(doc, voiceOf))).toBe("real words");
  });
});
