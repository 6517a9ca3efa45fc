import { plainLine } from "../../shared/export/plain-words.ts";
import {
  askedLater,
  isProven,
  outcomeOf,
  type Successor,
  type Verification,
  type VerifiedVoice,
} from "../../shared/export/verify-outcome.ts";
import { faultInWords } from "./faults.ts";

export const usage =
  "npm run verify -- FILE… [--json]\nA FILE is a .polyphony file, or a page (HTML) or paper (PDF) of an agreed record.";

/** How many faults are told one by one. */
const MOST_FAULTS = 20;

/** What came of checking a file, as a person reads it: the verdict first, then what it rests on. */
export function sentencesFor(file: string, verification: Verification): readonly string[] {
  const name = plainLine(file);
  if (!verification.ok) return [`✗ ${name} does not hold.`, ...faultSentences(verification).map(indented)];
  const said = verification.notice ? noticeSentences(verification) : copySentences(verification);
  return [`✓ ${name} holds.`, ...said.map(indented)];
}

function faultSentences(verification: Verification): readonly string[] {
  const { faults, copy } = verification;
  return [
    ...faults.slice(0, MOST_FAULTS).map((fault) => faultInWords(fault, copy)),
    ...(faults.length > MOST_FAULTS ? ["And more is not as it was."] : []),
    outcomeOf(verification) === "around"
      ? "The record inside it is exactly what was agreed. What the pages show may not be."
      : "Nothing else that it says is proven.",
    ...(isProven(verification) ? knownSince(verification) : []),
  ];
}

function copySentences(verification: Verification): readonly string[] {
  const { meeting, reader, frozenAt, voices, madeBy, madeAt, form, digest, supersedes } = verification;
  return [
    `${meeting?.name === "" ? "A meeting" : (meeting?.name ?? "")}, the text as it stood on ${moment(frozenAt)}.`,
    `This copy is for ${reader === "" ? "everyone who was in the room" : reader}.`,
    "Every voice in it has said yes to exactly this text:",
    ...voices.map((voice) => `  ${yesOf(voice)}`),
    // Whoever makes up a whole record can give made-up keys any names, and every yes in it then is signed.
    "The names are as the file gives them. Whether these are those people is told by comparing the ends of their keys with a paper that one trusts.",
    `${madeBy} took it along on ${moment(madeAt)}.`,
    // A seal does not say that whoever made a page has laid it out honestly; the record inside says what was agreed.
    ...(form === "bundle" ? [] : [`${madeBy} sealed this file, and nothing in it has changed since.`]),
    ...(supersedes === null ? [] : [`It took the place of an earlier text, ${supersedes.slice(0, 16)}….`]),
    ...sinceThen(verification),
    `Fingerprint of the text: ${digest ?? ""}`,
  ];
}

/** A notice has no names: who is meant is told by the ends of their keys, or by a copy that is checked with it. */
function noticeSentences(verification: Verification): readonly string[] {
  const { frozenAt, digest, madeBy, madeAt } = verification;
  return [
    `It has no words in it. It tells of the record with the fingerprint ${digest ?? ""}, the text as it stood on ${moment(frozenAt)}:`,
    ...sinceThen(verification),
    `${madeBy} made it on ${moment(madeAt)}.`,
  ];
}

/** What has become of the record, or that nothing is known to have. */
function sinceThen(verification: Verification): readonly string[] {
  const known = knownSince(verification);
  return known.length > 0
    ? known
    : ["As far as is known from what was checked, no yes was taken back and no later text has taken its place."];
}

/** What has become of the record, as far as is known. */
function knownSince({ withdrawn, givenAgain, supersededBy, voices, notice }: Verification): readonly string[] {
  return [
    ...withdrawn.map(
      ({ name, withdrawnAt }) =>
        `${name} took this yes back on ${moment(withdrawnAt)}. It is still what was agreed then; no new copies are made of it.`,
    ),
    // Nothing is to be told of a copy by which everyone stands; a notice tells what it was made for.
    ...(notice ? givenAgain : []).map(
      ({ name, withdrawnAt, givenAgainAt }) =>
        `${name} took this yes back on ${moment(withdrawnAt)}, and said yes again on ${moment(givenAgainAt)}.`,
    ),
    ...(supersededBy === null ? [] : [laterSentence(supersededBy, voices)]),
  ];
}

/** A later text may have been agreed by fewer, or by others: whoever reads this is to see by whom, and who was not asked. */
function laterSentence(later: Successor, before: readonly VerifiedVoice[]): string {
  const { agreed, notAsked, others } = askedLater(later, before);
  const by = `${agreed.join(", ")}${others === 0 ? "" : ` and ${String(others)} more`}`;
  const without = notAsked.length === 0 ? "" : `; not asked in it: ${notAsked.join(", ")}`;
  return `A later text took its place on ${moment(later.agreedAt)}, agreed by ${by}: ${later.digest.slice(0, 16)}…${without}.`;
}

function yesOf({ name, saidYesAt, shortKey, aloud }: VerifiedVoice): string {
  const said = aloud === null ? "" : `, aloud: written down by ${aloud.scribe}, heard by ${aloud.witness}`;
  return `${name}, on ${moment(saidYesAt)}${said}; key ${shortKey}`;
}

const inWords = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });

function moment(iso: string | null): string {
  return iso === null ? "?" : `${inWords.format(new Date(iso))} UTC`;
}

function indented(sentence: string): string {
  return `  ${sentence}`;
}
