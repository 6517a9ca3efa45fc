/** The frozen text, read to those who sit together: one part at a time, by someone or by a voice of this laptop. */
export const readAloud = {
  open: "Read it aloud",
  title: "Reading it together",
  part: "Part {{at}} of {{all}}: {{what}}",
  back: "One part back",
  next: "One part on",
  readToUs: "Read it to us",
  stop: "Stop",
  noVoices: "This laptop has no voice of its own that could read. Someone can read it to the others.",
  noVoiceFor:
    "This laptop has no voice of its own for {{language}}. Someone can read this part, and the laptop can go on after it.",
  trouble: "The voice of this laptop has stopped. It can be asked once more, or someone can read on.",
  onlyHere: "It reads with a voice of this laptop. The words are sent to no one.",
  languages: "In which language",
  original: "As it was said",
  rendered: "{{language}}, where someone has rendered it",
  way: "A way we considered, thought of by {{name}}",
  does: "{{name}} {{does}}",
  toAnswer: "On to the answers",
} as const;
