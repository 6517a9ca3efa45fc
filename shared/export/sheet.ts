import * as v from "valibot";
import { copyFor } from "../consent/copy.ts";
import type { ProposedRevision } from "../consent/state.ts";
import type { Copy, Paragraph, PartOfCopy } from "../consent/statements.ts";
import type { VoiceId } from "../feed/ids.ts";
import { LanguageSchema, type Colour, type Phase } from "../meeting/shapes.ts";
import { directionOf } from "../meeting/interpreting.ts";
import { distinctInitials } from "./initials.ts";
import { plainLine, plainWords } from "./plain-words.ts";
import { refuseUnlessFinal, type ExportRecord } from "./record.ts";
import { readerName } from "./reader-name.ts";
import { decidedOn, type SheetDecided } from "./sheet-decided.ts";
import { namesOf, shortKeyOf, visibleName } from "./voice-names.ts";

/** A voice as it is printed. */
export interface SheetVoice {
  /** As no other voice of the sheet is called. */
  readonly name: string;
  readonly relation: string;
  readonly initials: string;
  readonly colour: Colour;
}

export interface SheetRun {
  readonly voice: SheetVoice;
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

export interface SheetParagraph {
  readonly heading: boolean;
  readonly runs: readonly SheetRun[];
}

/** An utterance with its number in the record, so that an answer can be followed on paper too. */
export interface SheetUtterance {
  readonly number: number;
  readonly voice: SheetVoice;
  /** Who wrote it down, where that was not its own voice. */
  readonly scribe: SheetVoice | null;
  /** Who that is missing is imagined to be speaking; empty for one who is not named, null where nobody is imagined. */
  readonly imagines: string | null;
  readonly answers: { readonly number: number; readonly voice: SheetVoice } | null;
  readonly paragraphs: readonly SheetParagraph[];
  /** The same in other languages, beside what was said. */
  readonly renderings: readonly SheetRendering[];
}

/** An utterance in another language, by an interpreter, who is no voice of the record. */
export interface SheetRendering {
  readonly by: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly text: string;
  readonly notes: readonly { readonly word: string; readonly says: string }[];
}

/** Utterances of one phase that follow each other. */
export interface Stretch {
  readonly phase: Phase;
  readonly utterances: readonly SheetUtterance[];
}

export interface SheetConsent {
  readonly voice: SheetVoice;
  readonly givenAt: string;
  /** The last letters of the voice's key. */
  readonly shortKey: string;
  /** Of a voice without a device: who wrote its yes down, and who heard it too. */
  readonly aloud: { readonly scribe: SheetVoice; readonly witness: SheetVoice } | null;
}

/** A revision laid out for reading: every word with its voice, nothing left to look up, nothing unseen in it. */
export interface Sheet extends SheetDecided {
  readonly agreed: boolean;
  readonly title: string;
  /** Of the words, as BCP 47 names it. */
  readonly language: string;
  readonly frozenAt: string;
  readonly digest: string;
  /** The beginning of the digest of the text whose place this one takes; null where there is none. */
  readonly supersedes: string | null;
  /** Whose copy it is, as `readerName` has it; empty for everyone in the room. */
  readonly reader: string;
  /** The parts that are meant for this reader. What is not is left out, its heading too. */
  readonly parts: ReadonlySet<PartOfCopy>;
  readonly voices: readonly SheetVoice[];
  /** The voices that have words in the summary, in the order of `voices`. */
  readonly summaryVoices: readonly SheetVoice[];
  readonly summary: readonly SheetParagraph[];
  readonly nextMeeting: string;
  readonly stretches: readonly Stretch[];
  /** Empty on a draft: a paper that is handed around hurries nobody. */
  readonly consents: readonly SheetConsent[];
}

/** What BCP 47 calls a language that nobody has named. */
const UNDETERMINED = "und";

/** Lays a reader's copy out. Throws when what is not to be exported as agreed is: `refuseUnlessFinal` comes first. */
export function layOut({ standing, proposed, reader }: ExportRecord): Sheet {
  const agreed = standing === "agreed";
  if (agreed && !refuseUnlessFinal(proposed).ok) throw new Error("what is not agreed is never printed as agreed");
  const { revision, digest } = proposed;
  const copy = copyFor(revision, reader);
  const { summary: written = [], utterances = [], nextMeeting = "" } = copy;
  const voices = voicesOf(copy);
  const voiceOf = (id: VoiceId | null): SheetVoice => {
    const voice = id === null ? undefined : voices.get(id);
    if (voice === undefined) throw new Error("a proposed revision names every voice that has words in it");
    return voice;
  };
  const summary = paragraphsOf(written, voiceOf);
  const inSummary = new Set(summary.flatMap(({ runs }) => runs.map(({ voice }) => voice)));
  return {
    agreed,
    title: plainLine(copy.name),
    language: v.is(LanguageSchema, copy.language) ? copy.language : UNDETERMINED,
    frozenAt: copy.frozenAt,
    digest,
    supersedes: revision.supersedes?.slice(0, 16) ?? null,
    reader: readerName(copy.reader),
    parts: new Set(revision.readers.find(({ id }) => id === reader)?.parts),
    voices: [...voices.values()],
    summaryVoices: [...voices.values()].filter((voice) => inSummary.has(voice)),
    summary,
    ...decidedOn(copy, voiceOf),
    nextMeeting: plainWords(nextMeeting),
    stretches: stretchesOf(utterances, voiceOf),
    consents: agreed ? consentsOf(proposed, voiceOf) : [],
  };
}

function voicesOf({ voices }: Copy): ReadonlyMap<VoiceId, SheetVoice> {
  const names = namesOf(voices);
  // Their letters are told apart by themselves: a number in brackets is none of them.
  const initials = distinctInitials(voices.map(({ id, profile }) => visibleName(profile.name, id)));
  return new Map(
    voices.map(({ id, profile }, index) => [
      id,
      {
        name: names.get(id) ?? "",
        relation: plainLine(profile.relation),
        initials: initials[index] ?? "",
        colour: profile.colour,
      },
    ]),
  );
}

function paragraphsOf(
  paragraphs: readonly Paragraph[],
  voiceOf: (id: VoiceId | null) => SheetVoice,
): readonly SheetParagraph[] {
  const laidOut = paragraphs.map(({ style, runs }) => {
    const seen: SheetRun[] = [];
    for (const { voice, text, bold = false, italic = false } of runs) {
      const last = seen.at(-1);
      const plain = plainWords(text);
      // Blank space belongs to nobody to be seen, and may be nobody's: it goes with the words before it.
      if (plain.trim() === "" && last) seen[seen.length - 1] = { ...last, text: last.text + plain };
      else if (plain.trim() !== "") seen.push({ voice: voiceOf(voice), text: plain, bold, italic });
    }
    return { heading: style === "heading", runs: seen };
  });
  return laidOut.filter(({ runs }) => runs.length > 0);
}

type Utterances = NonNullable<Copy["utterances"]>;

/** The record in its own order, taken apart where a reflection begins and where it ends. */
function stretchesOf(utterances: Utterances, voiceOf: (id: VoiceId | null) => SheetVoice): readonly Stretch[] {
  const numbers = new Map(utterances.map(({ id, voice }, index) => [id, { number: index + 1, voice: voiceOf(voice) }]));
  const stretches: { phase: Phase; utterances: SheetUtterance[] }[] = [];
  for (const [
    index,
    { voice, scribe, imagines, answers, phase, paragraphs, renderings = [] },
  ] of utterances.entries()) {
    const laidOut: SheetUtterance = {
      number: index + 1,
      voice: voiceOf(voice),
      scribe: scribe === undefined ? null : voiceOf(scribe),
      imagines: imagines === undefined ? null : plainLine(imagines),
      answers: (answers === null ? undefined : numbers.get(answers)) ?? null,
      paragraphs: paragraphsOf(paragraphs, voiceOf),
      renderings: renderings.map(renderingOf),
    };
    const last = stretches.at(-1);
    if (last?.phase === phase) last.utterances.push(laidOut);
    else stretches.push({ phase, utterances: [laidOut] });
  }
  return stretches;
}

function renderingOf({
  by,
  name,
  language,
  text,
  notes,
}: NonNullable<Utterances[number]["renderings"]>[number]): SheetRendering {
  return {
    by: visibleName(name, by),
    language,
    direction: directionOf(language),
    text: plainWords(text),
    notes: notes.map(({ word, says }) => ({ word: plainLine(word), says: plainLine(says) })),
  };
}

function consentsOf(
  { revision, answers }: ProposedRevision,
  voiceOf: (id: VoiceId | null) => SheetVoice,
): readonly SheetConsent[] {
  return revision.voices.flatMap(({ id }) => {
    const answer = answers.get(id);
    if (answer?.answer !== "yes") return [];
    const { document, witness } = answer;
    const aloud =
      document.scribe === undefined || witness === null
        ? null
        : { scribe: voiceOf(document.scribe), witness: voiceOf(witness.witness) };
    // Who signs is whose key can be compared.
    const shortKey = shortKeyOf(document.scribe ?? id);
    return [{ voice: voiceOf(id), givenAt: document.givenAt, shortKey, aloud }];
  });
}
