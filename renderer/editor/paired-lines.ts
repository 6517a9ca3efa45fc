import type { ShownLine } from "../../shared/text/lines.ts";

/**
 * For each new line the old one whose block goes on showing it, or null: in the same order, by the first letter in it, else by
 * the letter that begins the line. So the block in which a caret stands stays the one it is.
 */
export function pairedLines(old: readonly ShownLine[], now: readonly ShownLine[]): readonly (number | null)[] {
  const firstNow = new Map(now.map((line, index) => [firstOf(line), index]));
  let next = 0;
  return now.map((line, index) => {
    const first = firstOf(line);
    const byFirst = first === null ? -1 : old.findIndex((one, place) => place >= next && firstOf(one) === first);
    const found =
      byFirst === -1 ? old.findIndex((one, place) => place >= next && beginsLike(one, line, index)) : byFirst;
    if (found === -1) return null;
    next = found + 1;
    return found;
  });

  /** Whether the old line begins as the new one does, and does not go on as a later one. */
  function beginsLike(one: ShownLine, line: ShownLine, index: number): boolean {
    if (one.start?.client !== line.start?.client || one.start?.clock !== line.start?.clock) return false;
    const first = firstOf(one);
    return first === null || (firstNow.get(first) ?? -1) <= index;
  }
}

function firstOf({ pieces: [piece] }: ShownLine): string | null {
  return piece === undefined ? null : `${String(piece.client)}:${String(piece.clock)}`;
}
