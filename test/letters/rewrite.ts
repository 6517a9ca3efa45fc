import { LINE_START } from "../../shared/text/letters.ts";
import type { Line } from "../../shared/text/lines.ts";
import { writeLines } from "../../shared/text/write-lines.ts";
import type { Step } from "../../shared/text/write.ts";
import { broken } from "./broken.ts";
import { cellsOf, differenceBetween, unitsOf, writtenOf, type Cell } from "./flat-text.ts";
import { letterNumber, type LetterNumber } from "./letter-number.ts";
import type { Ledger, Took } from "./ledger.ts";
import type { Person } from "./person.ts";

/** What somebody means to do: to have these letters in the place of those from one cell to another, as they are shown. */
export interface Intent {
  readonly from: number;
  readonly to: number;
  readonly typed: readonly Cell[];
  readonly caret: "after" | "before" | "selected";
  readonly around: number;
  /** How letters that stay are to look, by their cell. */
  readonly restyled?: ReadonlyMap<number, Partial<Cell>>;
}

/**
 * Writes it as an editor does: the lines as they were shown, and the lines as they are to be. Afterwards exactly the letters that
 * were meant have to be gone, and exactly those that were typed have to be new, however alike they are to others.
 */
export function rewrite(person: Person, ledger: Ledger, shown: readonly Line[], intent: Intent): void {
  const cells = cellsOf(shown);
  const now = person.cells;
  const removed = new Set(cells.slice(intent.from, intent.to).map(numberOf));
  const before = person.reads;
  let steps: readonly Step[] = [];
  const took = person.act(() => {
    steps = writeLines(person.doc, rewritingOf(shown, cells, intent)).steps;
    person.record(steps);
  });
  checkTook(person, ledger, took, { removed, typed: intent.typed });
  const isAsShown = shown === person.linesBefore;
  const wrong = isAsShown
    ? differenceBetween(person.cells, wishedOf(cells, intent), person.client)
    : differenceAmongOthers(person, restyledAmong(now, cells, intent), { removed, typed: intent.typed });
  if (wrong !== null) broken(wrong);
  if (steps.length === 0) return;
  person.remember(before);
  // What another had crossed out already, unseen, comes back by an undo: it is not as it was then.
  const there = new Set(now.map(numberOf));
  if ([...removed].some((letter) => !there.has(letter))) person.forgetLast();
}

/** The letters as they are to be shown. */
function wishedOf(cells: readonly Cell[], { from, to, typed, restyled }: Intent): readonly Cell[] {
  const styled =
    restyled === undefined
      ? cells
      : cells.map((cell, at) => (restyled.has(at) ? { ...cell, ...restyled.get(at) } : cell));
  return [...styled.slice(0, from), ...typed, ...styled.slice(to)];
}

function rewritingOf(shown: readonly Line[], cells: readonly Cell[], intent: Intent): Parameters<typeof writeLines>[1] {
  const { from, to, typed, caret, around } = intent;
  const starts = cells.flatMap(({ letter }, at) => (letter === LINE_START ? [at] : []));
  const lineOf = (cell: number): number => starts.findLastIndex((start) => start <= cell);
  const styled = [...(intent.restyled?.keys() ?? []), from - 1, to - 1];
  const first = Math.max(0, lineOf(Math.min(...styled)) - around);
  const last = Math.min(shown.length - 1, lineOf(Math.max(...styled)) + around);
  const start = starts[first] ?? 0;
  const stop = (starts[last + 1] ?? cells.length) + typed.length - (to - from);
  const after = writtenOf(wishedOf(cells, intent).slice(start, stop));
  const at = unitsOf(cells.slice(start + 1, from));
  const [taken, put] = [unitsOf(cells.slice(from, to)), unitsOf(typed)];
  const caretBefore = taken === 0 || caret === "before" ? at : at + taken;
  const selected = { from: at, to: at + taken };
  const isSelected = caret === "selected" || (taken > 0 && put > 0);
  const hint = {
    before: isSelected ? selected : { from: caretBefore, to: caretBefore },
    after: { from: at + put, to: at + put },
  };
  return { before: shown.slice(first, last + 1), after, hint };
}

interface Meant {
  readonly removed: ReadonlySet<LetterNumber>;
  readonly typed: readonly Cell[];
}

/** Whether an edit's bytes say what was meant, and nothing else. */
function checkTook(person: Person, ledger: Ledger, took: Took, { removed, typed }: Meant): void {
  const touched = new Set([...took.deleted, ...took.crossedOut]);
  if (touched.size !== took.deleted.length + took.crossedOut.length) broken("a letter was taken out twice");
  for (const letter of touched) if (!removed.has(letter)) broken("a letter was taken out that nobody meant");
  for (const letter of removed) if (!touched.has(letter)) broken("a letter that was meant was not taken out");
  const inserted = took.inserted.map((letter) => ledger.textOf(letter)).join("");
  const meant = typed.map(({ letter }) => letter).join("");
  if (inserted !== meant)
    broken(`${person.client} typed ${JSON.stringify(meant)} and wrote ${JSON.stringify(inserted)}`);
}

/** Where others have written meanwhile: all their letters stay as they are, and the typed ones stand together. */
function differenceAmongOthers(person: Person, now: readonly Cell[], { removed, typed }: Meant): string | null {
  const known = new Set(now.map(numberOf));
  const cells = person.cells;
  const first = cells.findIndex((cell) => !known.has(numberOf(cell)));
  const stay = now.filter((cell) => !removed.has(numberOf(cell)));
  const wished = first === -1 ? stay : [...stay.slice(0, first), ...typed, ...stay.slice(first)];
  return differenceBetween(cells, wished, person.client);
}

/** Letters as they stand now, those that were to look otherwise as they were to look. */
function restyledAmong(now: readonly Cell[], shown: readonly Cell[], { restyled }: Intent): readonly Cell[] {
  const wished = new Map(
    [...(restyled ?? [])].flatMap(([at, look]) => {
      const cell = shown[at];
      return cell === undefined ? [] : [[numberOf(cell), { cell, look }] as const];
    }),
  );
  return now.map((is) => {
    const wish = wished.get(numberOf(is));
    if (wish === undefined) return is;
    // Only what was to change is changed: what another has made of it meanwhile stays, where it looks as wished.
    return wish.look.heading === undefined || wish.look.heading === wish.cell.heading ? is : { ...is, ...wish.look };
  });
}

function numberOf({ client, clock }: Cell): LetterNumber {
  return letterNumber(client ?? -1, clock);
}
