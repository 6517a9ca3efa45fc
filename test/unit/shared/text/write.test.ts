import { describe, expect, it } from "vitest";
import type * as Y from "yjs";
import { readEdit } from "../../../../shared/text/edit.ts";
import { lettersOf, marksOf, NOBODY } from "../../../../shared/text/letters.ts";
import { lineText, readLines } from "../../../../shared/text/lines.ts";
import { insertLetters, markLetters, removeLetters, removeMark } from "../../../../shared/text/write.ts";
import { emptyDoc, lettersShown, lettersThatRead, typeAtEnd } from "../../../cast/typing.ts";

const textOf = (doc: Y.Doc) => readLines(doc).map(lineText).join("\n");

/** What one voice does in a document, and the bytes that come of it. */
function as(clientId: number, doc: Y.Doc, act: () => void): ReturnType<typeof readEdit> {
  doc.clientID = clientId;
  let made = new Uint8Array();
  doc.once("update", (update: Uint8Array) => {
    made = new Uint8Array(update);
  });
  doc.transact(act);
  return readEdit(made);
}

describe("letters", () => {
  it("are inserted behind a letter, under the document's own client id, wide ones as one each", () => {
    const doc = emptyDoc(11);
    typeAtEnd(doc, "I’m");
    doc.clientID = 12;
    const inserted = doc.transact(() => insertLetters(doc, { client: 11, clock: 0 }, " 😔so"));
    expect(inserted).toEqual([{ client: 12, clock: 0, length: 4 }]);
    expect(textOf(doc)).toBe("I 😔so’m");
  });

  it("are inserted where a letter stood that is gone", () => {
    const doc = emptyDoc(11);
    typeAtEnd(doc, "abc");
    doc.transact(() => removeLetters(doc, lettersThatRead(doc, "b")));
    doc.transact(() => insertLetters(doc, { client: 11, clock: 1 }, "x"));
    expect(textOf(doc)).toBe("axc");
  });

  it("are deleted where they are one's own, and crossed out where they are another's", () => {
    const doc = emptyDoc(11);
    typeAtEnd(doc, "Dad ");
    as(12, doc, () => insertLetters(doc, { client: 11, clock: 3 }, "left us"));
    const edit = as(12, doc, () =>
      removeLetters(doc, [...lettersThatRead(doc, "Dad "), ...lettersThatRead(doc, " us")]),
    );
    expect([edit?.deletes, edit?.inserts]).toEqual([[12], [12]]);
    expect([textOf(doc), lettersOf(doc).toJSON()]).toEqual(["left", "\nDad left"]);
  });

  it("stay where they are the first line's start, and where they are gone already", () => {
    const doc = emptyDoc(11);
    typeAtEnd(doc, "ab");
    doc.transact(() => removeLetters(doc, lettersThatRead(doc, "b")));
    const again = doc.transact(() =>
      removeLetters(doc, [
        { client: NOBODY, clock: 0, length: 1 },
        { client: 11, clock: 1, length: 1 },
      ]),
    );
    expect([textOf(doc), again]).toEqual(["a", []]);
  });

  it("are remembered as they stood when they are deleted", () => {
    const doc = emptyDoc(11);
    typeAtEnd(doc, "ab😴");
    doc.transact(() => markLetters(doc, "bold", true, lettersThatRead(doc, "b")));
    const [step] = doc.transact(() => removeLetters(doc, lettersShown(doc).slice(1, 4)));
    const said = step?.did === "deleted" ? step.letters.map(({ text, standing }) => [text, standing.bold]) : [];
    expect(said).toEqual([
      ["a", false],
      ["b", true],
      ["😴", false],
    ]);
  });
});

describe("a mark", () => {
  it("is removed by whoever made it, once", () => {
    const doc = emptyDoc(11);
    typeAtEnd(doc, "sleep");
    const step = doc.transact(() => markLetters(doc, "bold", true, lettersThatRead(doc, "sleep")));
    const id = step.did === "marked" ? step.id : { client: 0, clock: 0 };
    expect(doc.transact(() => removeMark(doc, id))).toBe(true);
    expect(doc.transact(() => removeMark(doc, id))).toBe(false);
    expect(marksOf(doc)).toHaveLength(0);
  });

  it("of another's stays", () => {
    const doc = emptyDoc(11);
    typeAtEnd(doc, "sleep");
    const step = doc.transact(() => markLetters(doc, "crossed-out", true, lettersThatRead(doc, "ee")));
    doc.clientID = 12;
    const id = step.did === "marked" ? step.id : { client: 0, clock: 0 };
    expect(doc.transact(() => removeMark(doc, id))).toBe(false);
    expect(textOf(doc)).toBe("slp");
  });
});
