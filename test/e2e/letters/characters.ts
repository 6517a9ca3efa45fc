/** Characters that people see as one, in their whole kinds: of several code points, or of several UTF-16 units. */
export const CHARACTERS: Readonly<Record<string, readonly string[]>> = {
  "emoji whose pairs begin alike": ["😀", "😭", "😎", "🐈", "🐕", "👍", "🙏"],
  "skin tones": ["👍🏻", "👍🏿", "👋🏽", "🧑🏾"],
  "families and other joined emoji": ["👩‍👩‍👧‍👦", "🧑🏿‍🤝‍🧑🏻", "👩🏽‍🚀", "🏳️‍🌈", "❤️‍🔥", "🐈‍⬛"],
  flags: ["🇫🇮", "🇫🇷", "🇸🇾", "🇺🇳", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"],
  keycaps: ["1️⃣", "#️⃣", "*️⃣"],
  "combining marks": ["é", "ạ̈", "ñ", "x̣̄", "a⃝", "g̈"],
  "Arabic with harakat": ["مَ", "رَ", "ضٌ", "لّ", "ﷺ"],
  Hebrew: ["שָׁ", "לוֹ", "ם", "בּ"],
  Thai: ["กำ", "น้ำ", "ที่", "ผู้"],
  Devanagari: ["क्षि", "न", "स्ते", "श्री"],
  "Hangul, composed and in jamo": ["한", "글", "한", "글"],
  "ideographs with a variation selector": ["葛󠄀", "辻󠄁", "︎"],
};

/** One character of every stretch of 32 beyond the basic plane that has any: so of every block. */
export function astralCharacters(): readonly string[] {
  const found: string[] = [];
  for (let first = 0x10000; first < 0x32400; first += stretchAt(first)) {
    for (let point = first; point < first + 0x20; point += 1) {
      const letter = String.fromCodePoint(point);
      if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(letter)) continue;
      found.push(letter);
      break;
    }
  }
  return found;
}

/** Ideographs are alike for long stretches. */
function stretchAt(first: number): number {
  return (first >= 0x17000 && first < 0x1af00) || first >= 0x20000 ? 0x400 : 0x20;
}
