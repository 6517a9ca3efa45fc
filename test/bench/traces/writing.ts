import * as Y from "yjs";
import { plainText, readDocument } from "../../../shared/meeting/document.ts";
import { appendRange, letterGroups, lettersOf, type LetterId, type LetterRange } from "../../../shared/text/letters.ts";
import { readLines } from "../../../shared/text/lines.ts";
import { applySeed, createSeed } from "../../../shared/text/seed.ts";
import { insertLetters, removeLetters } from "../../../shared/text/write.ts";
import type { Patch } from "./editing-trace.ts";

const FROM_SEED = Symbol("from the seed");

/** A document as the program's begin: with one empty line. */
export function seededDoc(seed = createSeed()): Y.Doc {
  const doc = new Y.Doc();
  applySeed(doc, seed, FROM_SEED);
  return doc;
}

/** Types patches into a document, each as one change. */
export type Typing = (patch: Patch) => void;

/** Typing as the program writes: letters behind letters, and what another has written is crossed out. */
export function typingAsOurs(doc: Y.Doc): Typing {
  let shown: LetterId[] | null = null;
  let isOwn = false;
  doc.on("afterTransaction", () => {
    // What others have written is looked for when the next key comes.
    if (!isOwn) shown = null;
  });
  return ([position, taken, put]) => {
    const letters = (shown ??= unitsIn(doc));
    isOwn = true;
    doc.transact(() => {
      const removed: LetterRange[] = [];
      for (const { client, clock } of letters.slice(position + 1, position + 1 + taken)) {
        appendRange(removed, { client, clock, length: 1 });
      }
      if (removed.length > 0) removeLetters(doc, removed);
      const inserted = put === "" ? [] : insertLetters(doc, letters[position] ?? null, put);
      letters.splice(position + 1, taken, ...unitsOf(inserted, put));
    });
    isOwn = false;
  };
}

/** Typing as plain Yjs writes: at an index behind the first line's start, and anyone's letters are deleted. */
export function typingInYjs(doc: Y.Doc): Typing {
  const text = lettersOf(doc);
  return ([position, taken, put]) => {
    doc.transact(() => {
      if (taken > 0) text.delete(position + 1, taken);
      if (put !== "") text.insert(position + 1, put);
    });
  };
}

/** Everything that a document says. */
export function wordsIn(doc: Y.Doc): string {
  return plainText(readDocument(doc, () => null));
}

/** Whether one document has everything that was put into the other. */
export function hasCaughtUp(doc: Y.Doc, other: Y.Doc): boolean {
  return [...other.store.clients.keys()].every(
    (client) => Y.getState(doc.store, client) >= Y.getState(other.store, client),
  );
}

/** Whose each UTF-16 unit of the text is, line starts among them: the first line's before all that can be counted. */
function unitsIn(doc: Y.Doc): LetterId[] {
  const units: LetterId[] = [];
  for (const { start, pieces } of readLines(doc)) {
    if (start !== null) units.push(start);
    for (const { client, clock, letters, text } of pieces) {
      const each = text.length / letters;
      for (let at = 0; at < text.length; at += 1) units.push({ client, clock: clock + Math.floor(at / each) });
    }
  }
  return units;
}

function unitsOf(inserted: readonly LetterRange[], put: string): readonly LetterId[] {
  const ids = inserted.flatMap(({ client, clock, length }) =>
    Array.from({ length }, (_, at): LetterId => ({ client, clock: clock + at })),
  );
  const groups = letterGroups(put).flatMap(({ text, wide }) => (wide ? [text] : text.split("")));
  return groups.flatMap((letter, at) => {
    const id = ids[at];
    return id === undefined ? [] : letter.length === 2 ? [id, id] : [id];
  });
}
