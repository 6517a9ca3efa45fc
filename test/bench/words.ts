/** What people say in these meetings: ordinary sentences of the length people speak in, typed on a plain keyboard. */
const SENTENCES = [
  "I want to sleep, and I do not want to be talked about in the kitchen when I am in the next room.",
  "It started when the flat was broken into. I am not ill, I am frightened, and nobody asks about that.",
  "In my family we call this an illness. With my sister we waited too long, and I will not wait again.",
  "I notice that I want to act quickly, and I would like to hear what each of you is afraid of first.",
  "What if someone came by at eight in the evening, and checked with her before anything is decided?",
  "Write it down the way I said it, please, and not the way it sounds better to someone from outside.",
];

/** The words of the utterance with this number. No two are the same. */
export function wordsOf(number: number): string {
  return `${SENTENCES[number % SENTENCES.length] ?? ""} (${number})`;
}

/** Letters to type, as many as asked for, going on where `from` left off. */
export function lettersToType(from: number, count: number): string {
  const all = `${SENTENCES.join(" ")} `;
  return Array.from({ length: count }, (_, index) => all[(from + index) % all.length]).join("");
}
