import type { ShownLine } from "../../shared/text/lines.ts";
import type { WrittenLine } from "../../shared/text/write-lines.ts";

/** Which of the lines before a change are others after it: those between `from` and `oldTo` became those between `from` and `newTo`. */
export interface ChangedLines {
  readonly from: number;
  readonly oldTo: number;
  readonly newTo: number;
}

/**
 * What changed between two lists of blocks, or null. Where lines only came or only went, a neighbour is taken in with them: so that
 * there is a line to come from or to go into.
 */
export function changedBlocks<Key>(
  old: readonly Key[],
  now: readonly Key[],
  isDirty: (key: Key) => boolean,
): ChangedLines | null {
  return changedBetween(old.length, now.length, (was, is) => {
    const key = now[is];
    return key !== undefined && old[was] === key && !isDirty(key);
  });
}

/** What changed between two lists of lines that are compared by `isSame`, or null. */
export function changedBetween(
  oldLength: number,
  newLength: number,
  isSame: (was: number, is: number) => boolean,
): ChangedLines | null {
  let from = 0;
  while (from < oldLength && from < newLength && isSame(from, from)) from += 1;
  let [oldTo, newTo] = [oldLength, newLength];
  while (oldTo > from && newTo > from && isSame(oldTo - 1, newTo - 1)) {
    oldTo -= 1;
    newTo -= 1;
  }
  if (from === oldTo && from === newTo) return null;
  if (from < oldTo && from < newTo) return { from, oldTo, newTo };
  if (from > 0) return { from: from - 1, oldTo, newTo };
  return { from, oldTo: Math.min(oldLength, oldTo + 1), newTo: Math.min(newLength, newTo + 1) };
}

/** Whether a line stands as somebody has it on their screen. */
export function isAsWritten({ heading, pieces }: ShownLine, written: WrittenLine): boolean {
  if (heading !== written.heading) return false;
  const [is, wished] = [byLook(pieces), byLook(written.runs)];
  if (is.length !== wished.length) return false;
  return is.every(({ text, bold, italic }, index) => {
    const other = wished[index];
    return text === other?.text && bold === other.bold && italic === other.italic;
  });
}

/** Runs one after the other, neighbours of one look as one. */
function byLook(runs: WrittenLine["runs"]): WrittenLine["runs"] {
  const joined: { text: string; bold: boolean; italic: boolean }[] = [];
  for (const { text, bold, italic } of runs) {
    const last = joined.at(-1);
    if (last?.bold === bold && last.italic === italic) last.text += text;
    else if (text !== "") joined.push({ text, bold, italic });
  }
  return joined;
}
