/** One step of turning a list into another: keep an item of both, drop one of the first, or take one of the second. */
export type Step<Item> =
  | { readonly kind: "kept"; readonly before: Item; readonly after: Item }
  | { readonly kind: "removed"; readonly before: Item }
  | { readonly kind: "added"; readonly after: Item };

/** Beyond this many comparisons a stretch counts as rewritten as a whole: nobody reads such a difference word by word. */
const MOST_COMPARISONS = 4_000_000;

/**
 * How `before` becomes `after`, keeping as much as can be kept in order (a longest common subsequence). Items are the
 * same when their keys are. What is removed comes before what is added in its place.
 */
export function align<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
): readonly Step<Item>[] {
  const a = before.map(keyOf);
  const b = after.map(keyOf);
  const start = sharedLength(a, b, (index) => index);
  const end = sharedLength(a.slice(start), b.slice(start), (index, length) => length - 1 - index);
  const aMiddle = { from: start, to: a.length - end };
  const bMiddle = { from: start, to: b.length - end };
  const steps: Step<Item>[] = [];
  const keep = (i: number, j: number) => {
    const [one, other] = [before[i], after[j]];
    if (one !== undefined && other !== undefined) steps.push({ kind: "kept", before: one, after: other });
  };
  for (let index = 0; index < start; index += 1) keep(index, index);
  let [i, j] = [aMiddle.from, bMiddle.from];
  for (const [nextI, nextJ] of [...commonPairs(a, b, aMiddle, bMiddle), [aMiddle.to, bMiddle.to] as const]) {
    steps.push(...before.slice(i, nextI).map((item): Step<Item> => ({ kind: "removed", before: item })));
    steps.push(...after.slice(j, nextJ).map((item): Step<Item> => ({ kind: "added", after: item })));
    if (nextI < aMiddle.to) keep(nextI, nextJ);
    [i, j] = [nextI + 1, nextJ + 1];
  }
  for (let index = 0; index < end; index += 1) keep(aMiddle.to + index, bMiddle.to + index);
  return steps;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The index pairs of a longest common subsequence of two stretches, ascending. */
function commonPairs(
  a: readonly string[],
  b: readonly string[],
  ofA: Stretch,
  ofB: Stretch,
): (readonly [number, number])[] {
  const rows = ofA.to - ofA.from;
  const columns = ofB.to - ofB.from;
  if (rows * columns > MOST_COMPARISONS) return [];
  const width = columns + 1;
  // lengths[row * width + column]: how much the rest of a from row and the rest of b from column have in common.
  const lengths = new Uint32Array((rows + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  const same = (row: number, column: number) => a[ofA.from + row] === b[ofB.from + column];
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      lengths[row * width + column] = same(row, column)
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let [row, column] = [0, 0]; row < rows && column < columns;) {
    if (same(row, column)) pairs.push([ofA.from + row++, ofB.from + column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}

/** How many items two lists share from one end; `place` turns a count into an index of a list of some length. */
function sharedLength(
  a: readonly string[],
  b: readonly string[],
  place: (index: number, length: number) => number,
): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a[place(length, a.length)] === b[place(length, b.length)]) length += 1;
  return length;
}
