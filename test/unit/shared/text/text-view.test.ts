import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { lettersOf } from "../../../../shared/text/letters.ts";
import { lineText, readLines } from "../../../../shared/text/lines.ts";
import { TextView } from "../../../../shared/text/text-view.ts";
import { markLetters } from "../../../../shared/text/write.ts";
import { crossOut, emptyDoc, lettersThatRead, typeAt, typeAtEnd } from "../../../cast/typing.ts";

function viewOf(words: string): { readonly doc: Y.Doc; readonly view: TextView } {
  const doc = emptyDoc(11);
  typeAtEnd(doc, words);
  return { doc, view: new TextView(doc) };
}

describe("a text that is looked at while it changes", () => {
  it("keeps every line that reads as before the same", () => {
    const { doc, view } = viewOf("one\ntwo\nthree");
    view.subscribe(() => undefined);
    const before = view.lines;
    typeAt(doc, 1, 3, "!");
    expect(view.lines.map(lineText)).toEqual(["one", "two!", "three"]);
    expect([view.lines[0] === before[0], view.lines[2] === before[2]]).toEqual([true, true]);
  });

  it("shows what is in the document after each change: letters, lines, marks, and what others write", () => {
    const { doc, view } = viewOf("one\ntwo\nthree");
    view.subscribe(() => undefined);
    const other = emptyDoc(12);
    const changes: readonly (() => void)[] = [
      () => typeAt(doc, 0, 0, "so\n"),
      () => crossOut(doc, "two"),
      () => doc.transact(() => lettersOf(doc).delete(1, 4)),
      () => doc.transact(() => markLetters(doc, "bold", true, lettersThatRead(doc, "three"))),
      () => {
        Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
        crossOut(other, "hre");
        typeAtEnd(other, "\n😴 four");
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
      },
    ];
    for (const change of changes) {
      change();
      expect(view.lines).toEqual(readLines(doc));
    }
  });

  it("is the same list of lines until something changes, also where nobody listens", () => {
    const { doc, view } = viewOf("one");
    const { lines } = view;
    expect(view.lines).toBe(lines);
    doc.getMap("elsewhere").set("a", 1);
    expect(view.lines).toBe(lines);
    typeAtEnd(doc, "!");
    expect(view.lines.map(lineText)).toEqual(["one!"]);
  });

  it("tells of each change, with where it comes from, until nobody wants to know", () => {
    const { doc, view } = viewOf("one");
    const told: unknown[] = [];
    const leave = view.subscribe((origin) => told.push(origin));
    doc.transact(() => lettersOf(doc).insert(1, "x"), "here");
    doc.transact(() => undefined, "nothing");
    leave();
    typeAtEnd(doc, "!");
    expect(told).toEqual(["here"]);
    view.close();
    typeAtEnd(doc, "?");
    expect(told).toEqual(["here"]);
  });
});
