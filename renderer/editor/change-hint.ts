import type { Hint, Selection } from "../../shared/text/difference.ts";
import { lineText, type ShownLine } from "../../shared/text/lines.ts";
import type { TextOffset } from "../../shared/text/position.ts";
import type { WrittenLine } from "../../shared/text/write-lines.ts";

type Selected = readonly [TextOffset, TextOffset] | null;

/** What was selected before a change and after it, in the text of the lines it touched; null where it was elsewhere. */
export function hintOf(
  from: number,
  before: { readonly lines: readonly ShownLine[]; readonly selected: Selected },
  after: { readonly lines: readonly WrittenLine[]; readonly selected: Selected },
): Hint | null {
  const was = selectionIn(
    from,
    before.lines.map((line) => lineText(line).length),
    before.selected,
  );
  const is = selectionIn(from, after.lines.map(lengthOf), after.selected);
  return was === null || is === null ? null : { before: was, after: is };
}

function lengthOf({ runs }: WrittenLine): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0);
}

function selectionIn(from: number, lengths: readonly number[], selected: Selected): Selection | null {
  if (selected === null) return null;
  const [anchor, focus] = selected.map(({ line, at }) => {
    if (line < from || line >= from + lengths.length) return null;
    return lengths.slice(0, line - from).reduce((sum, length) => sum + length + 1, at);
  });
  if (anchor === null || anchor === undefined || focus === null || focus === undefined) return null;
  return { from: Math.min(anchor, focus), to: Math.max(anchor, focus) };
}
