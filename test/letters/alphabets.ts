import type { Chance } from "../attack/chance.ts";

/** Makes a short text out of one way of writing. */
type Alphabet = (chance: Chance) => string;

const FAMILIES = ["👩‍👩‍👧‍👦", "👨‍❤️‍👨", "🏳️‍🌈", "👩🏽‍🚀", "🧑🏿‍🤝‍🧑🏻", "❤️‍🔥"];
const TONES = ["🏻", "🏼", "🏽", "🏾", "🏿"];
const COUNTRIES = ["🇫🇮", "🇫🇷", "🇸🇾", "🇩🇪", "🇯🇵", "🇺🇳"];
const OF_A_FLAG = ["🇫", "🇮", "🇷"];
const THAI = ["กำลัง", "น้ำ", "เธอ", "ที่", "ผู้ใหญ่", "ก", "้", "ำ"];
const ARABIC = ["تعبانة", "بنتي", "لا", "مَرَض", "ﷺ", "ه", "ّ", "\u200f"];
const DEVANAGARI = ["क्षि", "नमस्ते", "क", "्", "ष"];
const MARKS = ["\u0301", "\u0308", "\u0323", "\u20dd", "\ufe0f", "\u200d"];

function between(chance: Chance, first: number, last: number): string {
  return String.fromCodePoint(first + chance.below(last - first + 1));
}

function several(chance: Chance, most: number, one: () => string): string {
  let text = "";
  for (let count = 1 + chance.below(most); count > 0; count -= 1) text += one();
  return text;
}

const ALPHABETS: readonly Alphabet[] = [
  (chance) => several(chance, 5, () => between(chance, 0x61, 0x7a)),
  // Letters that are easily taken for each other.
  (chance) => several(chance, 4, () => chance.pick(["a", "a", "b", "aa", " "])),
  (chance) => several(chance, 2, () => chance.pick(ARABIC)),
  (chance) => several(chance, 2, () => chance.pick(THAI)),
  (chance) => chance.pick(DEVANAGARI),
  // Hangul as syllables, and as what they are composed of.
  (chance) => several(chance, 2, () => between(chance, 0xac00, 0xd7a3)),
  (chance) => between(chance, 0x1100, 0x1112) + between(chance, 0x1161, 0x1175) + chance.pick(["", "\u11a8"]),
  (chance) => chance.pick(["e", "o", ""]) + several(chance, 2, () => chance.pick(MARKS)),
  // Of every plane beyond the basic one, also where nothing is assigned yet.
  (chance) => several(chance, 2, () => between(chance, 0x10000, 0x10ffff)),
  (chance) => between(chance, 0x1f300, 0x1faff),
  (chance) => chance.pick(["👍", "👋", "🧑"]) + chance.pick(["", ...TONES]),
  (chance) => several(chance, 3, () => chance.pick(COUNTRIES)),
  (chance) => chance.pick(OF_A_FLAG),
  (chance) => chance.pick(FAMILIES),
];

/** What somebody types without breaking a line. */
export function someWords(chance: Chance): string {
  return chance.pick(ALPHABETS)(chance);
}

/** What somebody pastes: lines and line breaks among the words. */
export function somePasted(chance: Chance): string {
  return several(chance, 4, () => chance.pick(["\n", "\n", "\u2028", ""]) + someWords(chance));
}
