import type * as Y from "yjs";
import { appendRange, LINE_START, type LetterRange } from "./letters.ts";
import { lineText, readLines } from "./lines.ts";
import type { MarkKind } from "./marks.ts";
import { positionAt, type TextPosition } from "./position.ts";
import { insertLetters, markLetters } from "./write.ts";
import type { WrittenLine } from "./write-lines.ts";

/**
 * Writes lines at the end of a document, under its client id. Where the document ends in an empty line, as it does in the beginning,
 * the first goes there.
 */
export function appendLines(doc: Y.Doc, lines: readonly WrittenLine[]): void {
  if (lines.length === 0) return;
  const there = readLines(doc);
  const last = there.at(-1);
  const free = last?.pieces.length === 0 ? last : null;
  const marked = new Map<MarkKind, LetterRange[]>();
  let behind: TextPosition =
    last === undefined ? null : positionAt(there, { line: there.length - 1, at: lineText(last).length });
  const put = (text: string, kinds: readonly MarkKind[]): void => {
    for (const range of insertLetters(doc, behind, text)) {
      behind = { client: range.client, clock: range.clock + range.length - 1 };
      for (const kind of kinds) {
        const ranges = marked.get(kind) ?? [];
        marked.set(kind, ranges);
        appendRange(ranges, range);
      }
    }
  };
  doc.transact(() => {
    for (const [index, { heading, runs }] of lines.entries()) {
      const start = index === 0 ? (free?.start ?? null) : null;
      if (start === null) put(LINE_START, heading ? ["heading"] : []);
      else if (heading !== free?.heading) markLetters(doc, "heading", heading, [{ ...start, length: 1 }]);
      for (const { text, bold, italic } of runs) put(text, [...(bold ? BOLD : []), ...(italic ? ITALIC : [])]);
    }
    for (const [kind, ranges] of marked) markLetters(doc, kind, true, ranges);
  });
}

const BOLD: readonly MarkKind[] = ["bold"];
const ITALIC: readonly MarkKind[] = ["italic"];
