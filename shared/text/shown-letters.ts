import { appendRange, letterGroups, LINE_START, PLAIN, type LetterId, type LetterRange, type Look } from "./letters.ts";
import { joinedPieces, type Piece, type ShownLine } from "./lines.ts";
import type { TextPosition } from "./position.ts";

/** One letter of some lines, as somebody has it on their screen. */
export interface ShownLetter extends LetterId, Look {
  readonly text: string;
  /** Whether it begins a line, and if so, a heading. */
  readonly isStart: boolean;
  readonly heading: boolean;
}

/** The letters of lines by their offsets in the text of all of them, in UTF-16 units. The first line's start stands before that, at -1. */
export interface ShownLetters {
  /** Those that begin at the first offset or later, and before the other. */
  between(from: number, until: number): readonly ShownLetter[];
  /** The last letter that ends at an offset or before it. */
  endingAt(offset: number): TextPosition;
}

/** Takes lines apart into their letters. */
export function shownLetters(lines: readonly ShownLine[]): ShownLetters {
  const letters: ShownLetter[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const { start, pieces, heading } of lines) {
    if (start !== null) {
      letters.push({ ...start, ...PLAIN, text: LINE_START, isStart: true, heading });
      offsets.push(offset - 1);
    }
    for (const piece of pieces) {
      const units = piece.text.length / piece.letters;
      for (let at = 0; at < piece.letters; at += 1, offset += units) {
        letters.push(letterOf(piece, at));
        offsets.push(offset);
      }
    }
    offset += 1;
  }
  const before = (limit: number): number => {
    let [low, high] = [0, offsets.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((offsets[middle] ?? Infinity) < limit) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    between: (from, until) => letters.slice(before(from), before(until)),
    endingAt: (limit) => letters[before(limit) - 1] ?? null,
  };
}

/** Letters that were inserted just now. They are plain. */
export function lettersInserted(ranges: readonly LetterRange[], text: string): readonly ShownLetter[] {
  const ids = ranges.flatMap(({ client, clock, length }) =>
    Array.from({ length }, (_, at) => ({ client, clock: clock + at })),
  );
  const texts = letterGroups(text).flatMap((group) => (group.wide ? [group.text] : Array.from(group.text)));
  return ids.map((id, index) => {
    const letter = texts[index] ?? "";
    return { ...id, ...PLAIN, text: letter, isStart: letter === LINE_START, heading: false };
  });
}

/** Which letters these are, range by range. */
export function rangesOf(letters: readonly LetterId[]): readonly LetterRange[] {
  const ranges: LetterRange[] = [];
  for (const { client, clock } of letters) appendRange(ranges, { client, clock, length: 1 });
  return ranges;
}

/** The lines that letters make, one after the other. */
export function linesOf(letters: readonly ShownLetter[]): readonly ShownLine[] {
  const lines: { start: LetterId | null; heading: boolean; pieces: Piece[] }[] = [];
  for (const { client, clock, text, bold, italic, isStart, heading } of letters) {
    if (isStart) lines.push({ start: { client, clock }, heading, pieces: [] });
    else if (lines.length === 0) lines.push({ start: null, heading: false, pieces: [] });
    if (!isStart) lines.at(-1)?.pieces.push({ client, clock, letters: 1, text, bold, italic });
  }
  return lines.map((line) => ({ ...line, pieces: joinedPieces(line.pieces) }));
}

function letterOf({ client, clock, letters, text, bold, italic }: Piece, at: number): ShownLetter {
  const letter = letters === text.length ? (text[at] ?? "") : text;
  return { client, clock: clock + at, text: letter, bold, italic, isStart: false, heading: false };
}
