import type { DecisionId, UtteranceId, VoiceId } from "../feed/ids.ts";
import type { PositionKind } from "../meeting/shapes.ts";
import { align, type Step } from "./alignment.ts";
import type { Paragraph, Revision } from "./statements.ts";

/** Words that stayed, came or went, and whose they are; `null` where a revision says a thing without a voice. */
export interface Piece {
  readonly kind: "added" | "removed" | "same";
  readonly voice: VoiceId | null;
  readonly text: string;
}

/** Which part of a revision a change is in. */
export type Part =
  | { readonly kind: "name" | "next-meeting" | "readers" | "summary" }
  | { readonly kind: "voice"; readonly voice: VoiceId }
  | { readonly kind: "utterance"; readonly utterance: UtteranceId; readonly voice: VoiceId }
  | { readonly kind: "decision" | "left-open"; readonly decision: DecisionId }
  | {
      readonly kind: "position";
      readonly decision: DecisionId;
      readonly voice: VoiceId;
      /** Where the voice stood and where it stands; null where it had, or has, no position. */
      readonly was: PositionKind | null;
      readonly is: PositionKind | null;
    };

/** One paragraph, or one other thing, that is not as it was: to be read with words struck out and words marked. */
export interface Change {
  readonly part: Part;
  readonly kind: "added" | "changed" | "removed";
  readonly pieces: readonly Piece[];
}

/**
 * What a reader of `before` has to read anew in `after`, in the order of the text. Words that another voice wrote anew
 * count as changed, even when they are the same words: whose they are is part of what is consented to.
 */
export function whatChanged(before: Revision, after: Revision): readonly Change[] {
  const changesOfWords = (part: Part, textOf: (revision: Revision) => string) =>
    changesOfParagraphs(part, plain(textOf(before)), plain(textOf(after)));
  return [
    ...changesOfWords({ kind: "name" }, (revision) => revision.name),
    ...paired(before.voices, after.voices, ({ id }) => id).flatMap(([was, is, { id }]) =>
      changesOfParagraphs({ kind: "voice", voice: id }, introduction(was), introduction(is)),
    ),
    ...changesOfWords({ kind: "readers" }, ({ readers }) => readers.map(({ id, name }) => name || id).join(", ")),
    ...changesOfParagraphs({ kind: "summary" }, before.summary, after.summary),
    ...paired(before.decisions, after.decisions, ({ id, leftOpen }) => `${id} ${String(leftOpen)}`).flatMap(
      changesOfDecision,
    ),
    ...changesOfWords({ kind: "next-meeting" }, (revision) => revision.nextMeeting),
    ...paired(before.utterances, after.utterances, ({ id }) => id).flatMap(([was, is, { id, voice }]) =>
      changesOfParagraphs({ kind: "utterance", utterance: id, voice }, was?.paragraphs ?? [], is?.paragraphs ?? []),
    ),
  ];
}

type Decision = Revision["decisions"][number];
/** A thing as it was and as it is, at least one of them, and whichever there is. */
type Pair<Thing> = readonly [was: Thing | undefined, is: Thing | undefined, either: Thing];

/** Things that keep their identity while their words change. One that changed its place went and came again. */
function paired<Thing>(
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

function changesOfDecision([was, is, { id, leftOpen }]: Pair<Decision>): readonly Change[] {
  const wording = (decision: Decision | undefined) => plain(decision?.text ?? "", decision?.wordedBy);
  const reworded = changesOfParagraphs(
    { kind: leftOpen ? "left-open" : "decision", decision: id },
    wording(was),
    wording(is),
  );
  const positions = paired(was?.positions ?? [], is?.positions ?? [], ({ voice }) => voice);
  return [
    ...reworded,
    ...positions.flatMap(([stood, stands, { voice }]): readonly Change[] => {
      const part: Part = {
        kind: "position",
        decision: id,
        voice,
        was: stood?.position ?? null,
        is: stands?.position ?? null,
      };
      const words = changesOfParagraphs(part, plain(stood?.words ?? "", voice), plain(stands?.words ?? "", voice));
      if (words.length > 0 || part.was === part.is) return words;
      const kind = part.was === null ? "added" : part.is === null ? "removed" : "changed";
      const stillSaid = stands?.words ?? "";
      return [{ part, kind, pieces: stillSaid === "" ? [] : [{ kind: "same", voice, text: stillSaid }] }];
    }),
  ];
}

function introduction(voice: Revision["voices"][number] | undefined): readonly Paragraph[] {
  if (voice === undefined) return [];
  const { name, relation } = voice.profile;
  return plain(relation === "" ? name : `${name}, ${relation}`, voice.id);
}

function plain(text: string, voice: VoiceId | null = null): readonly Paragraph[] {
  return text === "" ? [] : [{ style: "paragraph", runs: [{ voice, text }] }];
}

/** Changes paragraph by paragraph. One that went and one that came in its place are read as one that changed. */
function changesOfParagraphs(part: Part, before: readonly Paragraph[], after: readonly Paragraph[]): readonly Change[] {
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
