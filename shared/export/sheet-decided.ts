import type { Copy, Revision } from "../consent/statements.ts";
import type { VoiceId } from "../feed/ids.ts";
import { WEIGHINGS, type Weighing } from "../meeting/deciding-statements.ts";
import type { PositionKind } from "../meeting/shapes.ts";
import { plainLine, plainWords } from "./plain-words.ts";
import type { SheetVoice } from "./sheet.ts";

/** What one voice has said. */
export interface SheetSaid {
  readonly voice: SheetVoice;
  readonly words: string;
}

export interface SheetTask {
  readonly voice: SheetVoice;
  /** Whose reservation or wish it answers, where that does not stand right before it. */
  readonly because: SheetVoice | null;
  readonly what: string;
  readonly until: string;
}

export interface SheetPosition extends SheetSaid {
  readonly position: PositionKind;
  readonly mayStand: boolean;
  /** What voices have taken on because of it. */
  readonly tasks: readonly SheetTask[];
}

export interface SheetDecision {
  readonly text: string;
  readonly wordedBy: SheetVoice;
  readonly positions: readonly SheetPosition[];
  /** What was taken on for it, and not because of one of these positions. */
  readonly tasks: readonly SheetTask[];
  readonly ways: readonly { readonly text: string; readonly by: SheetVoice; readonly matters: readonly SheetSaid[] }[];
  readonly matters: readonly SheetSaid[];
  readonly review: string;
}

export interface SheetWish {
  readonly voice: SheetVoice;
  readonly text: string;
  /** What voices have said of it; what nobody has said anything about is left out. */
  readonly weighed: readonly { readonly as: Weighing; readonly said: readonly SheetSaid[] }[];
}

export interface SheetDecided {
  readonly wishes: readonly SheetWish[];
  readonly decisions: readonly SheetDecision[];
  readonly leftOpen: readonly SheetDecision[];
  readonly tasks: readonly SheetTask[];
}

type VoiceOf = (id: VoiceId) => SheetVoice;

/** Lays out what was decided. `voiceOf` knows every voice of the revision. */
export function decidedOn({ decisions = [], tasks = [], wishes = [], voices }: Copy, voiceOf: VoiceOf): SheetDecided {
  const known = new Set(voices.map(({ id }) => id));
  const answered = (because: VoiceId | undefined) =>
    because !== undefined && known.has(because) ? voiceOf(because) : null;
  const decided = (leftOpen: boolean) =>
    decisions.filter((one) => one.leftOpen === leftOpen).map((one) => decisionOn(one, voiceOf, answered));
  return {
    wishes: wishes.map(({ voice, text, weighed = [] }) => ({
      voice: voiceOf(voice),
      text: plainWords(text),
      weighed: WEIGHINGS.map((as) => ({
        as,
        said: saidOn(
          weighed.filter((one) => one.as === as),
          voiceOf,
        ),
      })).filter(({ said }) => said.length > 0),
    })),
    decisions: decided(false),
    leftOpen: decided(true),
    tasks: tasks.map((task) => taskOn(task, voiceOf, answered(task.because))),
  };
}

function decisionOn(
  { text, wordedBy, positions, tasks = [], ways = [], matters = [], review = "" }: Revision["decisions"][number],
  voiceOf: VoiceOf,
  answered: (because: VoiceId | undefined) => SheetVoice | null,
): SheetDecision {
  const standing = new Set(positions.map(({ voice }) => voice));
  return {
    text: plainWords(text),
    wordedBy: voiceOf(wordedBy),
    positions: positions.map(({ voice, position, words, mayStand = false }) => ({
      voice: voiceOf(voice),
      position,
      words: plainWords(words),
      mayStand,
      tasks: tasks.filter(({ because }) => because === voice).map((task) => taskOn(task, voiceOf, null)),
    })),
    tasks: tasks
      .filter(({ because }) => because === undefined || !standing.has(because))
      .map((task) => taskOn(task, voiceOf, answered(task.because))),
    ways: ways.map((way) => ({
      text: plainWords(way.text),
      by: voiceOf(way.voice),
      matters: saidOn(way.matters ?? [], voiceOf),
    })),
    matters: saidOn(matters, voiceOf),
    review: plainLine(review),
  };
}

function taskOn(
  { voice, what, until }: NonNullable<Revision["tasks"]>[number],
  voiceOf: VoiceOf,
  because: SheetVoice | null,
): SheetTask {
  return { voice: voiceOf(voice), because, what: plainWords(what), until: plainLine(until) };
}

function saidOn(
  said: readonly { readonly voice: VoiceId; readonly words: string }[],
  voiceOf: VoiceOf,
): readonly SheetSaid[] {
  return said.map(({ voice, words }) => ({ voice: voiceOf(voice), words: plainWords(words) }));
}
