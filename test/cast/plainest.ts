import type { Decision, NextMeeting } from "../../shared/meeting/decided.ts";
import type { Utterance } from "../../shared/meeting/state.ts";

/** What most utterances have nothing of. */
export const PLAINLY_SAID = {
  part: null,
  corrects: null,
  correctedBy: null,
  imagines: null,
  language: null,
  saidUntil: null,
  forRecord: true,
} satisfies Partial<Utterance>;

/** A decision that came at once. */
export const NOTHING_CONSIDERED = { ways: [], matters: new Map(), review: "" } satisfies Partial<Decision>;

/** A next meeting of which only these words are known. */
export function nextTime(text: string): NextMeeting {
  return { when: "", where: "", who: "", text };
}
