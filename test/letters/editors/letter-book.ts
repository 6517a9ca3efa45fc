import { lettersOf } from "../../../shared/text/letters.ts";
import type { Chance } from "../../attack/chance.ts";
import type { Person } from "./person.ts";

/**
 * Letters of many scripts, each typed once in a meeting at most: so each can be found again. First letter, and how many. None of them joins
 * the one before it: what is seen as one character is replaced as one, by whoever replaces a part of it.
 */
const ALPHABETS = [
  [0x4e00, 4000],
  [0x0e01, 46],
  [0x0621, 25],
  [0x0400, 128],
  [0xac00, 4000],
  [0x20000, 4000],
  [0x1f600, 60],
  [0x1f980, 100],
  [0x10400, 70],
  [0x1d400, 80],
] as const;

export type ActKind = "edit" | "redo" | "undo";

/** What is known of every letter of a meeting: who typed it, and who has taken it out. */
export class LetterBook {
  readonly #writers = new Map<string, number>();
  readonly #taken = new Map<string, Set<number>>();
  /** What was typed in one go: its letters stand in this order, as far as they stand. */
  readonly #words: string[] = [];
  readonly #moved = new Set<string>();

  /** Some letters that nobody has typed yet; from now on this person has. */
  newLetters(chance: Chance, { client }: Person): string {
    const [first, count] = chance.pick(ALPHABETS);
    let text = "";
    for (let left = 1 + chance.below(4); left > 0; left -= 1) {
      const letter = String.fromCodePoint(first + chance.below(count));
      if (this.#writers.has(letter)) continue;
      this.#writers.set(letter, client);
      text += letter;
    }
    this.#words.push(text);
    return text;
  }

  noteMoved(words: string): void {
    for (const letter of words) this.#moved.add(letter);
  }

  /** Notes what somebody's act did to the letters that could be read before. Returns what it should not have done. */
  note(person: Person, before: ReadonlySet<string>, kind: ActKind): readonly string[] {
    const faults: string[] = [];
    const after = lettersRead(person);
    for (const letter of before) {
      if (after.has(letter)) continue;
      if (kind === "undo" && this.#writers.get(letter) !== person.client) faults.push(`undo took ${letter} of another`);
      this.#takers(letter).add(person.client);
    }
    for (const letter of after) if (!before.has(letter)) this.#takers(letter).delete(person.client);
    if (kind === "edit") return faults;
    // What is turned back may also delete letters of one's own that others have crossed out.
    const held = lettersHeld(person);
    for (const [letter, writer] of this.#writers) {
      if (writer === person.client && !held.has(letter)) this.#takers(letter).add(writer);
    }
    return faults;
  }

  /** What is wrong with a meeting that has ended, of which everyone knows everything. */
  check(person: Person): readonly string[] {
    const faults: string[] = [];
    const times = new Map<string, number>();
    for (const [client, text] of person.lines().flatMap(({ runs }) => runs)) {
      for (const letter of text.replaceAll("\u2028", "")) {
        times.set(letter, (times.get(letter) ?? 0) + 1);
        if (this.#writers.get(letter) !== client) faults.push(`${letter} stands under ${String(client)}`);
      }
    }
    const order = Array.from(person.words());
    for (const word of this.#words) {
      const places = Array.from(word, (letter) => order.indexOf(letter)).filter((place) => place !== -1);
      const isMoved = Array.from(word).some((letter) => this.#moved.has(letter));
      if (!isMoved && places.some((place, at) => place < (places[at - 1] ?? 0))) faults.push(`${word} is out of order`);
    }
    for (const [letter, count] of times) if (count > 1) faults.push(`${letter} stands ${String(count)} times`);
    for (const letter of this.#writers.keys()) {
      if (this.#takers(letter).size === 0 && !times.has(letter)) faults.push(`${letter} is lost`);
    }
    return faults;
  }

  #takers(letter: string): Set<number> {
    const takers = this.#taken.get(letter) ?? new Set();
    this.#taken.set(letter, takers);
    return takers;
  }
}

/** The letters that somebody can read. */
export function lettersRead(person: Person): ReadonlySet<string> {
  return new Set(person.words().replaceAll(/[\n\u2028]/g, ""));
}

/** All letters of a document that are not deleted, also those that are crossed out. */
function lettersHeld(person: Person): ReadonlySet<string> {
  // Yjs does not say what a delta is made of.
  const delta = lettersOf(person.text.doc).toDelta() as readonly { readonly insert?: unknown }[];
  return new Set(delta.flatMap(({ insert }) => (Array.isArray(insert) ? insert : [insert]).flatMap(lettersIn)));
}

function lettersIn(inserted: unknown): readonly string[] {
  return typeof inserted === "string" ? Array.from(inserted) : [];
}
