import { LINE_START } from "../../shared/text/letters.ts";
import type { Line } from "../../shared/text/lines.ts";
import type { WrittenLine } from "../../shared/text/write-lines.ts";

/** A letter as it is shown: which one, and how it looks. Of a line's start, whether the line is a heading. */
export interface Cell {
  /** Null for one that nobody has written yet. */
  readonly client: number | null;
  readonly clock: number;
  readonly letter: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly heading: boolean;
}

/** The letters of some lines, one by one. */
export function cellsOf(lines: readonly Line[]): Cell[] {
  const cells: Cell[] = [];
  for (const { start, pieces, heading } of lines) {
    if (start !== null) cells.push({ ...start, letter: LINE_START, bold: false, italic: false, heading });
    for (const { client, clock, letters, text, bold, italic } of pieces) {
      if (letters < text.length) cells.push({ client, clock, letter: text, bold, italic, heading: false });
      else {
        for (let at = 0; at < letters; at += 1) {
          cells.push({ client, clock: clock + at, letter: text.charAt(at), bold, italic, heading: false });
        }
      }
    }
  }
  return cells;
}

/** Lines in which these letters are written, each with a start. */
export function writtenOf(cells: readonly Cell[]): readonly WrittenLine[] {
  const lines: WrittenLine[] = [];
  let runs: { text: string; bold: boolean; italic: boolean }[] = [];
  for (const { letter, bold, italic, heading } of cells) {
    if (letter === LINE_START) {
      runs = [];
      lines.push({ heading, runs });
      continue;
    }
    const last = runs.at(-1);
    if (last?.bold === bold && last.italic === italic) last.text += letter;
    else runs.push({ text: letter, bold, italic });
  }
  return lines;
}

/** How many UTF-16 units some letters take up. */
export function unitsOf(cells: readonly Cell[]): number {
  return cells.reduce((units, { letter }) => units + letter.length, 0);
}

/** The same text and the same look, whoever wrote the letters. */
export function readsLike(cells: readonly Cell[]): string {
  return cells
    .map(({ letter, bold, italic, heading }) => `${letter}${Number(bold)}${Number(italic)}${Number(heading)}`)
    .join("");
}

/** What is wrong with the letters as they are shown, or null: they are those, and look so; new ones are this client's. */
export function differenceBetween(shown: readonly Cell[], wished: readonly Cell[], newClient: number): string | null {
  if (shown.length !== wished.length) return `${shown.length} letters are shown instead of ${wished.length}`;
  for (const [at, is] of shown.entries()) {
    const wish = wished[at];
    if (wish === undefined) return `a letter too many at ${at}`;
    const isSame =
      wish.client === null ? is.client === newClient : wish.client === is.client && wish.clock === is.clock;
    if (!isSame) return `letter ${at} is ${nameOf(is)} instead of ${nameOf(wish)}`;
    if (wish.letter !== is.letter) return `letter ${at} reads ${is.letter} instead of ${wish.letter}`;
    const looks = wish.bold === is.bold && wish.italic === is.italic && wish.heading === is.heading;
    if (!looks) return `letter ${at}, ${nameOf(is)}, does not look as wished`;
  }
  return null;
}

function nameOf({ client, clock, letter }: Cell): string {
  return client === null ? `a new ${JSON.stringify(letter)}` : `${JSON.stringify(letter)} (${client}:${clock})`;
}
