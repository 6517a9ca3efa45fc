import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldRecord } from "../../shared/consent/record.ts";
import type { FeedId, UtteranceId } from "../../shared/feed/ids.ts";
import { correctionsOf, standingFor, wordingsOf } from "../../shared/meeting/corrections.ts";
import type { Utterance } from "../../shared/meeting/state.ts";
import { isAsSaid } from "../../shared/meeting/utterances.ts";
import { utteranceOf } from "../cast/owned-ids.ts";
import { PLAINLY_SAID } from "../cast/plainest.ts";
import { meeting } from "../cast/samiras-meeting.ts";
import { everyone, samira } from "../cast/seven-voices.ts";
import { meetingOf, told } from "../cast/whatever-is-stated.ts";

const ids = await Promise.all([1, 2, 3, 4, 5, 6].map((number) => utteranceOf(samira, number)));

/** Utterances that correct whatever they like, in any order, said or not, confirmed or not. */
const anyUtterances = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom(...ids),
      voice: fc.constantFrom(...everyone.slice(0, 2).map(({ id }) => id)),
      corrects: fc.option(fc.constantFrom(...ids)),
      said: fc.constantFrom(true, true, false),
      confirmed: fc.constantFrom(true, true, false),
      withdrawn: fc.constantFrom(false, false, true),
    }),
    { maxLength: 6, size: "max", selector: ({ id }) => id },
  )
  .map((all) => {
    const utterances = new Map<UtteranceId, Utterance>(
      all.map((one) => [
        one.id,
        { ...PLAINLY_SAID, scribe: null, after: null, answers: null, phase: "conversation", begunAt: 1, ...one },
      ]),
    );
    return { utterances, order: [...utterances.keys()] };
  });

describe("words that are put differently", () => {
  it("stand in for earlier words of the same voice only, once they are said and stood by", () => {
    let corrected = 0;
    fc.assert(
      fc.property(anyUtterances, ({ utterances, order }) => {
        for (const [earlier, later] of correctionsOf(utterances, order)) {
          corrected += 1;
          const [before, after] = [utterances.get(earlier), utterances.get(later)];
          expect(after).toMatchObject({ corrects: earlier, said: true, confirmed: true, withdrawn: false });
          expect(before?.voice).toBe(after?.voice);
          expect(order.indexOf(earlier)).toBeLessThan(order.indexOf(later));
        }
      }),
      { numRuns: 3000 },
    );
    expect(corrected).toBeGreaterThan(50);
  });

  it("lead to one wording that stands, and back to all that it stands in for, without going round", () => {
    fc.assert(
      fc.property(anyUtterances, ({ utterances, order }) => {
        const corrections = correctionsOf(utterances, order);
        const folded = new Map(
          [...utterances].map(([id, one]) => [id, { ...one, correctedBy: corrections.get(id) ?? null }]),
        );
        for (const id of order) {
          const standing = standingFor(folded, id);
          expect(folded.get(standing)?.correctedBy).toBeNull();
          expect(new Set(wordingsOf(folded, standing)).size).toBe(wordingsOf(folded, standing).length);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("are never another voice’s words in any meeting", () => {
    fc.assert(
      fc.property(meetingOf(100), (lines) => {
        const { utterances } = foldRecord(meeting, told(lines)).meeting;
        for (const { voice, correctedBy } of utterances.values()) {
          if (correctedBy !== null) expect(utterances.get(correctedBy)?.voice).toBe(voice);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("words as they were said", () => {
  it("take in nothing that is written after they were said, in whatever session", () => {
    let said = 0;
    fc.assert(
      fc.property(meetingOf(160), fc.nat(40), (lines, later) => {
        const statements = told(lines);
        for (const utterance of foldRecord(meeting, statements).meeting.utterances.values()) {
          if (utterance.saidUntil === null) continue;
          said += 1;
          const saying = statements.find(
            ({ body }) => body.kind === "utterance-said" && body.utterance === utterance.id,
          );
          if (saying === undefined) throw new Error("words that were said were said somewhere");
          const writer = utterance.scribe ?? utterance.voice;
          expect(isAsSaid(utterance, { feed: `${writer}/unheard-of` as FeedId, seq: 0 })).toBe(false); // a session of no name
          const last = Math.max(...statements.filter(({ feed }) => feed === saying.feed).map(({ seq }) => seq));
          expect(isAsSaid(utterance, { feed: saying.feed, seq: last + 13 + later })).toBe(false);
        }
      }),
      { numRuns: 2000 },
    );
    expect(said).toBeGreaterThan(20);
  });
});
