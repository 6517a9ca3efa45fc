import * as Y from "yjs";
import { ROOT_NAME } from "../../../shared/meeting/seed.ts";

/** Whatever a Yjs document can hold besides paragraphs. */
export const ODD_CONTENTS: readonly ((doc: Y.Doc) => void)[] = [
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
    doc.getMap(ROOT_NAME).set("a", new Y.Map([["b", new Uint8Array(9)]]));
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
    doc.getArray(ROOT_NAME).push([1, null, "text", { a: [1] }, new Y.Doc()]);
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
