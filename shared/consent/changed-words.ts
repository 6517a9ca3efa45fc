import type { DecisionId, UtteranceId, VoiceId } from "../feed/ids.ts";
import type { Weighing } from "../meeting/deciding-statements.ts";
import type { Part as TakingPart, PositionKind } from "../meeting/shapes.ts";
import { align, type Step } from "./alignment.ts";
import type { Paragraph, PartOfCopy } from "./statements.ts";

/** Words that stayed, came or went, and whose they are; `null` where a revision says a thing without a voice. */
export interface Piece {
  readonly kind: "added" | "removed" | "same";
  readonly voice: VoiceId | null;
  readonly text: string;
}

/** Where a voice stands; `lets-it-stand` is one who does not agree, and lets that be written in it. */
export type Stance = PositionKind | "lets-it-stand";

/** Which part of a revision a change is in. */
export type Part =
  | { readonly kind: "name" | "next-meeting" | "readers" | "summary" }
  | { readonly kind: "voice"; readonly voice: VoiceId }
  /** As what a voice is here: the sentence says it. */
  | { readonly kind: "here-as"; readonly voice: VoiceId; readonly as: TakingPart }
  /** How a voice is called in the copy of one reader. */
  | { readonly kind: "called"; readonly reader: string; readonly voice: VoiceId }
  /** Which parts a reader is given: the sentence says it, there are no words to be read. */
  | { readonly kind: "given"; readonly reader: string; readonly parts: readonly PartOfCopy[] }
  | { readonly kind: "imagined" | "utterance"; readonly utterance: UtteranceId; readonly voice: VoiceId }
  /** The same in another language, by an interpreter, who is called so in the text. */
  | { readonly kind: "rendering"; readonly utterance: UtteranceId; readonly language: string; readonly by: string }
  | { readonly kind: "decision" | "left-open"; readonly decision: DecisionId }
  | {
      readonly kind: "position";
      readonly decision: DecisionId;
      readonly voice: VoiceId;
      /** Where the voice stood and where it stands; null where it had, or has, no position. */
      readonly was: Stance | null;
      readonly is: Stance | null;
    }
  | { readonly kind: "review"; readonly decision: DecisionId }
  | { readonly kind: "matter" | "way"; readonly decision: DecisionId; readonly voice: VoiceId }
  /** Something was taken on, or let go of, or is said in other words. */
  | { readonly kind: "task"; readonly voice: VoiceId; readonly was: boolean; readonly is: boolean }
  | { readonly kind: "wish"; readonly voice: VoiceId }
  | { readonly kind: "weighed"; readonly as: Weighing; readonly voice: VoiceId };

/** One paragraph, or one other thing, that is not as it was: to be read with words struck out and words marked. */
export interface Change {
  readonly part: Part;
  readonly kind: "added" | "changed" | "removed";
  readonly pieces: readonly Piece[];
}

/** A thing as it was and as it is, at least one of them, and whichever there is. */
export type Pair<Thing> = readonly [was: Thing | undefined, is: Thing | undefined, either: Thing];

/** Things that keep their identity while their words change. One that changed its place went and came again. */
export function paired<Thing>(
  before: readonly Thing[],
  after: readonly Thing[],
  identityOf: (thing: Thing) => string,
): readonly Pair<Thing>[] {
  return align(before, after, identityOf).map((step): Pair<Thing> => {
    if (step.kind === "added") return [undefined, step.after, step.after];
    if (step.kind === "removed") return [step.before, undefined, step.before];
    return [step.before, step.after, step.after];
  });
}

/** One paragraph of words, or none where there are none. */
export function plain(text: string, voice: VoiceId | null = null): readonly Paragraph[] {
  return text === "" ? [] : [{ style: "paragraph", runs: [{ voice, text }] }];
}

/** Changes paragraph by paragraph. One that went and one that came in its place are read as one that changed. */
export function changesOfParagraphs(
  part: Part,
  before: readonly Paragraph[],
  after: readonly Paragraph[],
): readonly Change[] {
  const changes: Change[] = [];
  let removed: Paragraph[] = [];
  for (const step of align(before, after, (paragraph) => JSON.stringify(wordsOf(paragraph)))) {
    if (step.kind === "removed") removed.push(step.before);
    else if (step.kind === "added") changes.push(changeOf(part, removed.shift(), step.after));
    else {
      changes.push(...removed.map((paragraph) => changeOf(part, paragraph, undefined)));
      removed = [];
    }
  }
  return [...changes, ...removed.map((paragraph) => changeOf(part, paragraph, undefined))];
}

function changeOf(part: Part, before: Paragraph | undefined, after: Paragraph | undefined): Change {
  const kind = before === undefined ? "added" : after === undefined ? "removed" : "changed";
  const [was, is] = [before ? wordsOf(before) : [], after ? wordsOf(after) : []];
  return { part, kind, pieces: piecesOf(align(was, is, (word) => JSON.stringify(word))) };
}

/** A word with the space after it, whose it is, and how it stands out. */
interface Word {
  readonly voice: VoiceId | null;
  readonly text: string;
  readonly look: string;
}

function wordsOf({ style, runs }: Paragraph): readonly Word[] {
  return runs.flatMap(({ voice, text, bold, italic }) => {
    const look = [style, bold ? "bold" : "", italic ? "italic" : ""].join(" ");
    return (text.match(/\S+\s*|\s+/gu) ?? []).map((word) => ({ voice, text: word, look }));
  });
}

function piecesOf(steps: readonly Step<Word>[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const step of steps) {
    const { voice, text } = step.kind === "removed" ? step.before : step.after;
    const kind = step.kind === "kept" ? "same" : step.kind;
    const last = pieces.at(-1);
    if (last?.kind === kind && last.voice === voice) pieces[pieces.length - 1] = { ...last, text: last.text + text };
    else pieces.push({ kind, voice, text });
  }
  return pieces;
}
