import { NOBODY } from "./letters.ts";
import type { Mark, MarkKind } from "./marks.ts";

/** What all marks together say of some letters. */
export interface Standing {
  readonly crossedOut: boolean;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly heading: boolean;
}

/** Letters that follow each other and have the same standing. */
export interface Stretch {
  readonly length: number;
  readonly standing: Standing;
}

export const UNMARKED: Standing = { crossedOut: false, bold: false, italic: false, heading: false };

interface Painted {
  /** The clock at which each stretch begins, ascending. */
  readonly from: readonly number[];
  readonly standings: readonly Standing[];
}

/** Which marks hold for which letters. The last mark of a kind wins; anyone's crossing out is enough. */
export class MarkIndex {
  readonly #painted: ReadonlyMap<number, Painted>;

  constructor(marks: readonly Mark[]) {
    const byClient = new Map<number, Stroke[]>();
    for (const { kind, on, letters } of marks) {
      if (kind === "crossed-out" && !on) continue;
      for (const { client, clock, length } of letters) {
        // The first line's start is nobody's, and stays.
        if (client === NOBODY && kind === "crossed-out") continue;
        const strokes = byClient.get(client) ?? [];
        byClient.set(client, strokes);
        strokes.push({ kind, on, from: clock, to: clock + length });
      }
    }
    this.#painted = new Map([...byClient].map(([client, strokes]) => [client, paint(strokes)]));
  }

  /** The standing of some letters of one client, stretch by stretch. */
  of(client: number, clock: number, length: number): readonly Stretch[] {
    const painted = this.#painted.get(client);
    const end = clock + length;
    if (painted === undefined) return [{ length, standing: UNMARKED }];
    let place = lastAtMost(painted.from, clock);
    if ((painted.from[place + 1] ?? Infinity) >= end) {
      return [{ length, standing: painted.standings[place] ?? UNMARKED }];
    }
    const stretches: Stretch[] = [];
    for (let at = clock; at < end; place += 1) {
      const until = Math.min(end, painted.from[place + 1] ?? end);
      stretches.push({ length: until - at, standing: painted.standings[place] ?? UNMARKED });
      at = until;
    }
    return stretches;
  }
}

interface Stroke {
  readonly kind: MarkKind;
  readonly on: boolean;
  readonly from: number;
  readonly to: number;
}

/** Paints each kind from the last stroke to the first: what is painted already is passed over. */
function paint(strokes: readonly Stroke[]): Painted {
  const from = [...new Set(strokes.flatMap((stroke) => [stroke.from, stroke.to]))].sort((a, b) => a - b);
  const placeOf = new Map(from.map((clock, place) => [clock, place]));
  const layer = (kind: MarkKind): readonly boolean[] => {
    const values = from.map(() => false);
    // For each place the next one that is not painted yet.
    const next = from.map((_, place) => place);
    const free = (place: number): number => {
      let found = place;
      while ((next[found] ?? found) !== found) found = next[found] ?? found;
      for (let at = place; at < found;) [at, next[at]] = [next[at] ?? found, found];
      return found;
    };
    for (const stroke of strokes.toReversed()) {
      if (stroke.kind !== kind) continue;
      const end = placeOf.get(stroke.to) ?? from.length;
      for (let at = free(placeOf.get(stroke.from) ?? end); at < end; at = free(at)) {
        values[at] = stroke.on;
        next[at] = at + 1;
      }
    }
    return values;
  };
  const [crossed, bold, italic, heading] = [layer("crossed-out"), layer("bold"), layer("italic"), layer("heading")];
  const standings = from.map((_, place) => ({
    crossedOut: crossed[place] === true,
    bold: bold[place] === true,
    italic: italic[place] === true,
    heading: heading[place] === true,
  }));
  return { from, standings };
}

/** The place of the last of these that is not above `clock`; -1 where all are. */
function lastAtMost(ascending: readonly number[], clock: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? Infinity) <= clock) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
