import { feedIdOf, type Digest, type DocName, type FeedId, type VoiceId } from "../feed/ids.ts";
import type { Forgetting } from "./state.ts";
import type { MeetingStatement, Place } from "./statements.ts";
import type { Stated } from "./stated.ts";

/**
 * What voices have let go of in the texts they go on writing: each for itself, because nobody else can stand by its words.
 * A wish to forget is answered by every voice with all that still stands of its own edits, in one; what that covers
 * is let go of. Later ones cover more, never less.
 */
export function forgettingOf(statements: readonly Stated<MeetingStatement>[]): Forgetting {
  const condensed = new Map<DocName, Map<FeedId, number>>();
  const revisions = new Map<Digest, Set<VoiceId>>();
  const answers = new Map<string, Set<VoiceId>>();
  let asked: Forgetting["asked"] = null;
  for (const { voice, feed, seq, body } of statements) {
    if (body.kind === "forgetting-asked") {
      asked = { feed, seq, by: voice };
      for (const digest of body.revisions) revisions.set(digest, (revisions.get(digest) ?? new Set()).add(voice));
    }
    if (body.kind === "words-condensed") {
      const covered = condensed.get(body.doc) ?? new Map<FeedId, number>();
      condensed.set(body.doc, covered);
      cover(covered, feed, seq);
      for (const { session, count } of body.others) cover(covered, feedIdOf(voice, session), count);
      if (body.asked !== null)
        answers.set(nameOf(body.asked), (answers.get(nameOf(body.asked)) ?? new Set()).add(voice));
    }
  }
  return { asked, revisions, condensed, answered: (asked && answers.get(nameOf(asked))) ?? new Set() };
}

function cover(covered: Map<FeedId, number>, feed: FeedId, count: number): void {
  covered.set(feed, Math.max(covered.get(feed) ?? 0, count));
}

function nameOf({ feed, seq }: Place): string {
  return `${feed}#${String(seq)}`;
}
