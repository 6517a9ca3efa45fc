import { claimedMs } from "../feed/clock.ts";
import type { UtteranceId, VoiceId } from "../feed/ids.ts";
import { standingFor } from "./corrections.ts";
import { isVoiceKind, PARTS } from "./shapes.ts";
import type { MeetingState, Utterance, Voice } from "./state.ts";

/** One voice's line in the picture. Every line looks alike, whoever speaks and however often. */
export interface VoiceLine {
  readonly voice: VoiceId;
  /** False while nothing stands that the voice has said, or that it stands by: a line that is still open. */
  readonly heard: boolean;
}

/** One utterance that stands in the record. It is one mark, whether it is a word or a page. */
export interface Mark {
  readonly utterance: UtteranceId;
  readonly voice: VoiceId;
  /** Where in the picture it stands, counted from its beginning. No two marks stand in one place. */
  readonly at: number;
  /** The utterance it answers, where that stands in the picture too. */
  readonly answers: UtteranceId | null;
  readonly reflection: boolean;
  /** Who wrote it down, where that was not its own voice. */
  readonly scribe: VoiceId | null;
  readonly confirmed: boolean;
}

/** Who spoke after whom. It says nothing of how much. */
export interface VoicesPicture {
  readonly lines: readonly VoiceLine[];
  /** In the order of the record. */
  readonly marks: readonly Mark[];
  /** The places that are left free, because for a while nobody began to speak. */
  readonly quiet: readonly number[];
  /** How many places there are. */
  readonly length: number;
}

/** So long without anyone beginning to speak is seen in the picture. Writing a few sentences down takes less. */
const QUIET_MS = 4 * 60_000;

/**
 * The picture of the voices over time: pure, total, and the same on every laptop that holds the same statements. A mark
 * is an utterance that was said and stands; of what is being written, corrected, withdrawn or refused nothing is in it. The places
 * are those of the record and owe nothing to clocks, which are claims: all that a wrong one can do is to have one free
 * place too many, or too few.
 */
export function voicesPicture(state: Pick<MeetingState, "erased" | "order" | "utterances" | "voices">): VoicesPicture {
  const said = state.order.flatMap((id) => {
    const utterance = state.utterances.get(id);
    return utterance !== undefined && stands(utterance, state.erased) ? [utterance] : [];
  });
  const shown = new Set(said.map(({ id }) => id));
  const marks: Mark[] = [];
  const quiet: number[] = [];
  let at = 0;
  let latestMs: number | null = null;
  for (const { id, voice, begunAt, answers, phase, scribe, confirmed } of said) {
    const begunMs = claimedMs(begunAt);
    if (latestMs !== null && begunMs - latestMs >= QUIET_MS) {
      quiet.push(at);
      at += 1;
    }
    latestMs = Math.max(latestMs ?? begunMs, begunMs);
    const meant = answers === null ? null : standingFor(state.utterances, answers);
    const answered = meant !== null && meant !== id && shown.has(meant) ? meant : null;
    marks.push({ utterance: id, voice, at, answers: answered, reflection: phase === "reflection", scribe, confirmed });
    at += 1;
  }
  return { lines: linesOf(state.voices, marks), marks, quiet, length: at };
}

function stands({ id, said, withdrawn, correctedBy }: Utterance, erased: ReadonlySet<UtteranceId>): boolean {
  return said && !withdrawn && correctedBy === null && !erased.has(id);
}

/**
 * Everyone whose words may come to be in the record, and everyone who has a mark: whoever leaves keeps the line of what
 * they said. The person at the centre comes first, then the others by what they are to the meeting, as they came.
 */
function linesOf(voices: ReadonlyMap<VoiceId, Voice>, marks: readonly Mark[]): readonly VoiceLine[] {
  const marked = new Set(marks.map(({ voice }) => voice));
  const heard = new Set(marks.filter(({ confirmed }) => confirmed).map(({ voice }) => voice));
  const known = [...voices.values()]
    .filter(({ id, profile, standing }) => (standing === "admitted" && isVoiceKind(profile.kind)) || marked.has(id))
    .sort(
      (a, b) =>
        PARTS.indexOf(a.profile.kind) - PARTS.indexOf(b.profile.kind) ||
        a.introducedAt - b.introducedAt ||
        (a.id < b.id ? -1 : 1),
    )
    .map(({ id }) => id);
  const unknown = [...marked].filter((id) => !voices.has(id)).sort();
  return [...known, ...unknown].map((voice) => ({ voice, heard: heard.has(voice) }));
}
