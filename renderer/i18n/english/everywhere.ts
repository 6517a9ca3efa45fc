/** What can be met on every screen. */
export const app = {
  name: "Polyphony",
  loading: "One moment.",
  close: "Close",
} as const;

/** When a page cannot go on, or the program cannot begin. */
export const mishap = {
  title: "This page has stopped",
  words:
    "Something in the program went wrong. What was shown as saved is safe on this laptop, and the others have what they received. Opening the program again brings it back.",
  again: "Open it again",
} as const;

export const settings = {
  title: "Settings",
  theme: "Light or dark",
  themes: { system: "Like this laptop", light: "Light", dark: "Dark" },
  textSize: "Text size",
  textSizeValue: "{{percent}} %",
  whoseWords: "Show whose words are whose in the summary",
  languageHints: "Language hints for professionals",
  languageHintsMean:
    "While a professional writes their own words in English, other ways of saying something may be offered. Nothing is changed by itself, and the words stay on this laptop. No one else gets hints.",
  readingAloud: "Reading aloud",
  readingAloudMeans:
    "A text can be read by a voice of this laptop. A voice that would send the words over the internet to be spoken is never used.",
  back: "Back",
} as const;

export const keys = {
  title: "Keys",
  says: "Say what is written",
  moves: "Go on to the next part: record, your words, summary",
  reads: "In the record: from one voice to the next",
  walls: "Show the meeting on the wall, and come back from there",
  marks: "In the picture of the voices: from one mark to the next, Enter goes to the words",
  turns: "When a text is read aloud: one part back, one part on",
  notes: "Open and close your notes to yourself",
  closes: "Put away what is open",
  opens: "Show this page",
  names: {
    says: "Ctrl + Enter",
    moves: "F6",
    reads: "↑ ↓",
    walls: "F8",
    marks: "← →",
    turns: "← →",
    notes: "F9",
    closes: "Esc",
    opens: "?",
  },
} as const;

/** One sentence for each reason why a wish was not carried out: what happened, what is safe, what to do. */
export const refusal = {
  "not-admitted":
    "This voice has not been let in yet, so nothing was changed. Someone who hosts the meeting can let it in.",
  "not-final":
    "This is still a draft, so it was not exported as agreed. It can be once every voice in it has said yes; until then you can print a draft.",
  "consent-withdrawn":
    "Someone has taken back their yes to this record since it was agreed. No new copies are made of it. The record itself, and the copies that were made before, stay as they are.",
  "nothing-written": "There is nothing written yet, so nothing was said. Write a few words first.",
  "in-the-middle":
    "You are in the middle of other words, so they were left as they are. Say them or let them go first, then you can do this.",
  "nobody-there":
    "This person is no longer at the door, so nobody was let in. If they knock again, you will see it here.",
  "not-yours": "These words belong to another voice, so they were left as they are. You can answer them.",
  "written-by-another":
    "Somebody else has written these words down, so they were left as they are. Whoever wrote them down can change them.",
  paused: "The meeting is pausing, so nothing was changed. Everything is kept, and you can go on after the pause.",
  "not-saved":
    "This could not be saved on this laptop. What was saved before is safe. Please make some room on the disk, keep this window open, and try again.",
  "not-a-helper":
    "A reflection is opened by those who came to help, so nothing was changed. You can speak at any time, with or without one.",
  "not-an-interpreter":
    "Words are rendered by someone who is here as an interpreter, so nothing was changed. You can answer these words.",
  "off-the-record":
    "You are off the record, so nothing was written down. What was there before is kept, and you can go on once you are back on the record.",
  "off-the-record-full":
    "There is no room for these words off the record, so they were not shown to anyone. They are still in front of you: a shorter part of them may fit, or they can be said aloud.",
  "on-the-record":
    "You are back on the record, so nobody was shown this. If you wish it to stand in the record, it can be said there.",
  "no-voice-here": "Nobody on this laptop is in the meeting yet, so nothing was changed. Add a voice first.",
  "no-words-of-ones-own":
    "Whoever is here for someone else’s words has none of their own in the record, so nothing was changed. What you have already done is safe.",
  "not-of-this-text":
    "This text does not ask whoever writes here, so nothing was written down. Someone whom it asks, on a device of their own, can do it.",
  "invitation-unreadable":
    "This link could not be read as an invitation. Nothing has happened. Please copy the whole link once more.",
  "meeting-unknown":
    "This meeting is not on this laptop. Nothing is lost where it is. You can join it with an invitation.",
  "vault-damaged":
    "What is kept on this laptop could not be read. Nothing more was written over it. The other laptops still have the meeting: you can join again with an invitation.",
  "vault-full":
    "There is no room left on this laptop’s disk. What was saved before is safe. Please free some room and try once more.",
  "vault-locked":
    "Another window of this program has what is kept on this laptop open. Nothing is lost. Please close the other window and try once more.",
  "open-elsewhere":
    "This meeting is open in another tab of this browser. You can go on there, or use it here. Nothing you wrote is lost.",
  "vault-newer":
    "What is kept on this laptop was written by a newer version of this program. Nothing was touched. Please open it with the newer version.",
  "vault-read-only":
    "This laptop’s disk cannot be written to. What was saved before is safe and can be read. Please look whether the disk is protected.",
  "vault-unavailable":
    "This laptop did not give access to what is kept on it. Nothing is lost. Please close this program, open it again and try once more.",
  "agreed-already":
    "These words are part of a record that everyone has agreed to, so they can no longer be withdrawn as if they were a draft. Your yes to the record can be taken back.",
  "passphrase-too-heavy":
    "This laptop has no room just now for the work that a passphrase takes. Nothing was changed. Please close other programs and try once more.",
  "passphrase-wrong": "This is not the passphrase. Nothing has happened, and you can try as often as you like.",
  "pin-wrong": "This is not the PIN. Nothing has happened, and you can try as often as you like.",
  "pin-too-short": "A PIN has at least four signs, so nothing was changed. They can be numbers, or anything else.",
  "pin-too-heavy":
    "This laptop has no room just now for the work that a PIN takes. Nothing was changed. Please close other programs and try once more.",
  "keychain-refused":
    "The system’s keychain did not give the key to what is kept on this laptop. Nothing is lost. Please open the keychain, and then the program once more.",
  "cannot-receive":
    "One of those you have chosen has no device of their own here, so nothing can be shared with them alone. Nothing was shared. You can read it to them.",
  "too-many-readers":
    "Not so many can be given a copy of one text, so it was not proposed. Nothing is lost: take out a few readers, and propose it again.",
  "text-too-long":
    "This is more than one text can hold, so it was not proposed. Nothing is lost: choose fewer of the utterances, or part a very long paragraph.",
  "words-too-long":
    "These words are too long for one piece, so they were not passed on. They are still here. Please say them in several parts.",
  "not-hosting":
    "The room could not be opened. Nothing else has changed. Please try once more, or close other programs that share something on this network.",
  "address-not-of-a-room":
    "This address cannot be opened from here. Nothing has happened. Please type it with all its numbers, as 192.168.1.5:4807, or ask for the invitation link.",
  "no-room":
    "No laptop with an open room answers at this address. Nothing has happened. Please look whether both laptops are on the same network, and whether the room is still open there.",
  "nothing-offered":
    "The room of that laptop is open, but it shows no invitation just now. Nothing has happened. The person who hosts there can show it, or send you the link.",
  "not-proposed-here":
    "This text was not proposed: something in it has changed or is not allowed to stand so. Look at it once more and propose it again.",
  "card-full":
    "There is no room for another line on the card, so nothing was changed. You can take out a line that is no longer needed.",
  "not-kept": "What was kept for this meeting could not be read on this laptop. Nothing was changed.",
  "nothing-kept": "Nothing was kept there for the next time. Nothing was changed.",
  "not-a-voice":
    "Whoever takes the agreed record along signs for it, so it has to be someone who has said yes to it on a device of their own. Nobody who is at this laptop now has, so nothing was made. Someone else in the record can take it along.",
  "not-provable":
    "A stranger could not check this record, so no copy with a proof was made. The record itself is safe. A new text can be proposed and agreed on.",
  "nothing-to-tell": "Nobody has taken a yes back, and no later record takes its place, so there is nothing to tell.",
  "not-a-paper":
    "This file could not be read as a PDF, so nothing was made of it. The file is as it was. Please choose the PDF you have saved.",
  "not-this-paper":
    "This PDF is older than the paper you have just printed, or it is another copy, so nothing was put into it. Please choose the one you saved now.",
  "not-exported": "The file could not be made. The record itself is safe. Please try once more.",
} as const;
