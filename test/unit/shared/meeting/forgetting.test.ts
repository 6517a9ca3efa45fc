import { describe, expect, it } from "vitest";
import type { FeedId, SessionId } from "../../../../shared/feed/ids.ts";
import { forgettingOf } from "../../../../shared/meeting/forgetting.ts";
import { SUMMARY_DOC } from "../../../../shared/meeting/owned-id.ts";
import type { Place } from "../../../../shared/meeting/shapes.ts";
import type { MeetingStatement } from "../../../../shared/meeting/statements.ts";
import type { Stated } from "../../../../shared/meeting/stated.ts";
import { ellen, karim, type CastVoice } from "../../../cast/seven-voices.ts";

type Said = Stated<MeetingStatement>;

const session = (name: string) => name as SessionId; // enough to tell sessions apart
const feedOf = ({ id }: CastVoice, name: string) => `${id}/${name}` as FeedId; // likewise

const asks = (voice: CastVoice, seq: number): Said => ({
  ...{ voice: voice.id, feed: feedOf(voice, "kitchen"), seq, at: seq },
  body: { kind: "forgetting-asked", revisions: [] },
});

function condenses(
  voice: CastVoice,
  [name, seq]: readonly [string, number],
  others: Readonly<Record<string, number>>,
  asked: Place | null = null,
): Said {
  const heads = Object.entries(others).map(([other, count]) => ({ session: session(other), count }));
  return {
    ...{ voice: voice.id, feed: feedOf(voice, name), seq, at: seq },
    body: { kind: "words-condensed", doc: SUMMARY_DOC, others: heads, update: "AAA", asked },
  };
}

const coveredBy = (...said: readonly Said[]) => Object.fromEntries(forgettingOf(said).condensed.get(SUMMARY_DOC) ?? []);
const needless = (...said: readonly Said[]) => [...forgettingOf(said).superseded];

describe("what a voice lets go of in the summary", () => {
  it("is what came before in its own feed, and what it names of its other sessions", () => {
    expect(coveredBy(condenses(karim, ["today", 7], { monday: 4 }))).toEqual({
      [feedOf(karim, "today")]: 7,
      [feedOf(karim, "monday")]: 4,
    });
  });

  it("is never less for a later wish that names less", () => {
    const said = [condenses(karim, ["today", 7], { monday: 4 }), condenses(karim, ["today", 9], { monday: 1 })];
    expect(coveredBy(...said)).toEqual({ [feedOf(karim, "today")]: 9, [feedOf(karim, "monday")]: 4 });
  });

  it("lets go of what it has condensed before once it is all in the later one, and not otherwise", () => {
    const before = condenses(karim, ["today", 7], { monday: 4 });
    expect(needless(before, condenses(karim, ["today", 9], { monday: 4 }))).toEqual([`${before.feed}#7`]);
    expect(needless(before, condenses(karim, ["today", 9], {}))).toEqual([]);
  });

  it("is all there still when two of its sessions have condensed each other", () => {
    const [one, other] = [condenses(karim, ["tab", 5], { other: 11 }), condenses(karim, ["other", 10], { tab: 6 })];
    expect(needless(one, other)).toHaveLength(0);
    expect(needless(condenses(karim, ["tab", 5], { tab: 9 }))).toHaveLength(0);
  });

  it("says nothing of what another voice has condensed", () => {
    expect(needless(condenses(karim, ["today", 1], {}), condenses(ellen, ["today", 9], {}))).toEqual([]);
  });

  it("keeps the answer to the last wish until a later one answers it too", () => {
    const wish = asks(ellen, 3);
    const answer = condenses(karim, ["today", 7], {}, wish);
    expect(needless(wish, answer, condenses(karim, ["today", 9], {}))).toEqual([]);
    expect(needless(wish, answer, condenses(karim, ["today", 9], {}, wish))).toEqual([`${answer.feed}#7`]);
    expect(forgettingOf([wish, answer]).answered).toEqual(new Set([karim.id]));
    expect(forgettingOf([wish, answer, asks(ellen, 8)]).answered).toEqual(new Set());
  });
});
