import { feedIdOf, isFeedOf, type FeedId, type VoiceId } from "../feed/ids.ts";
import { isVoice, type Kinds } from "./kinds.ts";
import type { MeetingStatement } from "./statements.ts";
import { placeName, type Stated } from "./stated.ts";

/**
 * What of a removed voice still counts: so many entries of each of its feeds, and of a feed that is not named none. Of
 * several removals of one voice the shorter heads hold.
 */
export type Cuts = ReadonlyMap<VoiceId, ReadonlyMap<FeedId, number>>;

/** Where an entry stands, and whose it is. */
export interface PlacedEntry {
  readonly voice: VoiceId;
  readonly feed: FeedId;
  readonly seq: number;
}

/** A removal that has everyone it needs: the voice itself, or two others. */
export interface Removal {
  readonly voice: VoiceId;
  readonly heads: ReadonlyMap<FeedId, number>;
  readonly by: readonly VoiceId[];
}

/**
 * Whether an entry is one of those that a removed voice made beyond what was known of it. What was said aloud stands in the feed
 * of whoever wrote it down, and heads of one's own say nothing of that: it is weighed as its scribe's and its witness's.
 */
export function isBeyond(cuts: Cuts, { voice, feed, seq }: PlacedEntry): boolean {
  const heads = cuts.get(voice);
  return heads !== undefined && isFeedOf(voice, feed) && seq >= (heads.get(feed) ?? 0);
}

/**
 * Whether a statement is about removing. Those are weighed wherever they stand: two removals made at the same time must
 * weigh the same on every laptop, whichever came first.
 */
export function isAboutRemoval(body: { readonly kind: string }): boolean {
  return body.kind === "removal-proposed" || body.kind === "removal-seconded";
}

/**
 * Every removal that is complete among these admitted voices: proposed by the voice itself, or proposed by one other voice
 * and seconded by a second, both of them voices, and not both of whom have called themselves professionals.
 */
export function removalsAmong(
  statements: readonly Stated<MeetingStatement>[],
  admitted: ReadonlyMap<VoiceId, number>,
  kinds: Kinds,
): readonly Removal[] {
  const proposed = new Map<string, Removal>();
  const complete: Removal[] = [];
  for (const { voice: by, feed, seq, body } of statements) {
    if (body.kind !== "removal-proposed" || !admitted.has(by)) continue;
    const heads = new Map(body.heads.map(({ session, count }) => [feedIdOf(body.voice, session), count]));
    const removal = { voice: body.voice, heads, by: [by] };
    if (by === body.voice) complete.push(removal);
    else proposed.set(placeName({ feed, seq }), removal);
  }
  for (const { voice: by, body } of statements) {
    if (body.kind !== "removal-seconded" || !admitted.has(by)) continue;
    const removal = proposed.get(placeName(body));
    if (removal === undefined || by === removal.voice || removal.by.includes(by)) continue;
    const both = [...removal.by, by];
    if (!both.every((voice) => isVoice(kinds, voice))) continue;
    if (both.some((voice) => kinds.get(voice)?.has("professional") === false)) complete.push({ ...removal, by: both });
  }
  return complete;
}

/** The cuts after one more removal. */
export function cutBy(cuts: Cuts, { voice, heads }: Removal): Cuts {
  const before = cuts.get(voice);
  const both = [...heads].map(([feed, count]) => [feed, Math.min(count, before?.get(feed) ?? count)] as const);
  const shorter = before === undefined ? both : both.filter(([feed]) => before.has(feed));
  return new Map(cuts).set(voice, new Map(shorter));
}
