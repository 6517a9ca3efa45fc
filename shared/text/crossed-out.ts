import type * as Y from "yjs";
import { lettersOf, NOBODY, type LetterRange } from "./letters.ts";
import { MarkIndex } from "./mark-index.ts";
import { readMarks } from "./marks.ts";
import { indexBehind } from "./position.ts";

/** Deletes letters of these client ids that are crossed out. For a document that is about to be written down, and nobody edits. */
export function dropCrossedOut(doc: Y.Doc, clientIds: ReadonlySet<number>): void {
  doc.transact(() => {
    for (const { client, clock, length } of crossedOut(doc, clientIds)) {
      lettersOf(doc).delete(indexBehind(doc, { client, clock }) - 1, length);
    }
  });
}

function crossedOut(doc: Y.Doc, clientIds: ReadonlySet<number>): readonly LetterRange[] {
  const marks = new MarkIndex(readMarks(doc));
  const found: LetterRange[] = [];
  for (let item = lettersOf(doc)._start; item !== null; item = item.right) {
    const { client, clock } = item.id;
    if (item.deleted || !item.countable || client === NOBODY || !clientIds.has(client)) continue;
    let at = clock;
    for (const { length, standing } of marks.of(client, clock, item.length)) {
      if (standing.crossedOut) found.push({ client, clock: at, length });
      at += length;
    }
  }
  return found;
}
