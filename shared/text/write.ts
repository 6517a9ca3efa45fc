import * as Y from "yjs";
import {
  appendRange,
  embedWide,
  letterGroups,
  lettersOf,
  marksOf,
  NOBODY,
  wideLetterIn,
  type LetterId,
  type LetterRange,
} from "./letters.ts";
import { MarkIndex, type Standing } from "./mark-index.ts";
import { encodeMark, readMarks, type Mark, type MarkKind } from "./marks.ts";
import { itemOf, type TextPosition } from "./position.ts";

/** Letters of one's own that were deleted, as they stood. */
export interface Deleted {
  readonly letters: LetterRange;
  readonly text: string;
  readonly standing: Standing;
}

/** What was done to a text, with all that is needed to take it back. */
export type Step =
  | { readonly did: "inserted"; readonly letters: readonly LetterRange[] }
  | { readonly did: "deleted"; readonly letters: readonly Deleted[] }
  | { readonly did: "marked"; readonly id: LetterId; readonly mark: Mark }
  | { readonly did: "unmarked"; readonly mark: Mark };

/** Inserts letters right behind a place, under the document's own client id. To be called inside a transaction. */
export function insertLetters(doc: Y.Doc, behind: TextPosition, text: string): readonly LetterRange[] {
  const inserted: LetterRange[] = [];
  let place = behind;
  for (const group of letterGroups(text)) {
    const clock = Y.getState(doc.store, doc.clientID);
    const length = group.wide ? 1 : group.text.length;
    insertBehind(doc, place, group.wide ? new Y.ContentEmbed(embedWide(group.text)) : new Y.ContentString(group.text));
    place = { client: doc.clientID, clock: clock + length - 1 };
    appendRange(inserted, { client: doc.clientID, clock, length });
  }
  return inserted;
}

type Content = Y.ContentEmbed | Y.ContentString;
/** Yjs's item, of letters. Yjs declares what an item holds as a class that no kind of it extends. */
const LetterItem: new (
  id: Y.ID,
  left: null,
  origin: Y.ID | null,
  right: null,
  rightOrigin: Y.ID | null,
  parent: Y.Text,
  parentSub: null,
  content: Content,
) => Y.Item = Y.Item;

/**
 * Puts an item right behind a letter, also behind one that is deleted. Yjs itself would put it behind everything that was deleted there:
 * letters that are written or come back one after the other would stand in another order.
 */
function insertBehind(doc: Y.Doc, place: TextPosition, content: Content): void {
  const letters = lettersOf(doc);
  const left = place === null ? null : itemOf(doc, place);
  const origin = place === null || left === null ? null : Y.createID(place.client, place.clock);
  const isInside = left !== null && origin !== null && origin.clock < left.lastId.clock;
  const right = isInside
    ? Y.createID(origin.client, origin.clock + 1)
    : ((left === null ? letters._start : left.right)?.id ?? null);
  const id = Y.createID(doc.clientID, Y.getState(doc.store, doc.clientID));
  doc.transact((transaction) => {
    const item = new LetterItem(id, null, origin, null, right, letters, null, content);
    // Finds both neighbours by their names, and parts an item whose inside the place is.
    item.getMissing(transaction, doc.store);
    item.integrate(transaction, 0);
  });
  forgetPlaces(letters);
}

/**
 * Takes letters out of what is read. Those of the document's own client id are deleted; everyone else's are crossed out, by a
 * mark, because nobody deletes another's letters. To be called inside a transaction.
 */
export function removeLetters(doc: Y.Doc, letters: readonly LetterRange[]): readonly Step[] {
  const own = letters.filter(({ client }) => client === doc.clientID);
  const others = letters.filter(({ client }) => client !== doc.clientID && client !== NOBODY);
  const deleted = deleteOwn(doc, own);
  const steps: Step[] = deleted.length === 0 ? [] : [{ did: "deleted", letters: deleted }];
  return others.length === 0 ? steps : [...steps, markLetters(doc, "crossed-out", true, others)];
}

/** Says how letters stand. To be called inside a transaction. */
export function markLetters(doc: Y.Doc, kind: MarkKind, on: boolean, letters: readonly LetterRange[]): Step {
  const mark: Mark = { kind, on, letters };
  const id = { client: doc.clientID, clock: Y.getState(doc.store, doc.clientID) };
  marksOf(doc).push([encodeMark(mark)]);
  return { did: "marked", id, mark };
}

/** Removes a mark of one's own; false where it is gone already. To be called inside a transaction. */
export function removeMark(doc: Y.Doc, { client, clock }: LetterId): boolean {
  const marks = marksOf(doc);
  let index = 0;
  for (let item = marks._start; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue;
    const within = clock - item.id.clock;
    if (item.id.client === client && within >= 0 && within < item.length) {
      if (client === doc.clientID) marks.delete(index + within, 1);
      return client === doc.clientID;
    }
    index += item.length;
  }
  return false;
}

function deleteOwn(doc: Y.Doc, ranges: readonly LetterRange[]): readonly Deleted[] {
  if (ranges.length === 0) return [];
  const marks = new MarkIndex(readMarks(doc));
  const deleted: Deleted[] = [];
  doc.transact((transaction) => {
    for (const { client, clock, length } of ranges) {
      const until = Math.min(clock + length, Y.getState(doc.store, client));
      for (let at = clock; at < until;) {
        const known = itemOf(doc, { client, clock: at });
        const stop = Math.min(until, known === null ? until : known.id.clock + known.length);
        if (known?.deleted === false) {
          const item = partOf(doc, transaction, { client, clock: at, length: stop - at });
          deleted.push(...deletedOf(item, marks));
          item.delete(transaction);
        }
        at = stop;
      }
    }
  });
  forgetPlaces(lettersOf(doc));
  return deleted;
}

/** The item of exactly these letters: parted from others that it stood with. */
function partOf(doc: Y.Doc, transaction: Y.Transaction, { client, clock, length }: LetterRange): Y.Item {
  const item = Y.getItemCleanStart(transaction, Y.createID(client, clock));
  Y.getItemCleanEnd(transaction, doc.store, Y.createID(client, clock + length - 1));
  return item;
}

/** The letters of an item as they stand, those apart that look otherwise. */
function deletedOf(item: Y.Item, marks: MarkIndex): readonly Deleted[] {
  const { client, clock } = item.id;
  const text = textOf(item);
  if (text === null) return [];
  let at = 0;
  return marks.of(client, clock, item.length).map(({ length, standing }) => {
    const part = item.length === 1 ? text : text.slice(at, at + length);
    const letters = { client, clock: clock + at, length };
    at += length;
    return { letters, text: part, standing };
  });
}

function textOf({ content }: Y.Item): string | null {
  if (content instanceof Y.ContentString) return content.str;
  return content instanceof Y.ContentEmbed ? wideLetterIn(content.embed) : null;
}

/** Yjs remembers places by their index, and does not see what is done by name. */
function forgetPlaces(letters: Y.Text): void {
  letters._searchMarker?.splice(0);
}
