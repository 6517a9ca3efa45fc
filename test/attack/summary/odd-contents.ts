import * as Y from "yjs";
import { lettersOf, LETTERS, MARKS, marksOf } from "../../../shared/text/letters.ts";

// The JSON of an object is one.
const POLLUTING = JSON.parse('{"__proto__":{"polluted":true},"constructor":"polluted"}') as object;

type Oddity = (doc: Y.Doc) => void;

/** What a Yjs document can hold where an editor only ever puts letters and marks. */
export const ODD_ELEMENTS: readonly Oddity[] = [
  (doc) => {
    lettersOf(doc).insertEmbed(0, { type: "image", src: "https://stranger.example/pixel" });
    lettersOf(doc).insertEmbed(0, ["loose text"]);
    lettersOf(doc).insertEmbed(0, ["\ud83d"]);
    lettersOf(doc).insertEmbed(0, ["\ude00\ud83d"]);
    lettersOf(doc).insertEmbed(0, [{ toString: 1 }]);
    lettersOf(doc).insertEmbed(0, POLLUTING);
  },
  (doc) => {
    const odd = [null, true, 5, "loose text", [], [[]], ["bold"], ["loose text", true], ["bold", "true", 1, 1, 1]];
    const numbers = [
      ["bold", true, 1, 1],
      ["bold", true, -1, 0.5, 1e308],
      ["heading", true, 0, 0, 2 ** 53],
    ];
    marksOf(doc).push([...odd, ...numbers, ["__proto__", true, 1, 1, 1], { kind: "bold", on: true }]);
  },
  (doc) => {
    let nested: unknown = "loose text";
    for (let depth = 0; depth < 3000; depth += 1) nested = [nested];
    marksOf(doc).push([nested]);
  },
];

/** What makes an edit one that no document takes in: it could make Yjs act by itself, or hangs inside something else. */
export const REFUSED_CONTENTS: readonly Oddity[] = [
  (doc) => {
    lettersOf(doc).insert(0, "words", { bold: true });
  },
  (doc) => {
    lettersOf(doc).insertEmbed(0, new Y.Text("loose text"));
  },
  (doc) => {
    lettersOf(doc).insertEmbed(0, new Y.XmlElement("script"));
  },
  (doc) => {
    lettersOf(doc).setAttribute("__proto__", "polluted");
  },
  (doc) => {
    marksOf(doc).push([new Y.Map([["b", new Uint8Array(9)]]), new Y.Array(), new Y.Doc()]);
  },
  (doc) => {
    const outer = new Y.Array<unknown>();
    let inner = outer;
    marksOf(doc).push([outer]);
    for (let depth = 0; depth < 3000; depth += 1) {
      const next = new Y.Array<unknown>();
      inner.push([next]);
      inner = next;
    }
  },
];

/** Documents in which the two roots are not even what they are. */
const ODD_ROOTS: readonly Oddity[] = [
  (doc) => {
    doc.getArray(LETTERS).push([1, null, "text", { a: [1] }, new Uint8Array(9)]);
  },
  (doc) => {
    doc.getText(MARKS).insert(0, "loose text");
    doc.getText(MARKS).insertEmbed(0, ["bold", true, 1, 1, 1]);
  },
  (doc) => {
    doc.getText("root-v2").insert(0, "loose text");
    doc.getMap("other").set("a", 5);
  },
];

/** Whatever an edit can bring besides letters and marks. */
export const ODD_CONTENTS: readonly Oddity[] = [...ODD_ELEMENTS, ...REFUSED_CONTENTS, ...ODD_ROOTS];
