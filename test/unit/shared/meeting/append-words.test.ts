import { describe, expect, it } from "vitest";
import type * as Y from "yjs";
import { appendWords } from "../../../../shared/meeting/append-words.ts";
import { plainText, readDocument } from "../../../../shared/meeting/document.ts";
import { readLines } from "../../../../shared/text/lines.ts";
import { emptyDoc } from "../../../cast/typing.ts";

const textOf = (doc: Y.Doc) => plainText(readDocument(doc, () => null));

describe("words that are written at the end of a document", () => {
  it("stand in its first line where nothing is written yet", () => {
    const doc = emptyDoc();
    appendWords(doc, "I want to sleep.");
    expect(textOf(doc)).toBe("I want to sleep.");
    expect(readLines(doc)).toHaveLength(1);
  });

  it("stand after what is there, each line as one of its own, without blank ones", () => {
    const doc = emptyDoc();
    appendWords(doc, "It started when the flat was broken into.");
    appendWords(doc, "  I’m not ill.\r\n\n I’m frightened. \n");
    expect(textOf(doc)).toBe("It started when the flat was broken into.\nI’m not ill.\nI’m frightened.");
  });

  it("change nothing where there are none", () => {
    const doc = emptyDoc();
    let updates = 0;
    doc.on("update", () => (updates += 1));
    appendWords(doc, " \n ");
    expect(updates).toBe(0);
  });
});
