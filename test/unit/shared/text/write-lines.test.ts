import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { LINE_END, marksOf } from "../../../../shared/text/letters.ts";
import { lineText, readLines } from "../../../../shared/text/lines.ts";
import { writeLines, writtenAs, type WrittenLine } from "../../../../shared/text/write-lines.ts";
import { emptyDoc, lettersShown, typeAtEnd } from "../../../cast/typing.ts";

const plain = (text: string, heading = false): WrittenLine => ({
  heading,
  runs: [{ text, bold: false, italic: false }],
});

/** Samira has typed this; then Layla has it read otherwise, with the caret where `|` stands. */
function rewritten(hers: string, wished: string) {
  const doc = emptyDoc(11);
  typeAtEnd(doc, hers);
  doc.clientID = 12;
  const at = wished.indexOf("|");
  const after = wished.replace("|", "").split(LINE_END);
  const taken = hers.length - (wished.length - 1);
  const hint = { before: { from: at + Math.max(taken, 0), to: at + Math.max(taken, 0) }, after: { from: at, to: at } };
  const before = readLines(doc);
  const inserting = { before: { from: at + taken, to: at + taken }, after: { from: at, to: at } };
  doc.transact(() =>
    writeLines(doc, {
      behind: null,
      before,
      after: after.map((one) => plain(one)),
      hint: taken < 0 ? inserting : hint,
    }),
  );
  return doc;
}

/** Whose the letters are, line by line: a run each. */
const whose = (doc: Y.Doc) => readLines(doc).map(({ pieces }) => pieces.map(({ client, text }) => `${client} ${text}`));

describe("lines that somebody has on their screen otherwise", () => {
  it("keep the writer of every letter when a line is broken in two, and when two are joined", () => {
    expect(whose(rewritten("I’m frightened. And you?", "I’m frightened.\n| And you?"))).toEqual([
      ["11 I’m frightened."],
      ["11  And you?"],
    ]);
    expect(whose(rewritten("I’m\n frightened.", "I’m| frightened."))).toEqual([["11 I’m", "11  frightened."]]);
  });

  it("have new the letters where the caret is, however like the ones beside it they are", () => {
    expect(whose(rewritten("aaaa", "aaa|aa"))).toEqual([["11 aa", "12 a", "11 aa"]]);
    expect(whose(rewritten("aaaa", "a|aa"))).toEqual([["11 a", "11 aa"]]);
  });

  it("change nothing where they read and look as before", () => {
    const doc = emptyDoc(11);
    typeAtEnd(doc, "one\ntwo 😴");
    let updates = 0;
    doc.on("update", () => (updates += 1));
    const before = readLines(doc);
    const steps = doc.transact(() =>
      writeLines(doc, { behind: null, before, after: before.map(writtenAs), hint: null }),
    );
    expect([steps, updates]).toEqual([[], 0]);
  });

  it("are written beside what others have written since they were shown", () => {
    const [doc, other] = [emptyDoc(12), emptyDoc(11)];
    typeAtEnd(other, "I want to sleep.");
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    const shown = readLines(doc);
    typeAtEnd(other, " And tea.");
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    doc.transact(() =>
      writeLines(doc, { behind: null, before: shown, after: [plain("She wants: I want to sleep.")], hint: null }),
    );
    expect(readLines(doc).map(lineText)).toEqual(["She wants: I want to sleep. And tea."]);
  });

  it("look as wished by as few marks as there are ways to look, and their ends say which is a heading", () => {
    const doc = emptyDoc(11);
    typeAtEnd(doc, "How we see it\nSamira wants to sleep.");
    const after: readonly WrittenLine[] = [
      plain("How we see it", true),
      {
        heading: false,
        runs: [
          { text: "Samira", bold: true, italic: false },
          { text: " wants to ", bold: false, italic: false },
          { text: "sleep.", bold: true, italic: true },
        ],
      },
    ];
    doc.transact(() => writeLines(doc, { behind: null, before: readLines(doc), after, hint: null }));
    expect(readLines(doc).map(writtenAs)).toEqual([
      { heading: true, runs: [{ text: "How we see it", bold: false, italic: false }] },
      after[1],
    ]);
    expect(marksOf(doc)).toHaveLength(3);
  });

  it("name only what was changed: lines around them may have been written by now", () => {
    const doc = emptyDoc(11);
    typeAtEnd(doc, "one\ntwo\nthree");
    const [first, second] = readLines(doc);
    if (first?.end === undefined || second === undefined) throw new Error("there are lines");
    const letters = lettersShown(doc).length;
    doc.transact(() =>
      writeLines(doc, { behind: first.end, before: [second], after: [plain("2"), plain("2½")], hint: null }),
    );
    expect(readLines(doc).map(lineText)).toEqual(["one", "2", "2½", "three"]);
    expect(lettersShown(doc)).toHaveLength(letters + 1);
  });
});
