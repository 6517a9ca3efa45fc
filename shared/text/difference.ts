import diff from "fast-diff";

/** A stretch of a text, in UTF-16 units. */
export interface Selection {
  readonly from: number;
  readonly to: number;
}

/** Put `text` where the units from `from` to `to` of the old text stand. */
export interface Splice extends Selection {
  readonly text: string;
}

/** What was selected before a change and after it: it tells which of several like letters was meant. */
export interface Hint {
  readonly before: Selection;
  readonly after: Selection;
}

/**
 * How one text becomes another: few splices, in order, that do not touch. What both have in common stays. A character that people
 * see as one is replaced as one: a flag by another flag, not one half of it.
 */
export function differenceOf(before: string, after: string, hint: Hint | null): readonly Splice[] {
  const cursor = hint === null ? undefined : { oldRange: rangeOf(hint.before), newRange: rangeOf(hint.after) };
  const splices: Splice[] = [];
  let at = 0;
  for (const [kind, text] of diff(before, after, cursor)) {
    const last = splices.at(-1);
    const touches = last?.to === at && kind !== diff.EQUAL;
    if (kind === diff.DELETE) {
      if (touches) splices[splices.length - 1] = { ...last, to: at + text.length };
      else splices.push({ from: at, to: at + text.length, text: "" });
    }
    if (kind === diff.INSERT) {
      if (touches) splices[splices.length - 1] = { ...last, text: last.text + text };
      else splices.push({ from: at, to: at, text });
    }
    if (kind !== diff.INSERT) at += text.length;
  }
  return widened(before, after, splices);
}

function rangeOf({ from, to }: Selection): { index: number; length: number } {
  return { index: Math.min(from, to), length: Math.abs(to - from) };
}

/** Replacements that would tear a character apart, widened to all of it; where that makes two touch, they become one. */
function widened(before: string, after: string, splices: readonly Splice[]): readonly Splice[] {
  const wide: Splice[] = [];
  let shift = 0;
  for (const narrow of splices) {
    const splice = widenedOne(before, after, narrow, shift);
    shift += narrow.text.length - (narrow.to - narrow.from);
    const last = wide.at(-1);
    if (last !== undefined && splice.from < last.to) {
      // The letters between the two are in both; they are kept once.
      const between = splice.from - last.to;
      const text = last.text.slice(0, between) + splice.text;
      wide[wide.length - 1] = { from: last.from, to: Math.max(last.to, splice.to), text };
    } else wide.push(splice);
  }
  return wide;
}

function widenedOne(before: string, after: string, { from, to, text }: Splice, shift: number): Splice {
  // What is only added or only taken away is just that: an accent over a letter leaves the letter whose it was.
  if (text === "" || from === to) return { from, to, text };
  // Where the new text has two characters anyway, nothing is torn: a line that begins before an accent parts it from its letter.
  const [newFrom, newTo] = [from + shift, from + shift + text.length];
  const first = isBetween(after, newFrom) ? from : characterStart(before, from);
  const last = isBetween(after, newTo) ? to : characterEnd(before, to);
  return { from: first, to: last, text: before.slice(first, from) + text + before.slice(to, last) };
}

/** Whether a boundary lies between two characters that people see as two. */
function isBetween(text: string, boundary: number): boolean {
  return characterStart(text, boundary) === boundary;
}

const characters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Where the character begins that a boundary lies in; the boundary itself where it lies between two. */
function characterStart(text: string, boundary: number): number {
  return characters.segment(text).containing(boundary)?.index ?? boundary;
}

function characterEnd(text: string, boundary: number): number {
  const within = characters.segment(text).containing(boundary);
  return within === undefined || within.index === boundary ? boundary : within.index + within.segment.length;
}
