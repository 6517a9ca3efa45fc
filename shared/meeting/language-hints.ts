import type { Part } from "./shapes.ts";

/** What decides whether language hints may be shown with some words. */
export interface HintsAsked {
  /** What the one who is writing is in the meeting. */
  readonly kind: Part;
  /** Whether they write their own words, and not another's that they take down. */
  readonly ownWords: boolean;
  /** Whether they were wished on this laptop. */
  readonly wished: boolean;
  /** Whether the words are said already. */
  readonly said: boolean;
}

/**
 * Whether language hints may be shown: only to a professional, about their own words, before they are said, and only
 * where they were wished. How anyone else speaks is theirs, and no program has a word to say about it.
 */
export function mayHaveHints({ kind, ownWords, wished, said }: HintsAsked): boolean {
  return kind === "professional" && ownWords && wished && !said;
}
