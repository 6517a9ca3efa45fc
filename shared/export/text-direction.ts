export type Direction = "ltr" | "rtl";

/** The blocks that Unicode keeps for scripts which run from right to left (DerivedBidiClass.txt). */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFE\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
/** A letter, or a mark that nobody sees and that counts as one. */
const LETTER = /[\p{L}\u200E\u200F\u061C]/u;
/** What belongs to the letter before it: an accent, a vowel sign. */
const SIGN = /\p{M}/u;

const FIRST_STRONG_ISOLATE = "\u2068";
const POP_ISOLATE = "\u2069";

/** Which way words run: as their first letter does, like `dir="auto"` in HTML. Null where there is no letter. */
export function directionOfWords(words: string): Direction | null {
  const first = LETTER.exec(words);
  return first === null ? null : directionOfLetter(first[0]);
}

/**
 * Words kept apart from the line around them where they run the other way, so that neither turns the other (Unicode
 * Standard Annex 9, isolates). Other words stay exactly as they are. Only for words on one line: a line ends every isolate.
 */
export function isolated(words: string, around: Direction): string {
  return runsAgainst(words, around) ? `${FIRST_STRONG_ISOLATE}${words}${POP_ISOLATE}` : words;
}

/**
 * Words taken apart where their direction changes, in the order in which they are written; nothing is lost. What has no direction goes with
 * the letters on both sides of it, or else with the text.
 */
export function piecesByDirection(
  words: string,
  base: Direction,
): readonly { readonly text: string; readonly direction: Direction }[] {
  if (!runsAgainst(words, base)) return words === "" ? [] : [{ text: words, direction: base }];
  const pieces: { text: string; direction: Direction }[] = [];
  let piece = { text: "", direction: base };
  let between = "";
  for (const character of words) {
    const direction = LETTER.test(character) ? directionOfLetter(character) : null;
    if (direction === null) {
      if (between === "" && SIGN.test(character)) piece.text += character;
      else between += character;
    } else if (direction === piece.direction) {
      piece.text += between + character;
      between = "";
    } else {
      const next = { text: character, direction };
      if (piece.direction === base) piece.text += between;
      else next.text = between + character;
      pieces.push(piece);
      piece = next;
      between = "";
    }
  }
  if (piece.direction === base) pieces.push({ text: piece.text + between, direction: base });
  else pieces.push(piece, { text: between, direction: base });
  return pieces.filter(({ text }) => text !== "");
}

function runsAgainst(words: string, base: Direction): boolean {
  // Most words are in a script from the left, and are looked at all at once.
  if (base === "ltr" && !RIGHT_TO_LEFT.test(words)) return false;
  return Array.from(words).some((one) => LETTER.test(one) && directionOfLetter(one) !== base);
}

function directionOfLetter(letter: string): Direction {
  return RIGHT_TO_LEFT.test(letter) ? "rtl" : "ltr";
}
