/** What is kept on a laptop, and the lock a person may put on it. */
export const keeping = {
  title: "What this laptop keeps",
  unlocked:
    "What is kept here lies in this browser’s profile. It is sealed, but its key lies beside it: whoever can use your account on this laptop can read it.",
  locked:
    "What is kept here is locked with a passphrase, which is asked for whenever the program is opened. While it is open, whoever sits here can read it.",
  bySystem:
    "What is kept here is sealed, and the system keeps the key: it opens with your account on this laptop. While it is open, whoever sits here can read it.",
  byNobody:
    "What is kept here is sealed, but this system has no keychain that would keep the key, so it lies beside it: whoever can read this laptop’s disk can read it. A disk that is encrypted as a whole helps.",
  set: "Lock what is kept on this laptop",
  setLead:
    "Choose something you will remember; several words are better than one. Nobody can bring it back, and without it nobody can open what is kept here.",
  change: "Change the passphrase",
  remove: "Take the passphrase away",
  present: "The passphrase as it is now",
  next: "A passphrase",
  another: "Another passphrase",
  again: "The same once more",
  nothingWritten: "There is no passphrase written yet, so nothing was changed.",
  different: "The two are not the same, so nothing was changed.",
  underWay: "This takes a moment.",
  done: "It is done. The way it was before opens nothing any more.",
  lock: "Lock it",
  changeIt: "Change it",
  removeIt: "Take it away",
  leaveIt: "Leave it as it is",
  nothing: "Keep nothing on this laptop when I close it",
  nothingHint:
    "For a laptop that is not yours. The meeting is then kept only while this window is open. The other laptops keep what you have said, under your name; you come back as a new voice.",
} as const;

export const unlock = {
  title: "What is kept on this laptop is locked",
  lead: "Someone has set a passphrase here. With it the program opens as it was.",
  passphrase: "Passphrase",
  open: "Open",
  opening: "Opening. This takes a moment.",
  forgotten: "The passphrase is forgotten",
  nobodyCan:
    "Nobody can bring a passphrase back, and nobody can open what is kept here without it. The other laptops still have the meetings; someone there can invite you again.",
  startEmptyLead: "You can also begin anew on this laptop. Then everything that is kept here is erased.",
  startEmpty: "Begin anew here",
  sure: "Everything that is kept on this laptop will be erased and cannot be brought back. Meetings that are on no other laptop are gone then.",
  erase: "Erase it and begin anew",
  leaveIt: "Leave it as it is",
  cannotBegin: "The program cannot begin",
} as const;
