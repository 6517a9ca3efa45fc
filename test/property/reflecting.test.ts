import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldRecord, type Statement } from "../../shared/consent/record.ts";
import type { FeedId } from "../../shared/feed/ids.ts";
import type { MeetingState } from "../../shared/meeting/state.ts";
import type { Stated } from "../../shared/meeting/stated.ts";
import { meeting } from "../cast/samiras-meeting.ts";
import { samira } from "../cast/seven-voices.ts";
import { meetingOf, told } from "../cast/whatever-is-stated.ts";

const fold = (statements: readonly Stated<Statement>[]): MeetingState => foldRecord(meeting, statements).meeting;

/** Samira's laptop says something after everything it has heard. */
function samiraStates(before: readonly Stated<Statement>[], ...bodies: readonly Statement[]) {
  const last = Math.max(...before.map(({ at }) => at));
  // A feed of a run of its own; a branded id has no other constructor than a cast.
  const feed = `${samira.id}/another-run` as FeedId;
  return [...before, ...bodies.map((body, seq) => ({ voice: samira.id, feed, seq, at: last + 1 + seq, body }))];
}

const mayState = (state: MeetingState) => state.voices.get(samira.id)?.standing === "admitted";

describe("a reflection, whatever is stated", () => {
  it("can always be ended, also by one who listens, and the space after it passes", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(meetingOf(60), (lines) => {
        let statements = told(lines);
        for (let steps = 0; steps < 60; steps += 1) {
          const state = fold(statements);
          const { reflection } = state;
          if (reflection === null || !mayState(state)) return;
          seen.add(reflection.stage);
          const { feed, seq, stage } = reflection;
          const again = statements.filter(({ feed: of }) => of.endsWith("/another-run")).length;
          const kind = stage === "listening" ? "reflection-closed" : "space-passed";
          const ends = samiraStates(statements, { kind, feed, seq }).at(-1);
          if (ends === undefined) throw new Error("Samira has said something");
          statements = [...statements, { ...ends, seq: again }];
          const after = fold(statements).reflection;
          expect(after?.feed === feed && after.seq === seq && after.stage === stage).toBe(false);
        }
        expect(fold(statements).reflection).toBeNull();
      }),
      { numRuns: 1500 },
    );
    expect(seen).toEqual(new Set(["listening", "space"]));
  });

  it("is opened by those who came to help, and by nobody else", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(meetingOf(60), (lines) => {
        const statements = told(lines);
        const { reflection } = fold(statements);
        if (reflection === null) return;
        const claimed = statements.flatMap(({ voice, body }) =>
          voice === reflection.by && body.kind === "voice-introduced" ? [body.profile.kind] : [],
        );
        seen.add(claimed.join());
        expect(claimed.length).toBeGreaterThan(0);
        for (const kind of claimed) expect(["professional", "peer"]).toContain(kind);
        expect(
          statements.some(
            ({ voice, feed, seq, body }) =>
              body.kind === "reflection-opened" &&
              voice === reflection.by &&
              feed === reflection.feed &&
              seq === reflection.seq,
          ),
        ).toBe(true);
      }),
      { numRuns: 1000 },
    );
    expect(seen.size).toBeGreaterThan(0);
  });
});
