/** Scripts that a few letters are enough to know, by their ISO 15924 names. */
const SCRIPTS = ["Arab", "Armn", "Beng", "Cyrl", "Deva", "Ethi", "Geor", "Grek", "Hebr", "Latn", "Taml", "Thai"];

/**
 * The language words are read in: the one they are said to be in, unless they are written in another script. Then it is the one
 * that is most often written so, because a voice of the first could not say them at all.
 */
export function languageOfWords(words: string, saidToBe: string): string {
  const script = scriptOf(words);
  if (script === null) return saidToBe;
  try {
    const usual = new Intl.Locale(saidToBe).maximize().script;
    if (usual === undefined || usual === script || !SCRIPTS.includes(usual)) return saidToBe;
    return new Intl.Locale(`und-${script}`).maximize().language;
  } catch {
    // A language the browser does not know by name is taken at its word.
    return saidToBe;
  }
}

/** The script of most letters, or null where that is none of those above. */
function scriptOf(words: string): string | null {
  const letters = words.match(/\p{L}/gu) ?? [];
  const found = SCRIPTS.find((script) => {
    const own = new RegExp(`\\p{Script=${script}}`, "u");
    return letters.filter((letter) => own.test(letter)).length * 2 > letters.length;
  });
  return found ?? null;
}
