import type { VoiceId } from "../feed/ids.ts";

/** Words that stand somewhere in the meeting, with their voice. */
export interface VoicedWords {
  readonly voice: VoiceId | null;
  readonly text: string;
}

/** Fewer words than these are nobody's: everyone says them. */
const FEWEST_WORDS = 3;
/** The same where a language puts no spaces between words. */
const FEWEST_LETTERS = 12;

/**
 * Whose words these are: another voice's in whose words they stand as they are. Null where they are too few to be anyone's, or stand
 * nowhere, or where `self` has said them too.
 */
export function voiceOfWords(words: string, all: Iterable<VoicedWords>, self: VoiceId | null): VoiceId | null {
  const sought = plainly(words);
  if (sought.split(" ").length < FEWEST_WORDS && sought.length < FEWEST_LETTERS) return null;
  let found: VoiceId | null = null;
  for (const { voice, text } of all) {
    if (voice === null || (voice !== self && found !== null) || !plainly(text).includes(sought)) continue;
    if (voice === self) return null;
    found = voice;
  }
  return found;
}

function plainly(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
