import type { Digest, MeetingId, ReaderId, UtteranceId, VoiceId } from "../feed/ids.ts";
import { calledFor } from "../meeting/called.ts";
import type { Paragraph as WrittenParagraph, Run as WrittenRun } from "../meeting/document.ts";
import type { MeetingState, Utterance, Voice } from "../meeting/state.ts";
import { nextMeetingInWords } from "../meeting/deciding.ts";
import { isVoiceKind, type Profile } from "../meeting/shapes.ts";
import { byTime } from "./by-time.ts";
import { answeringOnly, decidedIn, voicesInDecided } from "./decided.ts";
import { wellFormed } from "./canonical.ts";
import { isOfRemoved, isRemoved } from "./removed.ts";
import { frozenRenderings } from "./rendered.ts";
import {
  PARTS_OF_COPY,
  type Paragraph,
  type PartOfCopy,
  type ReaderName,
  type Revision,
  type Run,
} from "./statements.ts";

/** What a proposer freezes: the meeting as it stands, the shared text, and the utterances chosen, with their words. */
export interface Freezing {
  readonly meeting: MeetingId;
  readonly state: MeetingState;
  readonly summary: readonly WrittenParagraph[];
  readonly utterances: readonly { readonly id: UtteranceId; readonly paragraphs: readonly WrittenParagraph[] }[];
  readonly frozenAtMs: number;
  readonly supersedes: Digest | null;
  /** Who outside the room is to be given a copy, and which parts of it; everyone in the room is given all of it. */
  readonly readers: readonly { readonly id: ReaderId; readonly parts: readonly PartOfCopy[] }[];
  /** Chance for each copy (`newSalt`). */
  readonly salt: (reader: ReaderName) => string;
}

/**
 * The exact text that is put before everyone. It names every admitted voice, the person at the centre also after leaving, and
 * everyone else whose words are in it. The same meeting frozen at the same moment gives the same revision on every laptop. Paragraphs without a word are
 * left out; so are chosen utterances that the record no longer has, and all that is of a voice that was removed, whose
 * yes nobody could hear. Only its letters in the summary stay, until they are crossed out there (`removedIn`).
 */
export function freezeRevision(freezing: Freezing): Revision {
  const { meeting, state, frozenAtMs, supersedes } = freezing;
  if (state.begun === null) throw new Error("a meeting that has not begun cannot be frozen");
  const content = {
    summary: summaryOf(freezing),
    utterances: utterancesOf(freezing),
    ...decidedIn(state),
  };
  const speaking = voicesIn(content);
  const voices = [...state.voices.values()]
    .filter((voice) => {
      const { id, standing, profile } = voice;
      return (standing === "admitted" && isVoiceKind(profile.kind)) || isAskedAnyway(voice) || speaking.has(id);
    })
    .map(({ id, profile, seated, introducedAt }) => ({
      id,
      at: introducedAt,
      named: { id, ...(seated && { aloud: true as const }), profile: frozen(profile) },
    }))
    .sort(byTime)
    .map(({ named }) => named);
  const revision: Revision = {
    format: "polyphony/revision/2",
    meeting,
    name: state.begun.name,
    language: state.begun.language,
    frozenAt: new Date(frozenAtMs).toISOString(),
    supersedes,
    voices,
    readers: readersOf(freezing, wishingIn({ voices, ...content }, state)),
    ...content,
    ...answeringOnly(content, new Set(voices.map(({ id }) => id))),
    nextMeeting: nextMeetingInWords(state.nextMeeting),
  };
  return withCanonicalTexts(revision);
}

/**
 * Whether a voice is asked about every text, whatever stands in it: the person at the centre is, also after leaving. Who was
 * removed is not, and who has been here as anything else too is asked like everyone else.
 */
export function isAskedAnyway({ kinds, standing }: Voice): boolean {
  return (standing === "admitted" || standing === "left") && [...kinds].every((kind) => kind === "person");
}

/** Every voice that has words in a revision, or wrote them down: in the summary, as an utterance, or in what was decided. */
export function voicesIn(
  content: Pick<Revision, "decisions" | "summary" | "tasks" | "utterances" | "wishes">,
): ReadonlySet<VoiceId> {
  const inSummary = content.summary.flatMap((paragraph) => paragraph.runs.map((run) => run.voice));
  const inUtterances = content.utterances.flatMap((utterance) => [
    utterance.voice,
    ...(utterance.scribe === undefined ? [] : [utterance.scribe]),
    ...utterance.paragraphs.flatMap((paragraph) => paragraph.runs.map((run) => run.voice)),
  ]);
  return new Set([...inSummary, ...inUtterances, ...voicesInDecided(content)].filter((voice) => voice !== null));
}

/**
 * Who may be called otherwise for a reader than in the room: whoever is asked about the text; and whoever has rendered words in
 * it and was here as a voice before, because a wish of theirs stands.
 */
export function wishingIn(
  { voices, utterances }: Pick<Revision, "utterances" | "voices">,
  state: Pick<MeetingState, "voices">,
): ReadonlySet<VoiceId> {
  const rendering = utterances
    .flatMap(({ renderings = [] }) => renderings.map(({ by }) => by))
    .filter((by) => [...(state.voices.get(by)?.kinds ?? [])].some(isVoiceKind));
  return new Set([...voices.map(({ id }) => id), ...rendering]);
}

/** The room, and everyone outside it who is still to be given a copy, each with the names that are called otherwise for them. */
function readersOf({ state, readers, salt }: Freezing, wishing: ReadonlySet<VoiceId>): Revision["readers"] {
  const outside = readers.flatMap(({ id, parts }) => {
    const reader = state.readers.get(id);
    if (reader === undefined) return [];
    const called = [...state.voices.values()].flatMap(({ id: voice, profile }) => {
      if (!wishing.has(voice)) return [];
      const wished = calledFor(state, id, voice);
      const asInTheRoom = wished === null || (wished.name === profile.name && wished.relation === profile.relation);
      return asInTheRoom ? [] : [{ voice, ...wished }];
    });
    const inOrder = PARTS_OF_COPY.filter((part) => parts.includes(part));
    return [{ id, name: reader.name, salt: salt(id), parts: inOrder, called }];
  });
  return [{ id: "network", name: "", salt: salt("network"), parts: [...PARTS_OF_COPY], called: [] }, ...outside];
}

/** The shared text. A blank of one who was removed is nobody's: it is not to be seen, so nobody could cross it out. */
function summaryOf({ state, summary }: Freezing): Revision["summary"] {
  const isLeftBehind = ({ voice, text }: WrittenRun) => voice !== null && text.trim() === "" && isRemoved(state, voice);
  return paragraphsOf(
    summary.map(({ style, runs }) => ({
      style,
      runs: runs.map((run) => (isLeftBehind(run) ? { ...run, voice: null } : run)),
    })),
  );
}

function utterancesOf({ state, utterances }: Freezing): Revision["utterances"] {
  const words = new Map(utterances.map((chosen) => [chosen.id, chosen.paragraphs]));
  return (
    state.order
      .map((id) => state.utterances.get(id))
      // Words that were written down for someone are theirs once they have said so.
      .filter((utterance): utterance is Utterance => utterance?.confirmed === true && !utterance.withdrawn)
      // Corrected words give way to those that stand in for them; and no voice's words go in that it keeps out.
      .filter(({ correctedBy, forRecord }) => correctedBy === null && forRecord)
      .filter((utterance) => !isOfRemoved(state, utterance))
      .map((utterance) => ({
        id: utterance.id,
        voice: utterance.voice,
        ...(utterance.scribe !== null && { scribe: utterance.scribe }),
        ...(utterance.imagines !== null && { imagines: state.absent.get(utterance.imagines)?.called ?? "" }),
        answers: utterance.answers,
        phase: utterance.phase,
        // An utterance has one owner, whoever's keystrokes its letters are.
        paragraphs: paragraphsOf(ownedBy(utterance.voice, words.get(utterance.id) ?? [])),
        ...frozenRenderings(state, utterance.id),
      }))
      .filter((utterance) => utterance.paragraphs.length > 0)
  );
}

/** How a voice was known in the room, without what only those in the room need. */
function frozen({ name, kind, relation, colour }: Profile): Revision["voices"][number]["profile"] {
  return { name, kind, relation, colour };
}

function ownedBy(voice: VoiceId, paragraphs: readonly WrittenParagraph[]): readonly WrittenParagraph[] {
  return paragraphs.map(({ style, runs }) => ({ style, runs: runs.map((run) => ({ ...run, voice })) }));
}

function paragraphsOf(paragraphs: readonly WrittenParagraph[]): Paragraph[] {
  return paragraphs
    .map(({ style, runs }) => ({ style, runs: joinedRuns(runs) }))
    .filter(({ runs }) => runs.some((run) => run.text.trim() !== ""));
}

/** The runs of a paragraph, neighbours of one voice and one weight as one, so that typing pauses leave no trace. */
function joinedRuns(runs: readonly WrittenRun[]): Run[] {
  const joined: Run[] = [];
  for (const { voice, text, bold, italic } of runs) {
    if (text === "") continue;
    const run: Run = { voice, text, ...(bold && { bold }), ...(italic && { italic }) };
    const last = joined.at(-1);
    if (last?.voice === run.voice && last.bold === run.bold && last.italic === run.italic) {
      joined[joined.length - 1] = { ...last, text: last.text + text };
    } else {
      joined.push(run);
    }
  }
  return joined;
}

/** A copy in which every text has a canonical form. */
function withCanonicalTexts(revision: Revision): Revision {
  const json = JSON.stringify(revision, (_key, value: unknown) =>
    typeof value === "string" ? wellFormed(value) : value,
  );
  // Only texts were replaced, by texts; the shape is the revision's own.
  return JSON.parse(json) as Revision;
}
