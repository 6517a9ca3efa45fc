import { Chance } from "../attack/chance.ts";
import type { Look } from "../../shared/text/letters.ts";
import { somePasted, someWords } from "./alphabets.ts";

/** How many letters, lines or entries a number counts on, where it says of which: taken modulo how many there are. */
type Any = number;

interface ByAnyone {
  readonly who: Any;
}

/** Text in the place of a stretch of the text: typing, deleting, splitting and joining lines, replacing, pasting. */
export interface Write extends ByAnyone {
  readonly kind: "write";
  readonly at: Any;
  readonly length: number;
  readonly text: string;
  readonly look: Look;
  /** Whether the first and the last of the lines that come of it are to be headings; null: as they are. */
  readonly headings: readonly [boolean | null, boolean | null];
  /** Whether the caret stood before or behind what is deleted, or all of it was selected. */
  readonly caret: "after" | "before" | "selected";
  /** How many entries of others come between what was shown and what is written, as while a syllable is composed. */
  readonly heardMeanwhile: number;
  /** How many lines around are written again as they are. */
  readonly around: number;
}

export type Act =
  | Write
  | (ByAnyone & { readonly kind: "move"; readonly at: Any; readonly length: number; readonly to: Any })
  | (ByAnyone & {
      readonly kind: "look";
      readonly at: Any;
      readonly length: number;
      readonly what: keyof Look;
      readonly on: boolean;
    })
  | (ByAnyone & { readonly kind: "heading"; readonly line: Any; readonly on: boolean })
  | (ByAnyone & { readonly kind: "redo" | "undo" })
  /** Some entries of others come, from whoever has written at these places of what has not come yet; all where none are named. */
  | (ByAnyone & { readonly kind: "hear"; readonly which: readonly Any[]; readonly together: boolean });

/** An act, and how long after the one before it is done. */
export type Timed = Act & { readonly pauseMs: number };

/** What happens in one meeting, all of it following from the seed. */
export interface Script {
  readonly people: number;
  readonly acts: readonly Timed[];
}

export function scriptOf(seed: number): Script {
  const chance = new Chance(seed);
  const people = 3 + chance.below(3);
  const acts = Array.from({ length: 10 + chance.below(50) }, () => ({
    ...someAct(chance, chance.below(people)),
    pauseMs: chance.below(3) === 0 ? 100 : 1000,
  }));
  return { people, acts };
}

function someAct(chance: Chance, who: number): Act {
  const [at, length] = [chance.next(), chance.below(8)];
  const kind = chance.below(20);
  if (kind < 5) return someWriting(chance, who, { length: 0, text: someWords(chance) });
  if (kind < 6) return someWriting(chance, who, { length: 0, text: "\n" });
  if (kind < 9) return someWriting(chance, who, { length: 1 + length, text: "" });
  if (kind < 11) return someWriting(chance, who, { length: 1 + length, text: someWords(chance) });
  if (kind < 12) return someWriting(chance, who, { length: chance.below(3), text: somePasted(chance) });
  if (kind < 13) return { kind: "move", who, at, length: 1 + length, to: chance.next() };
  if (kind < 14) {
    return {
      kind: "look",
      who,
      at,
      length: 1 + length,
      what: chance.pick(["bold", "italic"]),
      on: chance.below(2) === 0,
    };
  }
  if (kind < 15) return { kind: "heading", who, line: at, on: chance.below(3) > 0 };
  if (kind < 17) return { kind: chance.below(3) === 0 ? "redo" : "undo", who };
  const which = Array.from({ length: chance.below(5) }, () => chance.next());
  return { kind: "hear", who, which, together: chance.below(2) === 0 };
}

function someWriting(chance: Chance, who: number, wish: Pick<Write, "length" | "text">): Write {
  const headings = [null, null, null, true, false] as const;
  return {
    kind: "write",
    ...{ who, ...wish, at: chance.next() },
    look: { bold: chance.below(6) === 0, italic: chance.below(9) === 0 },
    headings: [chance.pick(headings), chance.pick(headings)],
    caret: chance.pick(["after", "before", "selected"]),
    heardMeanwhile: chance.below(6) === 0 ? 1 + chance.below(4) : 0,
    around: chance.pick([0, 0, 1, 1000]),
  };
}
