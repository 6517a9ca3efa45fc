const DIGIT = /\p{Nd}/u;

/**
 * A typed secret in its one spelling: letters as NFKC writes them, because keyboards differ in how they write the same letter,
 * and the decimal digits of every script as 0 to 9, because ٤ is the same digit as 4 on another keyboard.
 */
export function oneSpelling(secret: string): string {
  return secret.normalize("NFKC").replace(/\p{Nd}/gu, (digit) => String(valueOf(digit.codePointAt(0) ?? 0)));
}

/** Whether two typed secrets are the same one, whichever keyboards they were typed on. */
export function isSameSecret(one: string, other: string): boolean {
  return oneSpelling(one) === oneSpelling(other);
}

/** Unicode keeps the ten digits of each script together and in order, from zero on (Unicode Standard, section 4.6). */
function valueOf(codePoint: number): number {
  let first = codePoint;
  while (DIGIT.test(String.fromCodePoint(first - 1))) first -= 1;
  return (codePoint - first) % 10;
}
