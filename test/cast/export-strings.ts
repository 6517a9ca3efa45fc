import type { ExportStrings } from "../../shared/export/strings.ts";

const stands = {
  agree: "agrees",
  "with-reservation": "agrees, with a reservation",
  "do-not-agree": "does not agree",
  "not-ready": "is not ready",
} as const;

/** Plain English for the tests of the renderers; what people see comes from the catalogue. */
export const exportStrings: ExportStrings = {
  language: "en",
  direction: "ltr",
  moment: (iso) =>
    new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" }).format(new Date(iso)),
  draftMark: "Draft – not agreed yet",
  draftMeaning: "Some voices may still want to change it.",
  agreedMark: "Agreed record",
  agreedMeaning: "Every voice in it has consented to exactly this text.",
  frozenAt: (moment) => `The text as it stood on ${moment}`,
  readersHeading: "Who may read it",
  readers: { network: "The network" },
  voicesHeading: "The voices",
  summaryHeading: "What we want to remember",
  summaryKey: "The letters after a passage say whose it is.",
  decisionsHeading: "What we will do",
  leftOpenHeading: "Left open",
  nextMeetingHeading: "Next time",
  wordsHeading: "In our own words",
  reflectionHeading: "Reflection",
  consentsHeading: "Consents",
  wordedBy: (name) => `Worded by ${name}`,
  stands: (name, position) => `${name} ${stands[position]}`,
  writtenDownBy: (name) => `written down by ${name}`,
  answering: (name) => `answering ${name}`,
  nothing: "Nothing was written here.",
  consentVoice: "Voice",
  consentMoment: "Said yes on",
  consentKey: "Key",
  digest: "Fingerprint of this text",
};
