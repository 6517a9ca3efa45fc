/** Languages that are often spoken in meetings, by their BCP 47 names. Any other can still be spoken: it need not be named. */
const COMMON = [
  ...[
    "ar",
    "fa",
    "ps",
    "ckb",
    "ku",
    "tr",
    "he",
    "ur",
    "hi",
    "bn",
    "pa",
    "ta",
    "ne",
    "am",
    "ti",
    "so",
    "sw",
    "ha",
    "yo",
  ],
  ...["en", "de", "fr", "es", "pt", "it", "nl", "sv", "nb", "da", "fi", "se", "is", "et", "lv", "lt", "pl", "cs", "sk"],
  ...["hu", "ro", "bg", "el", "sq", "hr", "sr", "bs", "uk", "ru", "hy", "ka", "zh", "ja", "ko", "vi", "th", "id", "tl"],
];

/** A language, as those who speak it call it, and as it is called in the language of the screen. */
interface NamedLanguage {
  readonly language: string;
  readonly own: string;
  readonly here: string;
}

/** The common languages and this one, by their names: those of the screen's language in its own order. */
export function namedLanguages(screen: string, also: string | null): readonly NamedLanguage[] {
  const all = also === null || COMMON.includes(also) ? COMMON : [...COMMON, also];
  const inScreen = new Intl.Collator(screen);
  return all
    .map((language) => ({ language, own: nameIn(language, language), here: nameIn(screen, language) }))
    .toSorted((one, other) => inScreen.compare(one.here, other.here));
}

function nameIn(screen: string, language: string): string {
  return new Intl.DisplayNames([screen], { type: "language" }).of(language) ?? language;
}
