import type { Bytes } from "../crypto/bytes.ts";

/**
 * The 64 pictures of the Matrix specification, in its order: "SAS method: emoji", `data-definitions/sas-emoji.json` in
 * github.com/matrix-org/matrix-spec. They were chosen to be told apart and named in many languages. A picture's number is also
 * the key of its name in the catalogue, so that everyone hears it in their own language.
 */
export const PICTURES = [
  { number: 0, emoji: "🐶" },
  { number: 1, emoji: "🐱" },
  { number: 2, emoji: "🦁" },
  { number: 3, emoji: "🐎" },
  { number: 4, emoji: "🦄" },
  { number: 5, emoji: "🐷" },
  { number: 6, emoji: "🐘" },
  { number: 7, emoji: "🐰" },
  { number: 8, emoji: "🐼" },
  { number: 9, emoji: "🐓" },
  { number: 10, emoji: "🐧" },
  { number: 11, emoji: "🐢" },
  { number: 12, emoji: "🐟" },
  { number: 13, emoji: "🐙" },
  { number: 14, emoji: "🦋" },
  { number: 15, emoji: "🌷" },
  { number: 16, emoji: "🌳" },
  { number: 17, emoji: "🌵" },
  { number: 18, emoji: "🍄" },
  { number: 19, emoji: "🌏" },
  { number: 20, emoji: "🌙" },
  { number: 21, emoji: "☁️" },
  { number: 22, emoji: "🔥" },
  { number: 23, emoji: "🍌" },
  { number: 24, emoji: "🍎" },
  { number: 25, emoji: "🍓" },
  { number: 26, emoji: "🌽" },
  { number: 27, emoji: "🍕" },
  { number: 28, emoji: "🎂" },
  { number: 29, emoji: "❤️" },
  { number: 30, emoji: "😀" },
  { number: 31, emoji: "🤖" },
  { number: 32, emoji: "🎩" },
  { number: 33, emoji: "👓" },
  { number: 34, emoji: "🔧" },
  { number: 35, emoji: "🎅" },
  { number: 36, emoji: "👍" },
  { number: 37, emoji: "☂️" },
  { number: 38, emoji: "⌛" },
  { number: 39, emoji: "⏰" },
  { number: 40, emoji: "🎁" },
  { number: 41, emoji: "💡" },
  { number: 42, emoji: "📕" },
  { number: 43, emoji: "✏️" },
  { number: 44, emoji: "📎" },
  { number: 45, emoji: "✂️" },
  { number: 46, emoji: "🔒" },
  { number: 47, emoji: "🔑" },
  { number: 48, emoji: "🔨" },
  { number: 49, emoji: "☎️" },
  { number: 50, emoji: "🏁" },
  { number: 51, emoji: "🚂" },
  { number: 52, emoji: "🚲" },
  { number: 53, emoji: "✈️" },
  { number: 54, emoji: "🚀" },
  { number: 55, emoji: "🏆" },
  { number: 56, emoji: "⚽" },
  { number: 57, emoji: "🎸" },
  { number: 58, emoji: "🎺" },
  { number: 59, emoji: "🔔" },
  { number: 60, emoji: "⚓" },
  { number: 61, emoji: "🎧" },
  { number: 62, emoji: "📁" },
  { number: 63, emoji: "📌" },
] as const;

/** One of the 64, by its place in the list. */
export type Picture = (typeof PICTURES)[number];

/** How many of them are compared: 30 bits. */
const COUNT = 5;
const BITS_EACH = 6;

/**
 * The five pictures that stand for `bytes`: six bits each, from the first bit on, as in the Matrix specification. The same
 * bytes give the same pictures everywhere. Throws where there are fewer than 30 bits.
 */
export function picturesOf(bytes: Bytes): readonly Picture[] {
  return Array.from({ length: COUNT }, (_, place) => {
    const number = sixBits(bytes, place * BITS_EACH);
    const picture = PICTURES[number];
    if (picture === undefined) throw new RangeError(`no picture has the number ${String(number)}`);
    return picture;
  });
}

function sixBits(bytes: Bytes, from: number): number {
  let number = 0;
  for (let bit = from; bit < from + BITS_EACH; bit += 1) {
    const byte = bytes[bit >> 3];
    if (byte === undefined) throw new RangeError("five pictures take 30 bits");
    number = (number << 1) | ((byte >> (7 - (bit & 7))) & 1);
  }
  return number;
}
