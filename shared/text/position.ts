import * as Y from "yjs";
import { lettersOf, type LetterId, type LetterRange } from "./letters.ts";
import type { ShownLine } from "./lines.ts";

/** A place in a text that stays where it is while others write: behind this letter, or, for null, at the beginning. */
export type TextPosition = LetterId | null;

/** A place as it is seen: the line, and how many UTF-16 units of its text stand before it. */
export interface TextOffset {
  readonly line: number;
  readonly at: number;
}

/** The position at an offset: behind the letter before it. At the beginning of a line that is the letter that begins it. */
export function positionAt(lines: readonly ShownLine[], { line, at }: TextOffset): TextPosition {
  let left = at;
  let before: LetterId | null = lines[line]?.start ?? null;
  for (const { client, clock, letters, text } of lines[line]?.pieces ?? []) {
    if (left <= 0) break;
    // A wide letter is one letter of two units; in a piece of others each letter is one unit.
    const passed = left >= text.length ? letters : text.length > letters ? 0 : left;
    if (passed > 0) before = { client, clock: clock + passed - 1 };
    left -= text.length;
  }
  return before;
}

/**
 * The offset of a place. Where its letter is gone or crossed out, it is where that stood; a place nobody knows is the beginning.
 */
export function offsetOf(doc: Y.Doc, lines: readonly ShownLine[], place: TextPosition): TextOffset {
  for (const letters of backFrom(doc, place)) {
    const offset = offsetBehind(lines, letters);
    if (offset !== null) return offset;
  }
  return { line: 0, at: 0 };
}

/** At which index of the Yjs text something is inserted that is to stand behind this letter, whether or not that is there still. */
export function indexBehind(doc: Y.Doc, place: TextPosition): number {
  const item = place === null ? null : itemOf(doc, place);
  if (place === null || item === null) return 0;
  let index = item.deleted || !item.countable ? 0 : place.clock - item.id.clock + 1;
  for (let before = item.left; before !== null; before = before.left) {
    if (!before.deleted && before.countable) index += before.length;
  }
  return index;
}

/** The item a letter is part of, or null where this document has no such letter. */
export function itemOf(doc: Y.Doc, { client, clock }: LetterId): Y.Item | null {
  if (clock >= Y.getState(doc.store, client)) return null;
  const structs = doc.store.clients.get(client);
  const struct = structs?.[Y.findIndexSS(structs, clock)];
  return struct instanceof Y.Item && struct.parent === lettersOf(doc) ? struct : null;
}

/** A letter and those before it in its item, then what stands before that, item by item. What is deleted is left out. */
function* backFrom(doc: Y.Doc, place: TextPosition): Generator<LetterRange> {
  const item = place === null ? null : itemOf(doc, place);
  if (place === null || item === null) return;
  const { client, clock } = item.id;
  if (!item.deleted) yield { client, clock, length: place.clock - clock + 1 };
  for (let before = item.left; before !== null; before = before.left) {
    if (!before.deleted) yield { client: before.id.client, clock: before.id.clock, length: before.length };
  }
}

/** Where the last letter out of a range that can be read ends, or null if none can. */
function offsetBehind(lines: readonly ShownLine[], { client, clock, length }: LetterRange): TextOffset | null {
  let found: TextOffset | null = null;
  let newest = clock - 1;
  for (const [index, { pieces, start }] of lines.entries()) {
    if (start?.client === client && start.clock > newest && start.clock < clock + length) {
      newest = start.clock;
      found = { line: index, at: 0 };
    }
    let at = 0;
    for (const piece of pieces) {
      const last = Math.min(piece.clock + piece.letters, clock + length) - 1;
      if (piece.client === client && last >= piece.clock && last > newest) {
        newest = last;
        found = { line: index, at: at + (last - piece.clock + 1) * (piece.text.length / piece.letters) };
      }
      at += piece.text.length;
    }
  }
  return found;
}
