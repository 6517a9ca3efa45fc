import type * as Y from "yjs";
import { readLines } from "./lines.ts";
import { writeLines, writtenAs, type WrittenLine } from "./write-lines.ts";

/**
 * Writes lines at the end of a document, under its client id. Where the document ends in an empty line, as it does in the beginning,
 * the first goes there.
 */
export function appendLines(doc: Y.Doc, lines: readonly WrittenLine[]): void {
  if (lines.length === 0) return;
  const there = readLines(doc);
  const last = there.at(-1);
  const isFree = last === undefined || last.pieces.length === 0;
  const before = last === undefined ? [] : [last];
  const after = isFree ? lines : [writtenAs(last), ...lines];
  doc.transact(() => {
    writeLines(doc, { before, after, hint: null });
  });
}
