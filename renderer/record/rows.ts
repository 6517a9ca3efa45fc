import type { UtteranceId, VoiceId } from "../../shared/feed/ids.ts";
import { standingFor, wordingsOf } from "../../shared/meeting/corrections.ts";
import type { Utterance } from "../../shared/meeting/state.ts";

/** One utterance as it stands in the record, and whether the quiet room of a reflection opens or closes with it. */
export interface Row {
  readonly id: UtteranceId;
  readonly voice: VoiceId;
  /** Whose words it answers; null when it answers none. */
  readonly answersVoice: VoiceId | null;
  readonly answers: UtteranceId | null;
  readonly said: boolean;
  /** Who wrote it down, where that was not its own voice. */
  readonly scribe: VoiceId | null;
  readonly confirmed: boolean;
  readonly withdrawn: boolean;
  readonly forRecord: boolean;
  /** How its voice had put it before, the first wording first: each is somewhere in the record's order, and none is a row. */
  readonly before: readonly UtteranceId[];
  /** Whether what it answers was put differently since. */
  readonly answersEarlier: boolean;
  readonly room: "closes" | "inside" | "opens" | "opens-and-closes" | null;
}

/**
 * The record as rows, in the order in which it stands. Neighbouring reflections share one room. `ownDraft` is what this
 * laptop is writing now: it stands in the footer, not in the record.
 */
export function rowsOf(
  order: readonly UtteranceId[],
  utterances: ReadonlyMap<UtteranceId, Utterance>,
  ownDraft: UtteranceId | null,
): readonly Row[] {
  const shown = order.flatMap((id) => {
    const place = standsAt(utterances, id);
    const one = place === null ? undefined : utterances.get(place);
    return one !== undefined && (one.said || one.id !== ownDraft) ? [one] : [];
  });
  return shown.map((one, index) => ({
    id: one.id,
    before: standsAt(utterances, one.id) === one.id ? [] : wordingsOf(utterances, one.id).slice(1).toReversed(),
    answersEarlier: one.answers !== null && (utterances.get(one.answers)?.correctedBy ?? null) !== null,
    voice: one.voice,
    answers: one.answers,
    answersVoice: one.answers === null ? null : (utterances.get(one.answers)?.voice ?? null),
    said: one.said,
    scribe: one.scribe,
    confirmed: one.confirmed,
    withdrawn: one.withdrawn,
    forRecord: one.forRecord,
    room: roomOf(shown[index - 1], one, shown[index + 1]),
  }));
}

/** Whose words stand where these were said: words that were put differently stand where they were put first. */
function standsAt(utterances: ReadonlyMap<UtteranceId, Utterance>, id: UtteranceId): UtteranceId | null {
  const one = utterances.get(id);
  const corrects = one?.corrects ?? null;
  const earlier = corrects === null ? undefined : utterances.get(corrects);
  return earlier?.correctedBy === id ? null : standingFor(utterances, id);
}

function roomOf(before: Utterance | undefined, one: Utterance, after: Utterance | undefined): Row["room"] {
  if (one.phase !== "reflection") return null;
  const opens = before?.phase !== "reflection";
  const closes = after?.phase !== "reflection";
  if (opens && closes) return "opens-and-closes";
  if (opens) return "opens";
  return closes ? "closes" : "inside";
}
