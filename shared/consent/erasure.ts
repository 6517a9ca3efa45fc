import type { DocName } from "../feed/ids.ts";
import { utteranceOfDoc } from "../meeting/owned-id.ts";
import { isAboutAuthority } from "../meeting/authority.ts";
import { isBeyond, type PlacedEntry } from "../meeting/removal.ts";
import type { MeetingState } from "../meeting/state.ts";
import { placeName } from "../meeting/stated.ts";
import { isAsSaid, writerOf } from "../meeting/utterances.ts";
import type { Statement } from "./record.ts";
import { takesBack } from "./spoken.ts";
import { isLetGoOf } from "./validators.ts";

/**
 * Which payloads are let go of, on every laptop: pure functions of what is true now, so that all laptops that hold the same
 * statements drop the same bytes, and refuse them when they come back.
 */

/** Whether an edit is let go of. It can be told by its place alone, without opening it. */
export function isEditLetGoOf(state: MeetingState, doc: DocName, place: PlacedEntry): boolean {
  const utterance = utteranceOfDoc(doc);
  if (utterance !== null && state.erased.has(utterance)) return true;
  const said = utterance === null ? undefined : state.utterances.get(utterance);
  // Of its writer's own alone: what another has tried is weighed everywhere alike, whether it comes before or after.
  if (said !== undefined && writerOf(said) === place.voice && !isAsSaid(said, place)) return true;
  return isBeyond(state.removed, place) || isCondensed(state, doc, place);
}

/** Whether what a statement says is let go of. That it was made stays proved by the chain. */
export function isStatementLetGoOf(state: MeetingState, statement: Statement, place: PlacedEntry): boolean {
  // That something was witnessed is kept with what it may be about: a yes that was taken back aloud.
  if (isAboutAuthority(statement) || takesBack(statement) || statement.kind === "witnessed") return false;
  if (isBeyond(state.removed, place)) return true;
  switch (statement.kind) {
    case "revision-proposed":
      return isLetGoOf(statement, state);
    case "words-condensed":
      return state.forgetting.superseded.has(placeName(place));
    case "rendering-given":
      return state.erased.has(statement.utterance);
    case "absent-noted":
    case "absent-called":
      return state.absentLetGo.has(statement.absent);
    case "page-shared":
      return state.pagesTakenBack.has(statement.page);
    default:
      return false;
  }
}

/** Another text whenever something more is let go of: to see at a glance that there is nothing to do. */
export function letGoSoFar(state: MeetingState): string {
  const { erased, removed, forgetting, absentLetGo, pagesTakenBack } = state;
  const cuts = [...removed].map(([voice, heads]) => [voice, [...heads]]);
  const covered = [...forgetting.condensed.values()].flatMap((feeds) => [...feeds]);
  const wishes = [...forgetting.revisions].map(([digest, voices]) => [digest, voices.size]);
  const single = [erased.size, absentLetGo.size, pagesTakenBack.size];
  return JSON.stringify([single, cuts, covered, [...forgetting.superseded], wishes]);
}

/** Whether a later entry of the same voice says all that still stands of this one. */
function isCondensed({ forgetting }: MeetingState, doc: DocName, { feed, seq }: PlacedEntry): boolean {
  return seq < (forgetting.condensed.get(doc)?.get(feed) ?? 0);
}
