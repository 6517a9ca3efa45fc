import { plainText, type Paragraph } from "./document.ts";
import type { Stretch } from "./statements.ts";

/**
 * The answered words, taken from the utterance that is answered and from nowhere else: null where there are none at that place,
 * because they were withdrawn or never stood there. They are whole words, whatever was asked for: nobody is quoted as “able” who
 * has said “unable”.
 */
export function answeredWords(paragraphs: readonly Paragraph[], { from, to }: Stretch): string | null {
  const plain = plainText(paragraphs);
  if (from >= plain.length || to > plain.length) return null;
  if (plain.slice(from, to).trim() === "") return null;
  let [first, last] = [from, to];
  while (isInWord(plain, first) && isInWord(plain, first - 1)) first -= 1;
  while (isInWord(plain, last - 1) && isInWord(plain, last)) last += 1;
  return plain.slice(first, last).trim();
}

/** The words of a text with their places in it, as they can be chosen one by one. */
export function wordsIn(paragraphs: readonly Paragraph[]): readonly (Stretch & { readonly text: string })[] {
  return [...plainText(paragraphs).matchAll(/\S+/gu)].map(({ 0: text, index }) => {
    return { from: index, to: index + text.length, text };
  });
}

/** The words from the first that is chosen to the last; one of their ends, chosen again, is left out. */
export function withWord(chosen: Stretch | null, word: Stretch): Stretch | null {
  if (chosen === null) return word;
  if (word.from < chosen.from) return { from: word.from, to: chosen.to };
  if (word.to > chosen.to) return { from: chosen.from, to: word.to };
  if (word.from === chosen.from && word.to === chosen.to) return null;
  // A word in the middle: what is meant begins, or ends, there.
  return word.from === chosen.from ? { from: word.to, to: chosen.to } : { from: chosen.from, to: word.to };
}

function isInWord(text: string, at: number): boolean {
  return /\S/.test(text[at] ?? " ");
}
