import type { UtteranceId, VoiceId } from "../../shared/feed/ids.ts";
import type { MeetingState } from "../../shared/meeting/state.ts";
import type { MeetingStatement } from "../../shared/meeting/statements.ts";
import type { DraftShape } from "./writing-wishes.ts";

type Begun = Extract<MeetingStatement, { readonly kind: "utterance-begun" }>;
type Begins = DraftShape & { readonly utterance: UtteranceId };

/**
 * How a draft begins for the others, as `writer` writes it now: after whatever stands last in the record, and in the language
 * of its voice where that is not the meeting's.
 */
export function begunAs(draft: Begins, writer: VoiceId, { order, voices, begun }: MeetingState): Begun {
  const { utterance, answers, part, phase, speaker, corrects, imagines } = draft;
  const language = draft.language ?? voices.get(speaker ?? writer)?.profile.language;
  return {
    kind: "utterance-begun",
    utterance,
    after: order.at(-1) ?? null,
    answers,
    phase,
    ...(answers !== null && part !== null && { part }),
    ...(speaker !== null && { speaker }),
    ...(corrects !== null && { corrects }),
    ...(imagines !== null && { imagines }),
    ...(language !== undefined && language !== begun?.language && { language }),
  };
}
