import * as Y from "yjs";
import { ROOT_NAME } from "../../../shared/text/seed.ts";

type Oddity = (doc: Y.Doc) => void;

/** What a Yjs document can hold where an editor only ever puts paragraphs. */
export const ODD_ELEMENTS: readonly Oddity[] = [
  (doc) => {
    doc.get(ROOT_NAME, Y.XmlElement).insert(0, [new Y.XmlText("loose text"), new Y.XmlElement("script")]);
  },
  (doc) => {
    const element = new Y.XmlElement("__proto__");
    element.setAttribute("__proto__", "polluted");
    element.setAttribute("constructor", "polluted");
    doc.get(ROOT_NAME, Y.XmlElement).insert(0, [element]);
  },
  (doc) => {
    const text = new Y.XmlText();
    text.insertEmbed(0, { type: "image", src: "https://stranger.example/pixel" });
    text.insert(0, "words", { p: { __format: "bold" }, __proto__: null });
    text.insert(0, "words", { p: 5 });
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [text]);
    doc.get(ROOT_NAME, Y.XmlElement).insert(0, [paragraph]);
  },
  (doc) => {
    let inner = new Y.XmlElement("paragraph");
    const outer = inner;
    doc.get(ROOT_NAME, Y.XmlElement).insert(0, [outer]);
    for (let depth = 0; depth < 3000; depth += 1) {
      const next = new Y.XmlElement("paragraph");
      inner.insert(0, [next]);
      inner = next;
    }
  },
];

/** Documents whose root is not even a place for paragraphs. */
const ODD_ROOTS: readonly Oddity[] = [
  (doc) => {
    doc.getMap(ROOT_NAME).set("a", new Y.Map([["b", new Uint8Array(9)]]));
  },
  (doc) => {
    doc.getArray(ROOT_NAME).push([1, null, "text", { a: [1] }, new Y.Doc()]);
  },
];

/** Whatever a Yjs document can hold besides paragraphs. */
export const ODD_CONTENTS: readonly Oddity[] = [...ODD_ELEMENTS, ...ODD_ROOTS];
