/** What is said in another language, beside the words themselves. */
export const interpret = {
  in: "in {{language}}",
  inBy: "in {{language}} by {{name}}",
  render: "Render",
  renderName: "Render what {{name}} said",
  again: "Word it anew",
  againName: "Word it anew: what {{name}} said",
  area: "Rendering",
  lead: "{{name}} said, beside which your rendering will stand:",
  language: "Into {{language}}",
  words: "What {{name}} said, in {{language}}",
  note: "Add a note on a word",
  notesTitle: "Notes on single words",
  word: "The word",
  says: "What it can mean",
  removeNote: "Leave this note out",
  keep: "Keep it beside the words",
  notNow: "Not now",
  takeBack: "Take this rendering back",
  nothingChosen: "You are here for others’ words. Press Render beside the words that you put into another language.",
  notes: "Notes by {{name}}",
} as const;

/** Thinking aloud together while the others listen, and the space for an answer. */
export const reflect = {
  open: "Open a reflection",
  end: "End the reflection",
  listen:
    "The team is thinking aloud. You are asked to listen; nothing is expected of you. Afterwards there is space for you.",
  think: "You are thinking aloud together, and the others listen. What you write now belongs to the reflection.",
  space: "Now there is space for an answer, before anything else.",
  answer: "Answer {{name}}",
  nothing: "We have nothing to add now",
  spaceFirst: "First, space for an answer.",
  theyHaveNothing: "They have nothing to add",
} as const;

/** A time in which nothing is captured. */
export const offTheRecord = {
  begin: "Off the record",
  title: "Off the record",
  means:
    "This program writes nothing of it to a disk: it is on the screens of those who are connected, and nowhere else. Someone could still photograph a screen, and what a sleeping computer does with its memory is not ours to promise.",
  rests: "The record, the summary and the decisions rest.",
  nothingYet: "Nothing has been said here yet.",
  said: "What was said off the record",
  write: "What {{name}} says off the record",
  say: "Say it off the record",
  keep: "Keep what was said",
  youWish: "You wish to keep it.",
  back: "Back on the record",
  willBeKept: "Everyone who spoke wishes to keep it: back on the record, it will stand in the record.",
  willBeGone: "Unless everyone who spoke wishes to keep it, it is gone once you are back on the record.",
  elsewhere: "You are off the record. Nothing is written down until you are back.",
} as const;
