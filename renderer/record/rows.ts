import type { UtteranceId, VoiceId } from "../../shared/feed/ids.ts";
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
  const shown = order
    .map((id) => utterances.get(id))
    .filter((one): one is Utterance => one !== undefined && (one.said || one.id !== ownDraft));
  return shown.map((one, index) => ({
    id: one.id,
    voice: one.voice,
    answers: one.answers,
    answersVoice: one.answers === null ? null : (utterances.get(one.answers)?.voice ?? null),
    said: one.said,
    scribe: one.scribe,
    confirmed: one.confirmed,
    withdrawn: one.withdrawn,
    room: roomOf(shown[index - 1], one, shown[index + 1]),
  }));
}

function roomOf(before: Utterance | undefined, one: Utterance, after: Utterance | undefined): Row["room"] {
  if (one.phase !== "reflection") return null;
  const opens = before?.phase !== "reflection";
  const closes = after?.phase !== "reflection";
  if (opens && closes) return "opens-and-closes";
  if (opens) return "opens";
  return closes ? "closes" : "inside";
}
