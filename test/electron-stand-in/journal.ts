/** What the main process asked of Electron, in order, for a test to look at. */
export interface JournalEntry {
  readonly asked: string;
  readonly details: unknown;
}

/** Everything asked so far. */
export const journal: JournalEntry[] = [];

/** Notes one wish. What cannot be sent to the test, such as a session, is noted by its name only. */
export function note(asked: string, details: object = {}): void {
  journal.push({ asked, details: structuredClone(details) });
}
