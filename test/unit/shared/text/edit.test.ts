import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { readEdit } from "../../../../shared/text/edit.ts";
import { lettersOf, marksOf } from "../../../../shared/text/letters.ts";
import { crossOut, emptyDoc, typeAtEnd } from "../../../cast/typing.ts";

/** What a change to a document makes, as bytes. */
function edit(clientId: number, change: (doc: Y.Doc) => void, doc = emptyDoc()): Uint8Array<ArrayBuffer> {
  doc.clientID = clientId;
  const updates: Uint8Array[] = [];
  const keep = (update: Uint8Array): number => updates.push(update);
  doc.on("update", keep);
  doc.transact(() => {
    change(doc);
  });
  doc.off("update", keep);
  return new Uint8Array(Y.mergeUpdates(updates));
}

describe("an edit, from its bytes alone", () => {
  it("says under whose client id it inserts and deletes", () => {
    const doc = emptyDoc();
    const typed = readEdit(edit(11, (one) => typeAtEnd(one, "I’m 😔"), doc));
    expect([new Set(typed?.inserts), typed?.deletes]).toEqual([new Set([11]), []]);
    const crossed = readEdit(edit(12, (one) => crossOut(one, "I’m"), doc));
    expect([new Set(crossed?.inserts), crossed?.deletes]).toEqual([new Set([12]), []]);
    const deleted = readEdit(edit(12, (one) => lettersOf(one).delete(1, 2), doc));
    expect(deleted).toEqual({ inserts: [], deletes: [11] });
  });

  it.each<[string, (doc: Y.Doc) => void]>([
    ["a style", (doc) => lettersOf(doc).insert(0, "x", { bold: true })],
    ["a text in the text", (doc) => lettersOf(doc).insertEmbed(0, new Y.Text("x"))],
    ["a list in the marks", (doc) => marksOf(doc).push([new Y.Array()])],
    ["bytes among the marks", (doc) => marksOf(doc).push([new Uint8Array(3)])],
    ["a document in a document", (doc) => marksOf(doc).push([new Y.Doc()])],
    ["a key of the text", (doc) => lettersOf(doc).setAttribute("a", "b")],
    ["a map beside the text", (doc) => doc.getMap("a").set("b", 1)],
  ])("is refused with %s in it", (_what, change) => {
    expect(readEdit(edit(11, change))).toBeNull();
  });

  it("is none where the bytes are none", () => {
    const whole = edit(11, (doc) => typeAtEnd(doc, "sleep"));
    for (let length = 0; length < whole.length; length += 1) expect(readEdit(whole.slice(0, length))).toBeNull();
    expect(readEdit(new Uint8Array(50).fill(255))).toBeNull();
  });
});
