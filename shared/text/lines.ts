import * as Y from "yjs";
import { lettersOf, LINE_BREAK, LINE_END, wideLetterIn, type LetterId, type Look } from "./letters.ts";
import { MarkIndex } from "./mark-index.ts";
import { readMarks } from "./marks.ts";

/** Letters of one client that stand side by side, follow each other in number, and look alike. */
export interface Piece extends Look {
  readonly client: number;
  readonly clock: number;
  /** How many letters. The text is twice as long where the letter is a wide one: that stands in a piece of its own. */
  readonly letters: number;
  readonly text: string;
}

/** One line as it is read: what is deleted or crossed out is not in it. */
export interface ShownLine {
  /** The letter that ends it; null for what stands behind the last line's end. */
  readonly end: LetterId | null;
  readonly heading: boolean;
  readonly pieces: readonly Piece[];
}

/** A line, and how many places of the Yjs text it takes up, with everything in it that is not read. */
export interface Line extends ShownLine {
  readonly span: number;
}

/** Where a walk through a document begins: at the letter of this item that is `offset` behind its first. */
export interface Start {
  readonly item: Y.Item | null;
  readonly offset: number;
}

/** The lines of a document. Total: whatever it holds besides letters and marks is passed over. */
export function readLines(doc: Y.Doc): readonly Line[] {
  return walkLines({ item: lettersOf(doc)._start, offset: 0 }, Infinity, new MarkIndex(readMarks(doc)));
}

/** The lines from a place on, until `span` places of the Yjs text are passed. */
export function walkLines(start: Start, span: number, marks: MarkIndex): readonly Line[] {
  const lines: Line[] = [];
  let line = new OpenLine();
  let left = span;
  let { item, offset } = start;
  for (; item !== null && left > 0; item = item.right, offset = 0) {
    if (item.deleted || !item.countable) continue;
    const { client, clock } = item.id;
    const length = Math.min(item.length - offset, left);
    left -= length;
    const text = textOf(item.content);
    if (text === null) {
      line.span += length;
      continue;
    }
    let at = offset;
    for (const stretch of marks.of({ client, clock: clock + offset, length })) {
      const until = at + stretch.length;
      const { crossedOut, heading, bold, italic } = stretch.standing;
      while (at < until) {
        const end = crossedOut || text.wide ? -1 : text.letters.indexOf(LINE_END, at);
        const stop = end === -1 || end >= until ? until : end;
        if (stop > at && !crossedOut) {
          const letters = text.wide ? text.letters : readable(text.letters.slice(at, stop));
          line.add({ client, clock: clock + at, letters: stop - at, text: letters, bold, italic });
        }
        line.span += stop - at;
        at = stop;
        if (at < until) {
          line.span += 1;
          lines.push(line.ended({ client, clock: clock + at }, heading));
          line = new OpenLine();
          at += 1;
        }
      }
    }
  }
  if (line.span > 0) lines.push(line.ended(null, false));
  return lines;
}

/** The text of a line. */
export function lineText({ pieces }: ShownLine): string {
  return pieces.map(({ text }) => text).join("");
}

/** Whether two lines read alike, letter by letter. */
export function readsAlike(a: ShownLine, b: ShownLine): boolean {
  if (a === b) return true;
  if (a.heading !== b.heading || a.pieces.length !== b.pieces.length) return false;
  if (a.end?.client !== b.end?.client || a.end?.clock !== b.end?.clock) return false;
  return a.pieces.every((piece, index) => {
    const other = b.pieces[index];
    if (other === undefined || piece.text !== other.text) return false;
    if (piece.client !== other.client || piece.clock !== other.clock) return false;
    return piece.bold === other.bold && piece.italic === other.italic;
  });
}

/** Pieces one after the other, those as one that continue each other. */
export function joinedPieces(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) addPiece(joined, piece);
  return joined;
}

class OpenLine {
  span = 0;
  readonly #pieces: Piece[] = [];

  add(piece: Piece): void {
    addPiece(this.#pieces, piece);
  }

  ended(end: LetterId | null, heading: boolean): Line {
    return { end, heading, pieces: this.#pieces, span: this.span };
  }
}

function addPiece(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  if (last !== undefined && continues(last, piece)) {
    const { client, clock, bold, italic } = last;
    const letters = last.letters + piece.letters;
    pieces[pieces.length - 1] = { client, clock, bold, italic, letters, text: last.text + piece.text };
  } else pieces.push(piece);
}

function continues(last: Piece, piece: Piece): boolean {
  const follows = last.client === piece.client && last.clock + last.letters === piece.clock;
  const isPlain = last.letters === last.text.length && piece.letters === piece.text.length;
  return follows && isPlain && last.bold === piece.bold && last.italic === piece.italic;
}

/** The letters of an item, or null for what is none. */
function textOf(content: Y.Item["content"]): { readonly letters: string; readonly wide: boolean } | null {
  if (content instanceof Y.ContentString) return { letters: content.str, wide: false };
  if (!(content instanceof Y.ContentEmbed)) return null;
  const letter = wideLetterIn(content.embed);
  return letter === null ? null : { letters: letter, wide: true };
}

/** Letters that break a line in other programs do so here. Half a pair has no meaning, and Yjs may have torn it off. */
function readable(letters: string): string {
  return letters.replace(/[\r\v\f\u0085\u2029]/g, LINE_BREAK).replace(/[\ud800-\udfff]/g, "\ufffd");
}
