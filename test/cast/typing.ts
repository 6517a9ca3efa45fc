import * as Y from "yjs";

const ROOT = "root-v2";

/** Types at the end of what is written, as someone does whose caret stands there. */
export function typeAtEnd(doc: Y.Doc, words: string): void {
  const root = doc.get(ROOT, Y.XmlElement);
  const last = root.get(root.length - 1);
  if (!(last instanceof Y.XmlElement)) throw new Error("a document begins with the seed's paragraph");
  const text = last.length === 0 ? null : last.get(last.length - 1);
  doc.transact(() => {
    if (text instanceof Y.XmlText) text.insert(text.length, words);
    else last.insert(last.length, [new Y.XmlText(words)]);
  });
}

/** Puts a heading at the top. */
export function typeHeading(doc: Y.Doc, words: string): void {
  const heading = new Y.XmlElement("heading");
  doc.transact(() => {
    doc.get(ROOT, Y.XmlElement).insert(0, [heading]);
    heading.setAttribute("__tag", "h3");
    heading.insert(0, [new Y.XmlText(words)]);
  });
}

/** Crosses out the first place where exactly these words stand. */
export function crossOut(doc: Y.Doc, words: string): void {
  for (const block of doc.get(ROOT, Y.XmlElement).toArray()) {
    if (!(block instanceof Y.XmlElement)) continue;
    for (const text of block.toArray()) {
      if (!(text instanceof Y.XmlText)) continue;
      const at = text.toJSON().indexOf(words);
      if (at < 0) continue;
      text.delete(at, words.length);
      return;
    }
  }
  throw new Error(`nobody has written “${words}” here`);
}
