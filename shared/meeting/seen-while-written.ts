/** What a voice has chosen: true, others see its words as it writes them; false, never; null, it has not said. */
export type LiveChoice = boolean | null;

/**
 * Whether the others see words while they are written. One's own are seen once they are said; words that one writes down for
 * someone else are seen at once, so that they can look on. Either may be chosen otherwise.
 */
export function isSeenWhileWritten(choice: LiveChoice, forAnother: boolean): boolean {
  return choice ?? forAnother;
}

/** The choice that is left when someone wishes this for what is being written now, with the other kind as it was where it can be. */
export function choiceFor(wish: boolean, forAnother: boolean): LiveChoice {
  return wish === forAnother ? null : wish;
}
