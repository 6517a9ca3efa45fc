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
  seated: "{{name}} is here without a device",
  seat: "Someone without a device",
  seatMeans:
    "Fill this in together with them, as they say it. They have a voice like everyone else. Others write down what they say, and it stands as theirs when they have said yes to it and someone else has heard that.",
  seatThem: "Let them in",
  damaged:
    "Some of what this laptop had kept of the meeting could no longer be read. Nothing was written over it. The other laptops send it again when they are reached.",
  awayHint: "Those who are away get everything when they are back.",
  pause: "Pause",
  quarantine:
    "Something came in the name of {{name}} that could not be proved to be theirs. It was put aside. Everything that was here before is as it was.",
  notices: "What there is to know",
  onwards: "What comes next",
} as const;

export const standing = {
  draft: "A draft.",
  agreed: "Agreed by every voice in it.",
  savedWithAll: "Saved here, and with everyone who is connected.",
  savedAlone: "Saved here. The others get it when they are reached again.",
  guestWithAll: "Kept only while this window is open, and with everyone who is connected.",
  guestAlone: "Kept only while this window is open. The others get it when they are reached again.",
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
  writtenDown: "written down by {{name}}",
  unconfirmed: "written down by {{name}}, not confirmed yet",
  utteranceUnconfirmed: "Not confirmed yet: {{scribe}} wrote this down for {{name}}",
  withdrawn: "{{name}} has taken something back here",
  withdrawnHere: "Something was taken back here.",
  answer: "Answer",
  answerName: "Answer {{name}}",
  utterance: "{{name}}",
  utteranceAnswering: "{{name}}, answering {{answered}}",
  utteranceWriting: "{{name}} is writing",
  heard: "{{name}}: {{words}}",
  heardWrittenDown: "{{scribe}} has written down for {{name}}: {{words}}",
  heardMore: "More words have come.",
  unknownVoice: "A voice not known here yet",
} as const;

export const speaking = {
  area: "Your words",
  as: "Speaking as {{name}}",
  nobody: "Nobody on this laptop is in the meeting yet",
  choose: "Who is speaking?",
  waiting: "{{name}}, waiting to be let in",
  ownWords: "In my own words",
  for: "Writing down for {{name}}",
  placeholderFor: "In {{name}}’s own words, as they are said",
  labelFor: "What {{name}} says, written down by {{scribe}}",
  removed: "You are no longer part of this meeting. What you said stays as you said it.",
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

export const ownWords = {
  confirm: "Yes, I said that",
  refuse: "I didn’t say that",
  refuseMeans:
    "Then these words do not stand as yours. They are dropped on every laptop, also where one is off now, as soon as it is back. Nobody can bring them back.",
  refuseNow: "Let them go",
  waiting: "What {{name}} says of these words is written down. It counts once another voice who heard it says so.",
  confirmAloud: "{{name}} says: yes, I said that",
  refuseAloud: "{{name}} says: I didn’t say that",
  withdraw: "Take these words back",
  withdrawAloud: "{{name}} takes these words back",
  withdrawMeans:
    "The words are dropped on every laptop, also where one is off now, as soon as it is back. Nobody can bring them back.",
  withoutTrace: "Take them back, leave nothing",
  withTrace: "Take them back, let it be seen",
} as const;

export const aloud = {
  wroteDown: "{{scribe}} wrote down that {{name}} {{says}}",
  heardToo: "Did you hear it too?",
  about: ", about “{{about}}”",
  until: ", until {{until}}",
  quotes: ": “{{words}}”",
  witness: "I, {{witness}}, heard it",
  notHeard: "I did not hear it",
  says: {
    "words-confirmed": "stands by these words",
    "words-refused": "did not say this",
    "utterance-withdrawn": "takes these words back",
    agree: "agrees",
    "with-reservation": "agrees, with a reservation",
    "do-not-agree": "does not agree",
    "not-ready": "is not ready to say where they stand",
    "lets-it-stand": "does not agree, and it may stand with that written in it",
    "position-taken-back": "takes back where they stood",
    "matter-told": "says what matters to them",
    "matter-taken-back": "takes back what matters to them",
    "task-taken-on": "takes something on",
    "takes-this-on": "takes this on",
    "task-let-go": "lets go of what they had taken on",
    "wish-worded": "says what they want",
    "wish-taken-back": "takes a wish back",
    "wish-weighed": "says",
    "weighing-taken-back": "takes back what they had said",
    "naming-wished": "says how they want to be called in a copy",
    "consent-given": "says yes to the text that was read",
    "consent-withheld": "says not yet to the text that was read",
    "consent-taken-back": "takes back the answer to the text",
  },
} as const;

export const removal = {
  open: "Someone leaves for good, or a laptop is lost",
  whose: "Whose voice is it? Nothing happens yet.",
  begin: "Remove {{name}}",
  means:
    "For a laptop that was lost, or someone who leaves for good. It needs one more voice that wishes it, and not two professionals. What {{name}} said stays. Nothing that is written there from then on counts, and what the others write cannot be read there.",
  wish: "I wish that {{name}} be removed",
  ownMeans:
    "This is your own voice, {{name}}. What you said stays. It happens at once: nothing you write from then on counts, and what the others write cannot be read with it.",
  leave: "I leave for good",
  leaveIt: "I leave it at that",
  wished: "{{by}} wishes that {{name}} be removed from the meeting. It happens only if another voice wishes it too.",
  second: "I wish too that {{name}} be removed",
} as const;

export const summary = {
  forget: "Forget what was crossed out",
  forgetMeans:
    "What was crossed out in this text is dropped on every laptop, and so are drafts that were read with it. Nobody can bring it back, also not by undoing. Laptops that are away do it when they are back.",
  forgetNow: "Forget it everywhere",
  forgetNot: "Not now",
  forgotten: "It is being forgotten. Each voice’s laptop lets go of its own crossed-out words when it is here.",
  title: "What we want to remember",
  together: "written together",
  label: "What we want to remember, written together",
  whoseWords: "Whose words",
  legend: "Whose words are whose",
} as const;

export const paused = {
  title: "We are pausing",
  by: "{{name}} asked for a pause.",
  words: "Everything is kept. Nothing can be written until someone goes on. There is no hurry.",
  resume: "Go on",
} as const;
