/** One laptop, several voices: handing it over, the PIN, and notes to oneself. */
export const handover = {
  title: "This laptop is being handed over",
  lead: "Nothing of anyone’s is shown here.",
  whose: "Whose hands is it in now?",
  to: "For {{name}}",
  toLead: "Please pass the laptop to {{name}}.",
  there: "I am {{name}}",
  someoneElse: "Someone else",
  handOver: "Hand this laptop over",
  waiting: "{{name}}, waiting to be let in",
} as const;

export const pin = {
  giveFor: "{{name}}’s PIN",
  goOn: "Go on",
  underWay: "One moment. This takes a second.",
  forgotten: "The PIN is forgotten",
  nobodyCan:
    "Nobody can bring a PIN back, and nobody can speak as {{name}} on this laptop without it. What {{name}} has said stays. {{name}} can come in again as a new voice, and someone in the room lets them in.",
  newVoice: "Another voice on this laptop",
  menu: "A PIN for {{name}}",
  title: "A PIN for {{name}}",
  lead: "It is asked for whenever this laptop comes back to {{name}}. Four numbers are enough, and anything else will do too.",
  honest:
    "A PIN keeps out the next person at this laptop. It does not keep out someone who has the laptop and time. Nobody can bring it back when it is forgotten.",
  present: "The PIN as it is now",
  next: "A PIN",
  another: "Another PIN",
  again: "The same once more",
  set: "Set this PIN",
  change: "Change the PIN",
  remove: "Take the PIN away",
  different: "The two are not the same, so nothing was changed.",
  leaveIt: "Leave it as it is",
  shared: "This laptop is shared",
  arriving: "A PIN for you on this laptop",
  arrivingHint:
    "It can stay empty. With it, nobody else at this laptop can speak as you or read your notes to yourself.",
} as const;

export const margin = {
  open: "Notes to yourself",
  title: "Notes to yourself",
  lead: "Only for you. They stay on this laptop and never become part of the record.",
  empty: "There is nothing here yet.",
  reading: "What you noted before is being read.",
  list: "Your notes",
  write: "A note to yourself",
  keep: "Keep this note",
  say: "Say this",
  sayNote: "Say this: {{words}}",
  change: "Change",
  changeNote: "Change: {{words}}",
  changing: "This note",
  changed: "Keep it like this",
  leave: "Leave it as it was",
  remove: "Let it go",
  removeNote: "Let it go: {{words}}",
  removed: "The note is gone.",
  bringBack: "Bring it back",
} as const;
