import { plainLine } from "../../shared/export/plain-words.ts";
import type { Fault, Verification, Why } from "../../shared/export/verify-outcome.ts";
import { namesOf } from "../../shared/export/voice-names.ts";

const WHYS: Readonly<Record<Why, string>> = {
  changed: "was changed",
  missing: "is missing",
  added: "was added later",
  "not-signed": "is not signed by the one it names",
  "not-theirs": "is by someone who cannot speak for it",
  "of-another-text": "belongs to another text",
  "spelled-otherwise": "is not written letter by letter as it was made",
  unreadable: "cannot be read",
  "too-large": "is larger than any record",
  "not-known": "is neither a .polyphony file nor a page nor a PDF",
  "no-proof": "carries no proof, or another program has saved it anew",
};

const PARTS: Readonly<Record<string, string>> = {
  file: "The file",
  seal: "The seal at the end of the file",
  maker: "Who took it along",
  root: "The list of the voices",
  copy: "The copy as a whole",
  head: "What it is called, for whom it is, or on which day the text stood so",
  voices: "What a voice is called",
  summary: "The summary",
  wishes: "What someone wants",
  decisions: "How many decisions there are",
  tasks: "What was taken on",
  "next-meeting": "The next meeting",
  words: "How much was said",
  "superseded-by": "What is said to take its place",
};

/** What is wrong, and where, as a sentence. */
export function faultInWords({ part, why }: Fault, copy: Verification["copy"]): string {
  if (part === "seal" && why === "missing") {
    return "The seal at the end of the file is gone: it was changed, or another program has saved it anew.";
  }
  if (part === "maker" && why === "not-signed") return "The file is not as whoever took it along has signed it.";
  if (part === "maker" && why === "not-theirs") return "Whoever signed the file is no voice of the record.";
  if (part === "seal" && why === "not-theirs") return "The file was sealed by someone else, or for another text.";
  if (part === "file" && why === "missing") return "There is no such file, or it may not be read.";
  return `${partInWords(part, copy)} ${WHYS[why]}.`;
}

function partInWords(part: string, copy: Verification["copy"]): string {
  const [kind = "", number = ""] = part.split("/");
  if (number === "" || kind === "superseded-by")
    return (Object.hasOwn(PARTS, kind) ? PARTS[kind] : undefined) ?? plainLine(part);
  switch (kind) {
    case "decisions":
      return `Decision ${number}`;
    case "words":
      return `What was said as number ${number}`;
    case "consents": {
      // The root says whose yes stands there, and the copy has its voices in the same order; the yes itself may be another's.
      const { voices = [] } = copy ?? {};
      const voice = voices[Number(number) - 1];
      return voice === undefined ? `Yes number ${number}` : `The yes of ${namesOf(voices).get(voice.id) ?? ""}`;
    }
    case "witnesses":
      return `That yes number ${number} of those said aloud was heard`;
    case "withdrawals":
      return `Yes number ${number} of those taken back`;
    default:
      return plainLine(part);
  }
}
