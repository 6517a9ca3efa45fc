/** Open questions under one theme. The words themselves are in the catalogue. */
export interface Card {
  readonly theme: Theme;
  readonly ask: readonly Question[];
}

export type Theme = (typeof CARDS)[number]["theme"] | (typeof OPENING)["theme"];
export type Question = (typeof CARDS)[number]["ask"][number] | (typeof OPENING)["ask"][number];

/** The two questions with which an Open Dialogue meeting is opened. */
export const OPENING = { theme: "opening", ask: ["use", "idea"] } as const;

/** What a conversation may turn to later; in no order of importance, and none of them has to be asked. */
export const CARDS = [
  { theme: "connection", ask: ["near", "easier", "hear"] },
  { theme: "hope", ask: ["helped", "better", "holds"] },
  { theme: "identity", ask: ["besides", "words", "same"] },
  { theme: "meaning", ask: ["understand", "matters", "unasked"] },
  { theme: "say", ask: ["without", "first", "pace"] },
  { theme: "practical", ask: ["tonight", "week", "weighs"] },
  { theme: "medicine", ask: ["with", "know", "daily"] },
  { theme: "culture", ask: ["language", "family", "custom"] },
] as const;
