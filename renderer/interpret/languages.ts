/** Languages that interpreters are asked for most; whatever else is spoken in the meeting is offered beside them. */
const OFTEN_ASKED_FOR: readonly string[] = [
  "am",
  "ar",
  "bn",
  "bg",
  "ckb",
  "da",
  "de",
  "el",
  "en",
  "es",
  "fa",
  "fi",
  "fr",
  "hi",
  "it",
  "ku",
  "lt",
  "nb",
  "nl",
  "pl",
  "ps",
  "pt",
  "ro",
  "ru",
  "so",
  "sq",
  "sr",
  "sv",
  "ta",
  "ti",
  "tr",
  "uk",
  "ur",
  "vi",
  "zh",
];

/** A language as a reader of `locale` calls it: "Arabic". Its own code where it has no name there. */
export function languageName(language: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: "language" }).of(language) ?? language;
  } catch {
    // A code that is well formed for us and unknown to this browser is shown as it is.
    return language;
  }
}

/** What can be chosen to render into, in the alphabet of the reader: those often asked for, and those spoken here. */
export function languagesToChoose(
  spokenHere: readonly string[],
  locale: string,
): readonly { code: string; name: string }[] {
  return [...new Set([...OFTEN_ASKED_FOR, ...spokenHere])]
    .map((code) => ({ code, name: languageName(code, locale) }))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
}
