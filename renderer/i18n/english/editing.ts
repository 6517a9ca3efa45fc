/** The editors: what they say about the words in them. */
export const editing = {
  summaryPlaceholder: "What do you want to remember from today? Everyone can write here.",
  wordsOf: "These words are by {{name}}.",
  styles: "How the text looks",
  heading: "Heading",
  bold: "Bold",
  italic: "Italic",
  quotation: "“{{words}}” ({{name}})",
  quoted: "These are {{name}}’s words, so they are put in as a quotation.",
  tooMuch: "That is too much to put in at once, so nothing was put in. Put it in part by part.",
  notQuoted: "Put them in as my own words",
} as const;
