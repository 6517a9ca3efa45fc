import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { readEdit } from "../../../../shared/text/edit.ts";
import { History } from "../../../../shared/text/history.ts";
import { LINE_START } from "../../../../shared/text/letters.ts";
import { lineText, readLines } from "../../../../shared/text/lines.ts";
import { positionAt } from "../../../../shared/text/position.ts";
import { insertLetters, markLetters, removeLetters } from "../../../../shared/text/write.ts";
import { emptyDoc, lettersShown, lettersThatRead } from "../../../cast/typing.ts";

/** Somebody who types, and may take it back. */
class Writer {
  readonly doc: Y.Doc;
  readonly history: History;
  #nowMs = 0;

  constructor(clientId: number) {
    this.doc = emptyDoc(clientId);
    this.history = new History(this.doc);
  }

  get text(): string {
    return readLines(this.doc).map(lineText).join(LINE_START);
  }

  type(words: string, at = this.text.length, pauseMs = 1000): void {
    this.#nowMs += pauseMs;
    const place = positionAt(readLines(this.doc), { line: 0, at });
    this.doc.transact(() => {
      this.history.record([{ did: "inserted", letters: insertLetters(this.doc, place, words) }], this.#nowMs);
    });
  }

  takeOut(words: string): void {
    this.#nowMs += 1000;
    const letters = lettersThatRead(this.doc, words);
    this.doc.transact(() => {
      this.history.record(removeLetters(this.doc, letters), this.#nowMs);
    });
  }

  hear(other: Writer): void {
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(other.doc));
    this.doc.clientID = this.doc.clientID;
  }

  undo(): ReturnType<History["undo"]> {
    return this.doc.transact(() => this.history.undo());
  }

  redo(): ReturnType<History["redo"]> {
    return this.doc.transact(() => this.history.redo());
  }
}

describe("taking back", () => {
  it("takes back what was typed, act by act, and does it again", () => {
    const writer = new Writer(11);
    for (const words of ["I want", " to sleep", " 😴"]) writer.type(words);
    const texts = [1, 2, 3].map(() => (writer.undo(), writer.text));
    expect(texts).toEqual(["I want to sleep", "I want", ""]);
    expect([writer.history.canUndo, writer.undo()]).toEqual([false, undefined]);
    const again = [1, 2, 3].map(() => (writer.redo(), writer.text));
    expect(again).toEqual(["I want", "I want to sleep", "I want to sleep 😴"]);
    expect([writer.history.canRedo, writer.redo()]).toEqual([false, undefined]);
  });

  it("takes keys that follow each other closely for one act", () => {
    const writer = new Writer(11);
    for (const key of "sleep") writer.type(key, undefined, 100);
    writer.history.close();
    writer.type("!", undefined, 100);
    writer.undo();
    expect(writer.text).toBe("sleep");
    writer.undo();
    expect(writer.text).toBe("");
  });

  it("brings back what was deleted in its order, looking as it did, as letters of its writer", () => {
    const writer = new Writer(11);
    writer.type("a😀😭b🇫🇮c");
    writer.doc.transact(() => markLetters(writer.doc, "bold", true, lettersThatRead(writer.doc, "😭b")));
    writer.takeOut("😀😭b🇫🇮");
    const place = writer.undo();
    expect(writer.text).toBe("a😀😭b🇫🇮c");
    const [line] = readLines(writer.doc);
    expect(line?.pieces.filter(({ bold }) => bold).map(({ text }) => text)).toEqual(["😭", "b"]);
    expect(line?.pieces.every(({ client }) => client === 11)).toBe(true);
    expect(place).toEqual(lettersIdOf(writer.doc, "🇮"));
    writer.redo();
    expect(writer.text).toBe("ac");
    writer.undo();
    expect(writer.text).toBe("a😀😭b🇫🇮c");
  });

  it("takes back one's own acts, and nothing that another has written since", () => {
    const [samira, layla] = [new Writer(11), new Writer(12)];
    samira.type("I sleep");
    layla.hear(samira);
    layla.type(" want to", 1);
    samira.hear(layla);
    let bytes = new Uint8Array();
    samira.doc.once("update", (update: Uint8Array) => {
      bytes = new Uint8Array(update);
    });
    samira.undo();
    expect(samira.text).toBe(" want to");
    expect(readEdit(bytes)).toMatchObject({ deletes: [11] });
  });

  it("has letters of another's as they were when it was crossed out: the same letters", () => {
    const [samira, layla] = [new Writer(11), new Writer(12)];
    samira.type("Dad left us");
    layla.hear(samira);
    const before = lettersShown(layla.doc);
    layla.takeOut("Dad ");
    expect(layla.text).toBe("left us");
    layla.undo();
    expect(lettersShown(layla.doc)).toEqual(before);
    layla.redo();
    expect(layla.text).toBe("left us");
  });

  it("forgets what was undone when something else is done", () => {
    const writer = new Writer(11);
    writer.type("one");
    writer.undo();
    writer.type("two");
    expect([writer.history.canRedo, writer.redo(), writer.text]).toEqual([false, undefined, "two"]);
  });
});

function lettersIdOf(doc: Y.Doc, letter: string): { readonly client: number; readonly clock: number } {
  const [first] = lettersThatRead(doc, letter);
  return { client: first?.client ?? -1, clock: first?.clock ?? -1 };
}
