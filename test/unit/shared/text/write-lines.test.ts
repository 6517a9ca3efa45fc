import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { LINE_START, marksOf } from "../../../../shared/text/letters.ts";
import { lineText, readLines, readsAlike } from "../../../../shared/text/lines.ts";
import { writeLines, writtenAs, type WrittenLine } from "../../../../shared/text/write-lines.ts";
import { emptyDoc, lettersShown, typeAtEnd, typeHeading } from "../../../cast/typing.ts";

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
  const after = wished.replace("|", "").split(LINE_START);
  const taken = hers.length - (wished.length - 1);
  const hint = { before: { from: at + Math.max(taken, 0), to: at + Math.max(taken, 0) }, after: { from: at, to: at } };
  const before = readLines(doc);
  const inserting = { before: { from: at + taken, to: at + taken }, after: { from: at, to: at } };
  doc.transact(() =>
    writeLines(doc, {
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
    const { steps, lines } = doc.transact(() => writeLines(doc, { before, after: before.map(writtenAs), hint: null }));
    expect([steps, updates]).toEqual([[], 0]);
    expect(lines.every((line, index) => readsAlike(line, before[index] ?? line))).toBe(true);
  });

  it("are written beside what others have written since they were shown", () => {
    const [doc, other] = [emptyDoc(12), emptyDoc(11)];
    typeAtEnd(other, "I want to sleep.");
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    const shown = readLines(doc);
    typeAtEnd(other, " And tea.");
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    doc.transact(() => writeLines(doc, { before: shown, after: [plain("She wants: I want to sleep.")], hint: null }));
    expect(readLines(doc).map(lineText)).toEqual(["She wants: I want to sleep. And tea."]);
  });

  it("look as wished by as few marks as there are ways to look, and their starts say which is a heading", () => {
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
    doc.transact(() => writeLines(doc, { before: readLines(doc), after, hint: null }));
    expect(readLines(doc).map(writtenAs)).toEqual([
      { heading: true, runs: [{ text: "How we see it", bold: false, italic: false }] },
      after[1],
    ]);
    expect(marksOf(doc)).toHaveLength(3);
  });

  it("name only what was changed: lines around them may have been written by now", () => {
    const doc = emptyDoc(11);
    typeAtEnd(doc, "one\ntwo\nthree");
    const [, second] = readLines(doc);
    if (second === undefined) throw new Error("there are lines");
    const letters = lettersShown(doc).length;
    doc.transact(() => writeLines(doc, { before: [second], after: [plain("2"), plain("2½")], hint: null }));
    expect(readLines(doc).map(lineText)).toEqual(["one", "2", "2½", "three"]);
    expect(lettersShown(doc)).toHaveLength(letters + 1);
  });

  it("keep each one's new line a paragraph when several press Enter at a heading's end at once", () => {
    const doc = emptyDoc(11);
    typeHeading(doc, "How we see it");
    typeAtEnd(doc, "Samira wants to sleep.");
    const people = [12, 13, 14, 15].map((client) => {
      const own = emptyDoc(client);
      Y.applyUpdate(own, Y.encodeStateAsUpdate(doc));
      own.clientID = client;
      return own;
    });
    for (const own of people) {
      const before = readLines(own).slice(0, 1);
      const after = [...before.map(writtenAs), plain(`This is ${String(own.clientID)}.`)];
      own.transact(() => writeLines(own, { before, after, hint: null }));
    }
    for (const to of people) for (const from of people) Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
    for (const own of people) {
      expect(readLines(own).map((line) => [lineText(line), line.heading])).toEqual([
        ["How we see it", true],
        ...[12, 13, 14, 15].map((client) => [`This is ${String(client)}.`, false]),
        ["Samira wants to sleep.", false],
      ]);
    }
  });
});
