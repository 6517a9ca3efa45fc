/**
 * What is taken out of people's words before they leave: control characters, and the marks that turn the direction of
 * what stands around them (Unicode Standard Annex 9, explicit formatting). The words themselves stay letter for letter.
 */
const UNSEEN = /[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/gu;
const LINE_BREAK = /\r\n|[\r\u0085\u2028\u2029]/gu;
/** Codes that are no characters: neither a page nor XML can hold them (HTML, "noncharacter"; XML 1.0, §2.2). */
const NO_CHARACTER = /[\p{Noncharacter_Code_Point}\p{Surrogate}]/gu;

/** Words that may run over several lines. */
export function plainWords(text: string): string {
  return text
    .replace(LINE_BREAK, "\n")
    .replace(NO_CHARACTER, "\uFFFD")
    .split("\n")
    .map((line) => line.replaceAll("\t", " ").replace(UNSEEN, ""))
    .join("\n");
}

/** Words that stand on one line: a name, a title. */
export function plainLine(text: string): string {
  return plainWords(text).replace(/\s+/gu, " ").trim();
}
