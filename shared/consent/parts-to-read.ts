import type { UtteranceId, VoiceId } from "../feed/ids.ts";
import { WEIGHINGS, type Weighing } from "../meeting/deciding-statements.ts";
import type { Part, Phase, PositionKind } from "../meeting/shapes.ts";
import type { Paragraph, Revision } from "./statements.ts";

type FrozenDecision = Revision["decisions"][number];
type FrozenTask = NonNullable<Revision["tasks"]>[number];
type FrozenUtterance = Revision["utterances"][number];
type FrozenReader = Revision["readers"][number];
type FrozenRendering = NonNullable<FrozenUtterance["renderings"]>[number];

/** What a part of a frozen text is about. */
export type KindOfPart =
  "decision" | "head" | "left-open" | "next-meeting" | "readers" | "summary" | "tasks" | "wish" | "words";

/** What is said in one breath: somebody's words, and what they are to the part they stand in. */
export type Passage = {
  /** Whose words they are; null where several have written them, or nobody in particular. */
  readonly voice: VoiceId | null;
  /** May be empty, where the rest says it all. */
  readonly text: string;
} & (
  | { readonly as: "heading" | "remembered"; readonly paragraph: Paragraph }
  | { readonly as: "decision" | "matter" | "next-meeting" | "review" | "way" | "wish" | Weighing }
  | { readonly as: "position"; readonly position: PositionKind; readonly mayStand: boolean }
  /** What a voice takes on, and for whom. */
  | { readonly as: "task"; readonly because: VoiceId | null; readonly until: string }
  | {
      readonly as: "said";
      readonly paragraphs: readonly Paragraph[];
      readonly scribe: VoiceId | null;
      /** Whom its voice imagines to speak, empty for one who is not named; null where it speaks for itself. */
      readonly imagines: string | null;
      readonly phase: Phase;
      /** Whose words of this text it answers. */
      readonly answers: VoiceId | null;
    }
  /** The name of the meeting, and the moment at which the text was frozen, as ISO 8601. */
  | { readonly as: "meeting"; readonly frozenAt: string }
  /** Who is in it, as what; the text is who they are to the others. */
  | { readonly as: "present"; readonly kind: Part }
  /** That those in the room have a copy, and whether anybody else is given one. */
  | { readonly as: "room"; readonly only: boolean }
  | { readonly as: "reader"; readonly parts: FrozenReader["parts"]; readonly asInRoom: boolean }
  /** How a voice is called in that reader's copy. */
  | { readonly as: "called"; readonly relation: string }
);

/** One part of a frozen text, to be read at one go. */
export interface PartToRead {
  readonly kind: KindOfPart;
  readonly passages: readonly Passage[];
  /** The language of the words in it. */
  readonly language: string;
  /** The same words in other languages, by interpreters. */
  readonly renderings: readonly FrozenRendering[];
}

/**
 * A frozen text as it is read aloud, one part after the other: first of which meeting it is and who is in it, then every word of it
 * in exactly one part, in the order of the text, and at the end who is given a copy. `spokenIn` is the language that a voice has said an utterance to be in, where it has.
 */
export function partsToRead(
  revision: Revision,
  spokenIn: (utterance: UtteranceId) => string | null,
): readonly PartToRead[] {
  const { language } = revision;
  const part = (kind: KindOfPart, passages: readonly Passage[]): readonly PartToRead[] =>
    passages.length === 0 ? [] : [{ kind, passages, language, renderings: [] }];
  const decided = (leftOpen: boolean) => revision.decisions.filter((decision) => decision.leftOpen === leftOpen);
  const tasks = revision.tasks ?? [];
  const next: readonly Passage[] =
    revision.nextMeeting === "" ? [] : [{ as: "next-meeting", voice: null, text: revision.nextMeeting }];
  return [
    ...part("head", headPassages(revision)),
    ...remembered(revision.summary).flatMap((passages) => part("summary", passages)),
    ...(revision.wishes ?? []).flatMap((wish) => part("wish", wished(wish))),
    ...decided(false).flatMap((decision) => part("decision", decisionPassages(decision))),
    ...decided(true).flatMap((decision) => part("left-open", decisionPassages(decision))),
    ...part("tasks", tasks.map(taken)),
    ...part("next-meeting", next),
    ...revision.utterances.map((utterance) => ({
      kind: "words" as const,
      passages: [said(utterance, revision)],
      language: spokenIn(utterance.id) ?? language,
      renderings: utterance.renderings ?? [],
    })),
    ...part("readers", readerPassages(revision.readers)),
  ];
}

function headPassages({ name, frozenAt, voices }: Revision): readonly Passage[] {
  return [
    { as: "meeting", voice: null, text: name, frozenAt },
    ...voices.map(({ id, profile: { relation, kind } }): Passage => ({
      as: "present",
      voice: id,
      text: relation,
      kind,
    })),
  ];
}

/** The summary paragraph by paragraph, a heading with what it stands above. */
function remembered(paragraphs: readonly Paragraph[]): readonly (readonly Passage[])[] {
  const parts: Passage[][] = [];
  let isOpen = false;
  for (const paragraph of paragraphs) {
    const voices = new Set(paragraph.runs.map(({ voice }) => voice).filter((voice) => voice !== null));
    const [only = null] = voices.size === 1 ? voices : [];
    const isHeading = paragraph.style === "heading";
    const passage: Passage = {
      as: isHeading ? "heading" : "remembered",
      voice: only,
      text: paragraph.runs.map(({ text }) => text).join(""),
      paragraph,
    };
    if (isOpen) parts.at(-1)?.push(passage);
    else parts.push([passage]);
    isOpen = isHeading;
  }
  return parts;
}

function wished({ voice, text, weighed = [] }: NonNullable<Revision["wishes"]>[number]): readonly Passage[] {
  const weighings = WEIGHINGS.flatMap((as) => weighed.filter((one) => one.as === as));
  return [
    { as: "wish", voice, text },
    ...weighings.map(({ as, voice: by, words }): Passage => ({ as, voice: by, text: words })),
  ];
}

/** A decision, where each voice stands towards it, who takes what on, and how it came about. */
function decisionPassages(decision: FrozenDecision): readonly Passage[] {
  const { text, wordedBy, positions, ways = [], matters = [], tasks = [], review = "" } = decision;
  const standing = new Set(positions.map(({ voice }) => voice));
  const isAnswer = ({ because }: FrozenTask) => because !== undefined && standing.has(because);
  const matter = ({ voice, words }: (typeof matters)[number]): Passage => ({ as: "matter", voice, text: words });
  const again: readonly Passage[] = review === "" ? [] : [{ as: "review", voice: null, text: review }];
  return [
    { as: "decision", voice: wordedBy, text },
    ...positions.flatMap(({ voice, position, words, mayStand = false }): readonly Passage[] => [
      { as: "position", voice, position, mayStand, text: words },
      ...tasks.filter(({ because }) => because === voice).map(taken),
    ]),
    ...tasks.filter((task) => !isAnswer(task)).map(taken),
    ...ways.flatMap((way): readonly Passage[] => [
      { as: "way", voice: way.voice, text: way.text },
      ...(way.matters ?? []).map(matter),
    ]),
    ...matters.map(matter),
    ...again,
  ];
}

function taken({ voice, because, what, until }: FrozenTask): Passage {
  return { as: "task", voice, because: because ?? null, text: what, until };
}

function said(utterance: FrozenUtterance, { utterances }: Revision): Passage {
  const { voice, scribe = null, imagines = null, answers, phase, paragraphs } = utterance;
  const answered = answers === null ? undefined : utterances.find(({ id }) => id === answers);
  const text = paragraphs.map(({ runs }) => runs.map((run) => run.text).join("")).join("\n");
  return { as: "said", voice, text, paragraphs, scribe, imagines, phase, answers: answered?.voice ?? null };
}

function readerPassages(readers: readonly FrozenReader[]): readonly Passage[] {
  const outside = readers.filter(({ id }) => id !== "network");
  return [
    { as: "room", voice: null, text: "", only: outside.length === 0 },
    ...outside.flatMap(({ name, parts, called }): readonly Passage[] => [
      { as: "reader", voice: null, text: name, parts, asInRoom: called.length === 0 },
      ...called.map((one): Passage => ({ as: "called", voice: one.voice, text: one.name, relation: one.relation })),
    ]),
  ];
}
