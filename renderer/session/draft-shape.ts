import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Utterance } from "../../shared/meeting/state.ts";
import type { Draft, DraftShape } from "./writing-wishes.ts";

/** One's own words, said in the conversation, that answer nothing. */
export const UNSHAPED: DraftShape = {
  answers: null,
  part: null,
  phase: "conversation",
  speaker: null,
  corrects: null,
  imagines: null,
  language: null,
};

/** What an utterance that its writer has begun is to the others. */
export function shapeOf(writer: VoiceId, { voice, scribe, ...utterance }: Utterance): DraftShape {
  const { answers, part, phase, corrects, imagines, language } = utterance;
  return { answers, part, phase, corrects, imagines, language, speaker: scribe === writer ? voice : null };
}

/** The draft, to be to the others what another would have been. */
export function shapedLike(draft: Draft, other: DraftShape): Draft {
  const { answers, part, phase, speaker, corrects, imagines, language } = other;
  return { ...draft, answers, part, phase, speaker, corrects, imagines, language };
}
