import { LINE_START } from "../../shared/text/letters.ts";
import { offsetOf, positionAt } from "../../shared/text/position.ts";
import { lineText, type Line } from "../../shared/text/lines.ts";
import type { Act, Timed, Write } from "./acts.ts";
import { broken } from "./broken.ts";
import { cellsOf, type Cell } from "./flat-text.ts";
import { letterNumber } from "./letter-number.ts";
import type { Ledger } from "./ledger.ts";
import type { Person } from "./person.ts";
import { rewrite } from "./rewrite.ts";

type By<Kind extends Act["kind"]> = Extract<Act, { readonly kind: Kind }>;

/** Has somebody do something, and looks whether that came of it which they meant. */
export function perform(person: Person, ledger: Ledger, act: Timed): void {
  person.nowMs += act.pauseMs;
  person.pauseMs = act.pauseMs;
  switch (act.kind) {
    case "write":
      write(person, ledger, act);
      break;
    case "move":
      move(person, ledger, act);
      break;
    case "look":
      look(person, ledger, act);
      break;
    case "heading":
      makeHeading(person, ledger, act);
      break;
    case "undo":
    case "redo":
      turn(person, act.kind);
      break;
    case "hear":
      if (act.which.length === 0) person.hearFirst(Infinity);
      else person.hearSome(act.which, act.together);
      break;
  }
  checkPlaces(person, act.pauseMs + person.nowMs);
}

function write(person: Person, ledger: Ledger, act: Write): void {
  const shown = person.lines;
  const cells = cellsOf(shown);
  let [from, to] = rangeIn(cells, act);
  // Whoever puts one thing in another's place has selected what they see: whole characters.
  if (act.text !== "" && to > from) [from, to] = wholeCharacters(cells, from, to);
  const isOther =
    cells
      .slice(from, to)
      .map(({ letter }) => letter)
      .join("") !== act.text;
  // The same letters once more are no change.
  if (!isOther) return;
  const begun = placeOfStart(cells, from - 1);
  const heading = cells[begun]?.heading === true;
  const typed = Array.from(act.text, (letter) => cellOf(letter, act.look, heading));
  const restyled = new Map<number, Partial<Cell>>();
  const [first, last] = act.headings;
  const lastStart = typed.findLastIndex(({ letter }) => letter === LINE_START);
  if (lastStart !== -1 && last !== null) typed[lastStart] = cellOf(LINE_START, act.look, last);
  if (first !== null) restyled.set(begun, { heading: first });
  person.hearFirst(act.heardMeanwhile);
  rewrite(person, ledger, shown, { from, to, typed, caret: act.caret, around: act.around, restyled });
}

/** Takes a passage out, and puts it in somewhere else. */
function move(person: Person, ledger: Ledger, act: By<"move">): void {
  const cells = person.cells;
  const [from, to] = rangeIn(cells, act);
  const typed = cells.slice(from, to).map((cell) => ({ ...cell, client: null }));
  rewrite(person, ledger, person.lines, { from, to, typed: [], caret: "selected", around: 0 });
  const target = 1 + (act.to % person.cells.length);
  rewrite(person, ledger, person.lines, { from: target, to: target, typed, caret: "selected", around: 0 });
  person.forgetLast();
}

function look(person: Person, ledger: Ledger, act: By<"look">): void {
  const cells = person.cells;
  const [from, to] = rangeIn(cells, act);
  const restyled = new Map<number, Partial<Cell>>();
  for (let at = from; at < to; at += 1) if (cells[at]?.letter !== LINE_START) restyled.set(at, { [act.what]: act.on });
  rewrite(person, ledger, person.lines, { from, to: from, typed: [], caret: "selected", around: 0, restyled });
}

function makeHeading(person: Person, ledger: Ledger, { line, on }: By<"heading">): void {
  const cells = person.cells;
  const at = placeOfStart(cells, line % cells.length);
  const restyled = new Map([[at, { heading: on }]]);
  rewrite(person, ledger, person.lines, {
    from: at + 1,
    to: at + 1,
    typed: [],
    caret: "selected",
    around: 0,
    restyled,
  });
}

/** Takes the last act back, or does it again: no letter of another's goes by an undo, and all others stay in their order. */
function turn(person: Person, kind: "redo" | "undo"): void {
  const before = person.cells;
  let place: ReturnType<typeof person.history.undo>;
  const took = person.act(() => {
    place = kind === "undo" ? person.history.undo() : person.history.redo();
  });
  const after = person.cells;
  const shown = new Set(after.map(numberOf));
  const gone = before.filter((cell) => !shown.has(numberOf(cell)));
  if (kind === "undo" && gone.some(({ client }) => client !== person.client))
    broken("an undo took out another's letter");
  if (kind === "undo" && took.crossedOut.length > 0) broken("an undo crossed something out");
  const had = new Set(before.map(numberOf));
  const [stayed, stays] = [
    before.filter((cell) => shown.has(numberOf(cell))),
    after.filter((cell) => had.has(numberOf(cell))),
  ];
  if (stayed.some((cell, at) => numberOf(cell) !== numberOf(stays[at] ?? cell))) broken("letters changed places");
  if (place === undefined) return;
  if (!person.isTurned(kind)) broken(`what was done just now is not as before after ${kind}`);
  offsetOf(person.doc, person.lines, place);
}

/** A place that somebody's caret stands at has to be found again where it stands. */
function checkPlaces(person: Person, chance: number): void {
  const { lines } = person;
  const line = chance % lines.length;
  const text = lineText(lines[line] ?? EMPTY);
  const at = chance % (text.length + 1);
  // Half of a wide letter is no place.
  if ((text.charCodeAt(at) & 0xfc00) === 0xdc00) return;
  const found = offsetOf(person.doc, lines, positionAt(lines, { line, at }));
  if (found.line !== line || found.at !== at) broken(`${line}:${at} is found again at ${found.line}:${found.at}`);
}

const EMPTY: Line = { start: null, heading: false, pieces: [], span: 0 };

/** A stretch of letters that leaves the start of the first line out. */
function rangeIn(
  cells: readonly Cell[],
  { at, length }: { readonly at: number; readonly length: number },
): [number, number] {
  const from = 1 + (at % cells.length);
  return [from, Math.min(cells.length, from + length)];
}

const characters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

function wholeCharacters(cells: readonly Cell[], from: number, to: number): [number, number] {
  const boundaries = new Set(
    [...characters.segment(cells.map(({ letter }) => letter).join(""))].map(({ index }) => index),
  );
  let units = 0;
  let [first, last] = [1, cells.length];
  for (const [at, { letter }] of cells.entries()) {
    if (at <= from && boundaries.has(units)) first = at;
    if (at >= to && boundaries.has(units)) {
      last = at;
      break;
    }
    units += letter.length;
  }
  return [first, last];
}

function cellOf(letter: string, { bold, italic }: Write["look"], heading: boolean): Cell {
  const isStart = letter === LINE_START;
  const look = { bold: bold && !isStart, italic: italic && !isStart, heading: isStart && heading };
  return { client: null, clock: 0, letter, ...look };
}

/** Where the line begins in which a cell stands. */
function placeOfStart(cells: readonly Cell[], cell: number): number {
  return cells.findLastIndex(({ letter }, place) => place <= cell && letter === LINE_START);
}

function numberOf({ client, clock }: Cell): number {
  return letterNumber(client ?? -1, clock);
}
