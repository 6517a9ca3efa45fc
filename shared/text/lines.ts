import * as Y from "yjs";
import { lettersOf, LINE_BREAK, LINE_START, wideLetterIn, type LetterId, type Look } from "./letters.ts";
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
  /** The letter that begins it; null only on a screen that shows a text without any line. */
  readonly start: LetterId | null;
  readonly heading: boolean;
  readonly pieces: readonly Piece[];
}

/** A line, and how many places of the Yjs text it takes up, with its start and everything in it that is not read. */
export interface Line extends ShownLine {
  readonly span: number;
}

/** Where a walk through a document begins: at the letter of this item that is `offset` behind its first. */
export interface Start {
  readonly item: Y.Item | null;
  readonly offset: number;
}

/** The lines that a walk came by, and how many places it passed before the first of them began. */
export interface Walked {
  readonly lead: number;
  readonly lines: readonly Line[];
}

/** The lines of a document. Total: whatever it holds besides lines and marks is passed over. */
export function readLines(doc: Y.Doc): readonly Line[] {
  return walkLines({ item: lettersOf(doc)._start, offset: 0 }, Infinity, new MarkIndex(readMarks(doc))).lines;
}

/** The lines that begin from a place on, until `span` places of the Yjs text are passed. */
export function walkLines(start: Start, span: number, marks: MarkIndex): Walked {
  const lines: OpenLine[] = [];
  let lead = 0;
  let left = span;
  let { item, offset } = start;
  const pass = (places: number): void => {
    const line = lines.at(-1);
    if (line === undefined) lead += places;
    else line.span += places;
  };
  for (; item !== null && left > 0; item = item.right, offset = 0) {
    if (item.deleted || !item.countable) continue;
    const { client, clock } = item.id;
    const length = Math.min(item.length - offset, left);
    left -= length;
    const text = textOf(item.content);
    if (text === null) {
      pass(length);
      continue;
    }
    let at = offset;
    for (const stretch of marks.of({ client, clock: clock + offset, length })) {
      const until = at + stretch.length;
      const { crossedOut, heading, bold, italic } = stretch.standing;
      while (at < until) {
        const next = crossedOut || text.wide ? -1 : text.letters.indexOf(LINE_START, at);
        const stop = next === -1 || next >= until ? until : next;
        if (stop > at && !crossedOut) {
          const letters = text.wide ? text.letters : readable(text.letters.slice(at, stop));
          lines.at(-1)?.add({ client, clock: clock + at, letters: stop - at, text: letters, bold, italic });
        }
        pass(stop - at);
        at = stop;
        if (at < until) {
          lines.push(new OpenLine({ client, clock: clock + at }, heading));
          at += 1;
        }
      }
    }
  }
  return { lead, lines: lines.map((line) => line.closed()) };
}

/** The text of a line. */
export function lineText({ pieces }: ShownLine): string {
  return pieces.map(({ text }) => text).join("");
}

/** Whether two lines read alike, letter by letter. */
export function readsAlike(a: ShownLine, b: ShownLine): boolean {
  if (a === b) return true;
  if (a.heading !== b.heading || a.pieces.length !== b.pieces.length) return false;
  if (a.start?.client !== b.start?.client || a.start?.clock !== b.start?.clock) return false;
  return a.pieces.every((piece, index) => {
    const other = b.pieces[index];
    if (other?.text !== piece.text || piece.client !== other.client || piece.clock !== other.clock) return false;
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
  /** Its start is one place. */
  span = 1;
  readonly #start: LetterId;
  readonly #heading: boolean;
  readonly #pieces: Piece[] = [];

  constructor(start: LetterId, heading: boolean) {
    this.#start = start;
    this.#heading = heading;
  }

  add(piece: Piece): void {
    addPiece(this.#pieces, piece);
  }

  closed(): Line {
    return { start: this.#start, heading: this.#heading, pieces: this.#pieces, span: this.span };
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
