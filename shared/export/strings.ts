import type { Weighing } from "../meeting/deciding-statements.ts";
import type { PositionKind } from "../meeting/shapes.ts";

/**
 * Every sentence of an exported record, in one language. Sentences about a voice take its name and put it where their
 * grammar wants it. They are escaped like everything else; none of them may hold markup.
 */
export interface ExportStrings {
  /** BCP 47, of these sentences; and which way their script runs. */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** A moment given in ISO 8601, as a person says it: "26 November 2026, 17:00". */
  readonly moment: (iso: string) => string;

  /** A few words that stand on every page of a draft, and what they mean. */
  readonly draftMark: string;
  readonly draftMeaning: string;
  /** The same for the agreed record. */
  readonly agreedMark: string;
  readonly agreedMeaning: string;
  /** Of an agreed record in a form that carries no proof: that a change in it would not be seen, and which forms to check. */
  readonly canBeChanged: string;
  readonly frozenAt: (moment: string) => string;
  /** Whose copy it is: "This copy is for", and what those are called together who were there. */
  readonly readerHeading: string;
  readonly everyoneInTheRoom: string;

  readonly voicesHeading: string;
  readonly summaryHeading: string;
  /** That the letters after a passage say whose it is. */
  readonly summaryKey: string;
  readonly decisionsHeading: string;
  readonly leftOpenHeading: string;
  readonly nextMeetingHeading: string;
  readonly wordsHeading: string;
  readonly reflectionHeading: string;
  readonly consentsHeading: string;

  readonly wordedBy: (name: string) => string;
  /** Where a voice stands: "Layla agrees, with a reservation". */
  readonly stands: (name: string, position: PositionKind) => string;
  /** The same of one who does not agree, and lets it stand with that written in it. */
  readonly letsItStand: (name: string) => string;
  readonly waysHeading: string;
  readonly wayBy: (name: string) => string;
  readonly mattersHeading: string;
  readonly reviewHeading: string;
  readonly tasksHeading: string;
  /** "Ellen takes this on", "Ellen takes on", to be followed by "for Layla", by what it is, and by "until Thursday". */
  readonly takesThisOn: (name: string) => string;
  readonly takesOn: (name: string) => string;
  readonly forVoice: (name: string) => string;
  readonly until: (when: string) => string;
  readonly wishesHeading: string;
  readonly wants: (name: string) => string;
  readonly weighings: Readonly<Record<Weighing, string>>;
  readonly answering: (name: string) => string;
  readonly writtenDownBy: (name: string) => string;
  /** That an interpreter has rendered words in a language, given as BCP 47 names it: "In English, by Nadia". */
  readonly renderedBy: (name: string, language: string) => string;
  /** That a voice says what it imagines one who is missing might say; and what one is called who is not named. */
  readonly imagining: (called: string) => string;
  readonly someoneMissing: string;
  /** What an empty part says: "Nothing was written here." */
  readonly nothing: string;

  /** The heads of the list of consents, and what the digest is called. */
  readonly consentVoice: string;
  /** "said aloud, written down by Ellen, heard by Tomas" */
  readonly saidAloud: (scribe: string, witness: string) => string;
  readonly consentMoment: string;
  readonly consentKey: string;
  readonly digest: string;
  /** That it takes the place of another text, given by the beginning of its digest. */
  readonly takesThePlaceOf: (fingerprint: string) => string;
  /** The same of a draft, which takes no text’s place; what it was written after may never have been agreed. */
  readonly follows: (fingerprint: string) => string;

  /** That the page carries what proves it, how that is checked, and what the link to it says. */
  readonly proofHeading: string;
  readonly proofMeaning: string;
  readonly proofLink: string;
}

/** Marks of the private use area, which stand where something is to be put that is more than text. */
const FIRST_SLOT = 0xe000;

/** A piece of a sentence: text, or the number of the slot that goes there. */
export type SentencePiece = { readonly slot: number } | { readonly text: string };

/** A sentence taken apart at its slots, so that a renderer can put an element where the name goes. */
export function piecesOfSentence(sentence: (...slots: readonly [string, string]) => string): readonly SentencePiece[] {
  const marked = sentence(String.fromCodePoint(FIRST_SLOT), String.fromCodePoint(FIRST_SLOT + 1));
  return marked
    .split(/([\uE000\uE001])/u)
    .filter((piece) => piece !== "")
    .map((piece) => (/^[\uE000\uE001]$/u.test(piece) ? { slot: piece.charCodeAt(0) - FIRST_SLOT } : { text: piece }));
}
