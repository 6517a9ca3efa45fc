/** How one is called, who is missing, who will read it, and leaving. */
export const calling = {
  more: "More about how I want to be called",
  spoken: "How your name is said, or how you are spoken of",
  spokenHint: "For example “KAH-reem” or “she”. It can stay empty.",
  language: "The language you mostly speak here",
  languageHint: "Begin to write its name. It can stay empty.",
  languages: "Languages",
  change: "Change how I am called",
  changeMeans: "The others see it from now on, also beside what you have already said.",
  keep: "Keep",
  notNow: "Not now",
} as const;

export const forOthers = {
  apart: "Or not to speak for yourself:",
  means: "You have no words of your own in the record then, and nothing is decided by you.",
  interprets: "interprets",
  supports: "is here beside someone",
  interpreter:
    "{{name}} interprets. You can put what someone says into another language where it stands in the record.",
  supporter: "You are here beside someone, {{name}}. What they want to say, they say in their own words.",
} as const;

export const absent = {
  title: "Who is not here",
  none: "Nobody has been noted.",
  unnamed: "Someone who is not named",
  notHere: "someone who is not here",
  note: "Someone is missing",
  noteNow: "Note that someone is missing",
  noteMeans: "It is noted that someone is missing, without a name.",
  noteMeansPerson: "{{person}} can give a name, or leave it open. Nobody is called or told.",
  thePerson: "The person this meeting is for",
  name: "What you want to call them",
  nameHint: "It can stay empty: then they are not named.",
  giveName: "Name them",
  giveNameTo: "Name the one who is missing",
  keep: "Keep",
  notNow: "Not now",
  letGo: "Speak of them no more",
  letGoOf: "Speak of {{called}} no more",
  letGoMeans:
    "They are no longer noted here. The name is dropped on every laptop, also where one is off now, as soon as it is back, and so are texts that were proposed with it. Nobody can bring it back.",
  letGoNow: "Let it go",
  imagine: "Imagine what they might say",
  imagineOf: "Imagine what they might say: {{called}}",
  imagining: "You imagine what {{called}} might say. It stands as yours, and says that it is imagined.",
  notImagining: "Say it as my own instead",
  later: "You are in the middle of saying something. Say it or let it go first, then you can imagine.",
  said: "imagining what {{called}} might say",
  utterance: "{{name}}, imagining what {{called}} might say",
} as const;

export const readers = {
  open: "Who will read it",
  title: "Who will read it",
  lead: "Name someone outside the room who may read what you agree on, for example “the GP”. Nothing goes to anyone by that. It will need everyone’s yes, to the text and to who reads it, and {{person}}’s before all.",
  leadUnnamed:
    "Name someone outside the room who may read what you agree on, for example “the GP”. Nothing goes to anyone by that. It will need everyone’s yes, to the text and to who reads it, and before all that of the person this meeting is for.",
  none: "Nobody outside the room has been named.",
  name: "Name someone who will read it",
  who: "Who it is",
  whoHint: "As you call them here, for example “the GP” or “the school”.",
  nameNow: "Name them",
  notNow: "Not now",
  named: "Named by {{name}}.",
  takeBack: "Take {{reader}} back",
  takeBackMeans: "{{reader}} is no longer named as a reader. How you wished to be called for them goes with it.",
  takeBackNow: "Take it back",
  called: "How each voice is called for {{reader}}",
  asInRoom: "as in the room",
  is: "{{name}} is called",
  wish: "{{name}}: be called something else for {{reader}}",
  wishQuestion: "How do you want to be called for {{reader}}, {{name}}?",
  wishAloud: "As {{name}} says it. It counts once another voice who heard it says so.",
  wishName: "Name",
  wishRelation: "Who you are to the others",
  keep: "Keep",
  likeInRoom: "As in the room",
  back: "Back to the meeting",
} as const;

export const leaving = {
  open: "Leave the meeting",
  means:
    "What you said stays, and stays yours: you can still take it back. Leaving is not a yes to anything. You can come again through the link, as a new voice.",
  leave: "I leave now, {{name}}",
  stay: "Stay",
  title: "You have left, {{name}}",
  stays: "What you said stays as you said it. You can still take it back here.",
  notReady: "Leaving is not a yes. A text with your words in it is not agreed without you.",
  again: "You can come again, as a new voice. Someone lets you in, as the first time.",
  comeAgain: "Come in again",
  ownWords: "What you said",
  takeBack: "Take these words back",
  takeBackMeans:
    "The words are dropped on every laptop, also where one is off now, as soon as it is back. Nobody can bring them back.",
  takeBackNow: "Take them back, leave nothing",
  nothing: "There are no words of yours in the record.",
  home: "To the first page",
} as const;
