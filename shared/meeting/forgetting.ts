import { feedIdOf, type Digest, type DocName, type FeedId, type VoiceId } from "../feed/ids.ts";
import type { Forgetting } from "./state.ts";
import type { Place } from "./shapes.ts";
import type { MeetingStatement } from "./statements.ts";
import { placeName, type Stated } from "./stated.ts";

/**
 * What voices have let go of in the texts they go on writing: each for itself, because nobody else can stand by its words.
 * A wish to forget is answered by every voice with all that still stands of its own edits, in one; what that covers
 * is let go of. Later ones cover more, never less; one that covers less than the one before lets go of nothing of it.
 */
export function forgettingOf(statements: readonly Stated<MeetingStatement>[]): Forgetting {
  const condensed = new Map<DocName, Map<FeedId, number>>();
  const revisions = new Map<Digest, Set<VoiceId>>();
  const answers = new Map<string, Set<VoiceId>>();
  const condensations: Condensation[] = [];
  let asked: Forgetting["asked"] = null;
  for (const { voice, feed, seq, body } of statements) {
    if (body.kind === "forgetting-asked") {
      asked = { feed, seq, by: voice };
      for (const digest of body.revisions) revisions.set(digest, (revisions.get(digest) ?? new Set()).add(voice));
    }
    if (body.kind === "words-condensed") {
      const covers = new Map([[feed, seq]]);
      for (const { session, count } of body.others) cover(covers, feedIdOf(voice, session), count);
      const covered = condensed.get(body.doc) ?? new Map<FeedId, number>();
      condensed.set(body.doc, covered);
      for (const [other, count] of covers) cover(covered, other, count);
      condensations.push({ voice, feed, seq, covers, answers: body.asked && placeName(body.asked) });
      if (body.asked !== null)
        answers.set(placeName(body.asked), (answers.get(placeName(body.asked)) ?? new Set()).add(voice));
    }
  }
  const lastWish = asked && placeName(asked);
  return {
    asked,
    revisions,
    condensed,
    superseded: supersededAmong(condensations, lastWish),
    answered: (lastWish === null ? undefined : answers.get(lastWish)) ?? new Set(),
  };
}

/** All that still stands of a voice, in one: what it covers, and the wish it answers. */
interface Condensation extends Place {
  readonly voice: VoiceId;
  readonly covers: ReadonlyMap<FeedId, number>;
  readonly answers: string | null;
}

/**
 * The places of those that nobody needs any more, because the widest of the same voice says all that they say. Only the
 * widest is asked, so that many of them cost no more than each its look; and it stays, so that whoever has let go of the others
 * knows the same of the voice as whoever has not.
 */
function supersededAmong(condensations: readonly Condensation[], lastWish: string | null): ReadonlySet<string> {
  const widest = new Map<VoiceId, Condensation>();
  for (const one of condensations) {
    const known = widest.get(one.voice);
    if (known === undefined || widthOf(one) > widthOf(known)) widest.set(one.voice, one);
  }
  const needless = condensations.filter((one) => {
    const by = widest.get(one.voice);
    if (by === undefined || by === one || (by.covers.get(one.feed) ?? 0) <= one.seq) return false;
    const answersNoLess = one.answers === null || one.answers !== lastWish || by.answers === lastWish;
    return answersNoLess && [...one.covers].every(([feed, count]) => (by.covers.get(feed) ?? 0) >= count);
  });
  return new Set(needless.map(placeName));
}

function widthOf({ covers }: Condensation): number {
  return [...covers.values()].reduce((sum, count) => sum + count, 0);
}

function cover(covered: Map<FeedId, number>, feed: FeedId, count: number): void {
  if (count > 0) covered.set(feed, Math.max(covered.get(feed) ?? 0, count));
}
