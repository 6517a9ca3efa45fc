import * as Y from "yjs";
import { readEdit } from "../../shared/text/edit.ts";
import { letterNumber, type LetterNumber } from "./letter-number.ts";
import { broken } from "./broken.ts";

/** What one edit did, out of its bytes. */
export interface Took {
  readonly inserted: readonly LetterNumber[];
  readonly deleted: readonly LetterNumber[];
  readonly crossedOut: readonly LetterNumber[];
}

type Taking = { readonly [Part in keyof Took]: LetterNumber[] };

/** To be filled with what some edits did. */
export function tookNothing(): Taking {
  return { inserted: [], deleted: [], crossedOut: [] };
}

/**
 * Every letter that was ever typed, and what was done to it: kept from the bytes of the edits alone, with nothing of the program
 * but its check of them.
 */
export class Ledger {
  readonly #texts = new Map<LetterNumber, string>();
  readonly #deleted = new Set<LetterNumber>();
  /** What each crossing out that still stands names, by the number of its mark. */
  readonly #crossings = new Map<LetterNumber, readonly LetterNumber[]>();

  /** Takes in an edit that `client` has made. */
  take(client: number, update: Uint8Array): Took {
    const bytes = new Uint8Array(update);
    const read = readEdit(bytes);
    if (read === null) return broken("an edit is refused by its own program");
    if ([...read.inserts, ...read.deletes].some((one) => one !== client))
      broken("an edit touches what another has written");
    const took = tookNothing();
    const { structs, ds } = Y.decodeUpdate(bytes);
    for (const struct of structs) if (struct instanceof Y.Item) this.#takeItem(struct, took);
    for (const [whose, ranges] of ds.clients) {
      for (const { clock, len } of ranges) {
        for (let at = clock; at < clock + len; at += 1) this.#takeDeletion(letterNumber(whose, at), took);
      }
    }
    return took;
  }

  textOf(letter: LetterNumber): string {
    return this.#texts.get(letter) ?? "";
  }

  /** Every letter that has to be shown once everybody has heard everything. */
  standing(): ReadonlySet<LetterNumber> {
    const crossedOut = new Set([...this.#crossings.values()].flat());
    return new Set([...this.#texts.keys()].filter((letter) => !this.#deleted.has(letter) && !crossedOut.has(letter)));
  }

  #takeItem({ id: { client, clock }, content }: Y.Item, took: Taking): void {
    const letters =
      content instanceof Y.ContentString
        ? content.str.split("")
        : content instanceof Y.ContentEmbed
          ? (content.embed as readonly string[]) // what this program embeds
          : [];
    for (const [at, text] of letters.entries()) {
      const letter = letterNumber(client, clock + at);
      this.#texts.set(letter, text);
      took.inserted.push(letter);
    }
    if (!(content instanceof Y.ContentAny)) return;
    const marks = content.arr as readonly (readonly [string, boolean, ...number[]])[]; // what this program marks
    for (const [at, [kind, , ...numbers]] of marks.entries()) {
      if (kind !== "crossed-out") continue;
      const named: LetterNumber[] = [];
      for (let place = 0; place < numbers.length; place += 3) {
        const [whose = 0, from = 0, length = 0] = numbers.slice(place, place + 3);
        for (let count = 0; count < length; count += 1) named.push(letterNumber(whose, from + count));
      }
      this.#crossings.set(letterNumber(client, clock + at), named);
      took.crossedOut.push(...named);
    }
  }

  #takeDeletion(number: LetterNumber, took: Taking): void {
    if (this.#texts.has(number)) {
      this.#deleted.add(number);
      took.deleted.push(number);
    } else this.#crossings.delete(number);
  }
}
