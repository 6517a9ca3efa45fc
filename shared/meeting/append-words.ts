import * as Y from "yjs";
import { isEmpty } from "./copy-words.ts";
import { ROOT_NAME } from "./seed.ts";

/**
 * Writes plain words at the end of a document, each line that is not blank as a paragraph of its own. Where the document ends in an empty
 * paragraph, as it does in the beginning, the first line goes there.
 */
export function appendWords(doc: Y.Doc, words: string): void {
  const root = doc.get(ROOT_NAME, Y.XmlElement);
  doc.transact(() => {
    for (const line of words.split(/\r?\n/)) {
      if (line.trim() !== "") paragraphAt(root).insert(0, [new Y.XmlText(line.trim())]);
    }
  });
}

/** The empty paragraph at the end, or a new one there. */
function paragraphAt(root: Y.XmlElement): Y.XmlElement {
  const last = root.length === 0 ? null : root.get(root.length - 1);
  if (last instanceof Y.XmlElement && last.nodeName === "paragraph" && isEmpty(last)) return last;
  const paragraph = new Y.XmlElement("paragraph");
  root.insert(root.length, [paragraph]);
  return paragraph;
}
