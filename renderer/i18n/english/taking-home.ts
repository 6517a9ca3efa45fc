/** The agreed record, and taking it along. */
export const agreed = {
  title: "The agreed record",
  draftTitle: "This is a draft",
  lead: "Every voice in it has said yes to exactly this text.",
  draftLead:
    "It can be taken home as the agreed record once every voice in it has said yes. Until then you can print a draft; every page says that it is one.",
  nothing: "No text has been proposed yet. When one is, you can print it here.",
  take: "Take it with you",
  paper: "Paper (PDF)",
  html: "Web page (HTML)",
  markdown: "Plain text (Markdown)",
  printDraft: "Print a draft",
  taken: {
    saved: "It is saved.",
    "not-saved": "Nothing was saved.",
    printing: "Your browser’s print window is open. It can print, or save a PDF.",
  },
  consents: "Consents",
  consented: "{{name}} said yes on {{day}}",
  fingerprint: "Fingerprint of this text",
  back: "Back to the meeting",
} as const;
