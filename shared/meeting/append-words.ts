import type * as Y from "yjs";
import { appendLines } from "../text/append-lines.ts";
import { PLAIN } from "../text/letters.ts";

/**
 * Writes plain words at the end of a document, each line that is not blank as a line of its own. Where the document ends in an empty
 * line, as it does in the beginning, the first goes there.
 */
export function appendWords(doc: Y.Doc, words: string): void {
  const lines = words.split(/\r?\n/).filter((line) => line.trim() !== "");
  appendLines(
    doc,
    lines.map((line) => ({ heading: false, runs: [{ text: line.trim(), ...PLAIN }] })),
  );
}
