/** The agreed record, and taking it along. */
export const agreed = {
  title: "The agreed record",
  draftTitle: "This is a draft",
  lead: "Every voice in it has said yes to exactly this text.",
  draftLead:
    "It can be taken home as the agreed record once every voice in it has said yes. Until then you can print a draft; every page says that it is one.",
  nothing: "No text has been proposed yet. When one is, you can print it here.",
  take: "Take it with you",
  takeDraft: "Take the draft with you",
  whose: "Whose copy",
  room: "Everyone in the room",
  forReader:
    "Everyone is called as they wish for {{reader}}, and only the parts meant for {{reader}} are in it. It tells nothing of other readers.",
  forms: {
    paper: "Paper (PDF)",
    "large-paper": "Paper in large print (PDF)",
    docx: "Word (DOCX)",
    html: "Web page (HTML)",
    markdown: "Text with marks (Markdown)",
    text: "Plain text (TXT)",
    fhir: "Health record (FHIR)",
    proof: "Proof only (.polyphony)",
  },
  proofMeans:
    "The paper, the web page and the proof carry what shows that this is exactly what everyone said yes to. Anyone can check them, without us and without a network. The other forms are to read and to work with.",
  /** What stands on a copy of some kinds only; the rest of what stands on all of them is `paper`. */
  onCopies: {
    follows: "It follows the text with the fingerprint {{fingerprint}}…",
    canBeChanged: "This file can be changed without that being seen. The paper, the page and the proof can be checked.",
  },
  asAgreed: "Take it as the agreed record",
  making: "It is being made.",
  inName: { draft: "draft", large: "large print", notice: "notice" },
  finish: {
    title: "Put the proof into the PDF you saved",
    means:
      "Your browser saves the paper without its proof. Choose the PDF you have just saved, and you get it back with the proof inside. It is read on this laptop only.",
    pick: "Choose the PDF",
  },
  noticeTitle: "For those who have a copy",
  noticeMeans:
    "No new copies are made. A notice tells whoever checks a copy together with it that a yes was taken back, by whom and when. None of the words of the record are in it.",
  notice: "Take a notice along (.polyphony)",
  noticeReplacedMeans:
    "A notice tells whoever checks a copy of the earlier record together with it that this one takes its place. None of the words are in it.",
  noticeReplaced: "A notice for those who have the earlier record (.polyphony)",
  taken: {
    saved: "It is saved.",
    "not-saved": "Nothing was saved.",
    printing: "Your browser’s print window is open. It can print, or save a PDF.",
  },
  consents: "Consents",
  consented: "{{name}} said yes on {{day}}",
  withdrawn: "{{name}} took this yes back on {{day}}",
  leadWithdrawn:
    "It was agreed by every voice in it, and someone has taken their yes back since. The record stays what was agreed. No new copies are made of it.",
  newer: "Another text has been proposed since this was agreed.",
  readNewer: "Read the newer text",
  replaces: "What changed since the record that this one replaces",
  replacesUnchanged: "It was agreed anew, and nothing in the text has changed.",
  amend: "Write an amendment",
  check: "Check a copy that someone shows",
  yes: {
    yours: "Your yes",
    here: "The yes of those at this laptop",
    open: "I take my yes back",
    openOf: "{{label}}: {{name}}",
    openAloud: "{{name}} takes the yes back",
    means:
      "It is written down with the day and the name, and everyone in the meeting sees it. From then on no new copies of this record are made. It stays the record that was agreed.",
    copies:
      "Copies that were given before stay with whoever has them. We cannot call them back. A notice without any of the words can be taken along for those who have a copy.",
    take: "Take my yes back",
    takeAloud: "Write down that {{name}} takes it back",
    leave: "Leave it as it is",
    takenBack: "You have taken your yes back. Everyone in the meeting sees that.",
    hasTakenBack: "{{name}} has taken the yes back. Everyone in the meeting sees that.",
    again: "Say yes to it again",
    againAloud: "{{name}} says yes to it again",
    waits: "What {{name}} said is written down. It counts once another voice who heard it says so.",
  },
  fingerprint: "Fingerprint of this text",
} as const;
