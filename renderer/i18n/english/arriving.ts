/** Home, beginning a meeting, arriving in one. */
export const home = {
  title: "Polyphony",
  lead: "Write the record of your meeting together. Every voice in its own words.",
  offered: "The laptop you came to has a meeting open. You can knock there; somebody in the room lets you in.",
  comeIn: "Go to its door",
  start: "Start a meeting",
  join: "Join with a link",
  check: "Check an agreed record",
  settings: "Settings",
  here: "Meetings on this laptop",
  empty:
    "Nothing is kept here yet. When you start a meeting, or someone invites you to theirs, you will find it again on this page.",
  promise: "What you write is kept on the laptops of those who are let in. Wherever else it passes, it is sealed.",
  unnamed: "A meeting without a name yet",
  lastOpened: "Last opened on {{day}}",
  looking: "Looking for meetings on this laptop.",
} as const;

export const start = {
  title: "Start a meeting",
  lead: "Fill in what you like, leave out what you like. Names can be as simple as you wish.",
  meetingName: "A name for this meeting",
  meetingNameHint: "For example “Thursday at the flat”. If you leave it empty it is named after the person it is for.",
  personCalled: "What would the person this is for like to be called?",
  personCalledHint: "In their own way. It can stay empty.",
  begin: "Begin",
  back: "Back",
  defaultName: "{{person}}’s meeting",
  defaultNameNobody: "Our meeting",
} as const;

export const voice = {
  about: "About you",
  name: "Your name, as you want to be called",
  kind: "You are here as",
  kinds: {
    person: "the person this meeting is for",
    network: "family, friend, neighbour",
    professional: "a professional",
    peer: "a peer worker",
    interpreter: "to interpret",
    supporter: "to be beside someone",
  },
  relation: "Who you are to the others",
  relationHint: "In your own words, for example “Samira’s mother” or “nurse”. It can stay empty.",
  colour: "Your colour",
  colours: {
    rust: "Rust",
    plum: "Plum",
    blue: "Blue",
    olive: "Olive",
    teal: "Teal",
    ochre: "Ochre",
    rose: "Rose",
    slate: "Slate",
  },
  nameless: "Someone",
} as const;

export const join = {
  title: "Join a meeting",
  lead: "Someone who is in the meeting can show you their invitation. Paste the link here, or type the address that their laptop shows.",
  leadBrought:
    "You have opened an invitation. When you open the meeting you can say how you want to be known, and knock.",
  link: "Invitation link, or address",
  open: "Open the meeting",
  opening: "Opening the meeting.",
  back: "Back",
} as const;

export const arrive = {
  title: "Come in to {{meeting}}",
  titleUnnamed: "You are invited",
  lead: "Say how you want to be known here. Someone who may let you in sees it when you knock; the others see it once you are in.",
  notFound:
    "The other laptops have not been found yet. You can already knock; they will see it as soon as they are reached.",
  knock: "Knock",
  addTitle: "Another voice on this laptop",
  addLead: "For someone who shares this laptop. Their words will carry their name, not yours.",
  add: "Add this voice",
  back: "Back to the meeting",
  waitingTitle: "You have knocked, {{name}}",
  waitingStates: {
    alone:
      "The other laptops are not reached yet. This laptop keeps looking, and they will see your knock when they are.",
    knocked:
      "Someone who hosts the meeting will let you in. You do not have to do anything. This page opens by itself.",
    met: "Someone who hosts the meeting sees that you knock. When they let you in, this page opens by itself.",
    unanswered:
      "Nobody has answered for a while. The meeting may be closed, or this invitation may be an old one. This laptop keeps knocking.",
  },
  compare:
    "The person who lets you in sees the same five pictures. If theirs are different, tell them: somebody may be in between.",
  leave: "Not now",
} as const;

export const knocks = {
  label: "Who would like to come in",
  wantsIn: "{{name}} would like to come in.",
  wantsInAs: "{{name}} would like to come in: {{relation}}.",
  letIn: "Let {{name}} in",
  compare: "Are these the five pictures that {{name}} sees? If not, do not let them in.",
  crowded:
    "Somebody knocks again and again with this invitation, so some who knock may not be seen. Under “Invite” you can make a new invitation; this one then leads nowhere.",
} as const;
