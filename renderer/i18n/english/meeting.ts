/** The meeting itself: its header, the record, the summary, decisions, the pause. */
export const meeting = {
  unnamed: "Our meeting",
  opening: "Opening the meeting.",
  openRecord: "The agreed record",
  openDraft: "Paper and files",
  settings: "Settings",
  keys: "Keys",
  home: "Leave to the first page",
  more: "More",
  people: "Who is here",
  hosts: "hosts the meeting",
  letHost: "Let {{name}} host too",
  here: "{{name}} is here",
  away: "{{name}} is away",
  awayHint: "Those who are away get everything when they are back.",
  pause: "Pause",
  quarantine:
    "Something came in the name of {{name}} that could not be proved to be theirs. It was put aside. Everything that was here before is as it was.",
  onwards: "What comes next",
} as const;

export const standing = {
  draft: "A draft.",
  agreed: "Agreed by every voice in it.",
  savedWithAll: "Saved here, and with everyone who is connected.",
  savedAlone: "Saved here. The others get it when they are reached again.",
  saving: "Being saved here.",
  failed: "The last words are not saved.",
} as const;

export const invitation = {
  button: "Invite",
  title: "Invite someone",
  lead: "Open this link on another laptop. Whoever has it can knock; you decide whether to let them in.",
  link: "Invitation link",
  copy: "Copy the link",
  copied: "The link is copied.",
  notCopied: "The link could not be copied. You can select it above and copy it yourself.",
} as const;

export const record = {
  title: "In our own words",
  empty: "Nothing has been said yet. A meeting can begin with: “What would you like to use this time for?”",
  reflection: "Reflection: the professionals talk, the family listens",
  answering: "answering {{name}}",
  isWriting: "is writing",
  answer: "Answer",
  answerName: "Answer {{name}}",
  utterance: "{{name}}",
  utteranceAnswering: "{{name}}, answering {{answered}}",
  utteranceWriting: "{{name}} is writing",
  heard: "{{name}}: {{words}}",
  heardMore: "More words have come.",
  unknownVoice: "A voice not known here yet",
} as const;

export const speaking = {
  area: "Your words",
  as: "Speaking as {{name}}",
  nobody: "Nobody on this laptop is in the meeting yet",
  choose: "Who is speaking?",
  waiting: "{{name}}, waiting to be let in",
  another: "Another voice on this laptop",
  say: "Say it",
  label: "What {{name}} wants to say",
  placeholder: "In your own words",
  answering: "Answering {{name}}",
  stopAnswering: "Do not answer {{name}}",
  reflection: "As a reflection",
  discard: "Let these words go",
  answerLater: "You are in the middle of saying something. Say it or let it go first, then you can answer.",
} as const;

export const summary = {
  title: "What we want to remember",
  together: "written together",
  label: "What we want to remember, written together",
  whoseWords: "Whose words",
  legend: "Whose words are whose",
} as const;

export const decide = {
  decisions: "What we will do",
  addDecision: "Write down a decision",
  decisionWords: "What we will do",
  leftOpen: "Left open",
  addLeftOpen: "Leave something open",
  leftOpenWords: "What stays open",
  keep: "Keep",
  notNow: "Not now",
  noDecision: "Nothing decided. That is fine; a meeting can be complete without.",
  nothingOpen: "Nothing was left open.",
  standHere: "Where {{name}} stands",
  question: "Where do you stand, {{name}}?",
  words: "In your words, if you like",
  positions: {
    agree: "I agree",
    "with-reservation": "I agree, with a reservation",
    "do-not-agree": "I do not agree",
    "not-ready": "I am not ready to say",
  },
  stands: {
    agree: "agrees",
    "with-reservation": "agrees, with a reservation",
    "do-not-agree": "does not agree",
    "not-ready": "is not ready to say",
  },
  nextTime: "Next time",
  noNextTime: "Not decided yet.",
  setNextTime: "Write down the next time",
  changeNextTime: "Change the next time",
  nextTimeWords: "When, where, and who might come",
  toPropose: "Choose what is read together",
  toRead: "Read the text and answer",
} as const;

export const paused = {
  title: "We are pausing",
  by: "{{name}} asked for a pause.",
  words: "Everything is kept. Nothing can be written until someone goes on. There is no hurry.",
  resume: "Go on",
} as const;
