import type { UtteranceId, VoiceId } from "../feed/ids.ts";
import type { Authority } from "./authority.ts";
import type { Reflection } from "./in-the-room.ts";
import { isOnly } from "./kinds.ts";
import { cameAsHelper, type Part, type Phase } from "./shapes.ts";
import { placeName, type Stated } from "./stated.ts";
import type { MeetingStatement } from "./statements.ts";

type Counting = readonly Stated<MeetingStatement>[];
type Known = Pick<Authority, "kinds" | "profiles">;

/**
 * The reflection that goes on, or the space after one, or null. It is opened by those who came to help and closed by anyone;
 * the space lasts until someone who listened has said something after it, or anybody says that nobody wishes to. A reflection
 * ends by being named, so no clock keeps one open for good. One that goes on comes before a space that is open still.
 */
export function reflectionOf(counting: Counting, known: Known): Reflection | null {
  const closed = new Map<string, number>();
  const passed = new Set<string>();
  for (const [index, { body }] of counting.entries()) {
    if (body.kind === "reflection-closed" && !closed.has(placeName(body))) closed.set(placeName(body), index);
    if (body.kind === "space-passed") passed.add(placeName(body));
  }
  const answered = lastAnswerOf(counting, known);
  let space: Reflection | null = null;
  for (const { voice: by, feed, seq, body } of counting) {
    if (body.kind !== "reflection-opened" || !isOnly(known.kinds, by, ["professional", "peer"])) continue;
    const name = placeName({ feed, seq });
    const end = closed.get(name);
    if (passed.has(name) || (end !== undefined && answered > end)) continue;
    if (end === undefined) return { by, feed, seq, stage: "listening" };
    space ??= { by, feed, seq, stage: "space" };
  }
  return space;
}

/** Whether a voice came to help, as far as anyone knows: it thinks aloud in a reflection, and does not answer one. */
function cameToHelp({ kinds, profiles }: Known, voice: VoiceId): boolean {
  if (kinds.has(voice)) return isOnly(kinds, voice, ["professional", "peer", "interpreter", "supporter"]);
  // A voice without a device has never introduced itself: it is as whoever let it in has said.
  const kind = profiles.get(voice)?.profile.kind;
  return kind !== undefined && kind !== "person" && kind !== "network";
}

/** To which phase words belong that are begun now, unless their writer wishes it otherwise. */
export function phaseNow(reflection: Reflection | null, speaks: { readonly kind: Part }): Phase {
  return cameAsHelper(speaks.kind) && reflection?.stage === "listening" ? "reflection" : "conversation";
}

/**
 * Whether words of one who is here as `speaks`, written by one who is here as `writes`, leave the space after a reflection to
 * those who listened. What is written down for one of those uses it. It binds the screens: an edit under way is not refused.
 */
export function leavesSpace(
  reflection: Reflection | null,
  writes: Part | undefined,
  speaks: Part | undefined,
): boolean {
  return reflection?.stage === "space" && cameAsHelper(writes) && cameAsHelper(speaks);
}

/** The place of the last words of somebody who listened; -1 where there are none. What they were about does not matter. */
function lastAnswerOf(counting: Counting, known: Known): number {
  const whose = new Map<UtteranceId, VoiceId>();
  let last = -1;
  for (const [index, { voice, body }] of counting.entries()) {
    if (body.kind === "utterance-begun" && !whose.has(body.utterance)) {
      whose.set(body.utterance, body.speaker ?? voice);
    }
    if (body.kind !== "utterance-said") continue;
    const speaker = whose.get(body.utterance);
    if (speaker !== undefined && !cameToHelp(known, speaker)) last = index;
  }
  return last;
}
