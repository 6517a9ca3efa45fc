import * as Y from "yjs";
import { lettersOf, LINE_BREAK, LINE_START, wideLetterIn, type LetterId, type Look } from "./letters.ts";
import { MarkIndex, type Standing } from "./mark-index.ts";
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
  const walk = new Walk();
  let left = span;
  let { item, offset } = start;
  for (; item !== null && left > 0; item = item.right, offset = 0) {
    if (item.deleted || !item.countable) continue;
    const { id, content } = item;
    const length = Math.min(item.length - offset, left);
    left -= length;
    const text = content instanceof Y.ContentString ? content.str : null;
    const wide = content instanceof Y.ContentEmbed ? wideLetterIn(content.embed) : null;
    if (text === null && wide === null) {
      walk.pass(length);
      continue;
    }
    let at = offset;
    for (const stretch of marks.of(id.client, id.clock + offset, length)) {
      const { standing } = stretch;
      if (standing.crossedOut) walk.pass(stretch.length);
      else if (wide !== null) walk.read(id.client, id.clock, wide, 1, standing);
      else walk.readAll(id.client, id.clock + at, text?.slice(at, at + stretch.length) ?? "", standing);
      at += stretch.length;
    }
  }
  return walk.done();
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

/** What a walk has come by so far. */
class Walk {
  #lead = 0;
  readonly #lines: { start: LetterId; heading: boolean; pieces: Piece[]; span: number }[] = [];

  /** Places that are not read. */
  pass(places: number): void {
    const line = this.#lines.at(-1);
    if (line === undefined) this.#lead += places;
    else line.span += places;
  }

  /** Letters in which no line begins. */
  read(client: number, clock: number, text: string, letters: number, { bold, italic }: Look): void {
    const line = this.#lines.at(-1);
    if (line === undefined) this.#lead += letters;
    else {
      line.span += letters;
      addPiece(line.pieces, { client, clock, letters, text, bold, italic });
    }
  }

  /** Plain letters, some of which may begin lines. */
  readAll(client: number, clock: number, text: string, standing: Standing): void {
    let at = 0;
    for (let next = text.indexOf(LINE_START); next !== -1; next = text.indexOf(LINE_START, at)) {
      if (next > at) this.read(client, clock + at, readable(text.slice(at, next)), next - at, standing);
      this.#lines.push({ start: { client, clock: clock + next }, heading: standing.heading, pieces: [], span: 1 });
      at = next + 1;
    }
    if (at === 0) this.read(client, clock, readable(text), text.length, standing);
    else if (at < text.length) {
      this.read(client, clock + at, readable(text.slice(at)), text.length - at, standing);
    }
  }

  done(): Walked {
    return { lead: this.#lead, lines: this.#lines };
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

/** Letters that break a line in other programs do so here. Half a pair has no meaning, and Yjs may have torn it off. */
function readable(letters: string): string {
  if (!UNREADABLE.test(letters)) return letters;
  return letters.replace(/[\r\v\f\u0085\u2029]/g, LINE_BREAK).replace(/[\ud800-\udfff]/g, "\ufffd");
}

const UNREADABLE = /[\r\v\f\u0085\u2029\ud800-\udfff]/;
