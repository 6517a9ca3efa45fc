import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldRecord, type RecordState } from "../../shared/consent/record.ts";
import { decidedIn, voicesInDecided } from "../../shared/consent/decided.ts";
import { quoted } from "../../shared/consent/quoted.ts";
import type { FeedId, VoiceId } from "../../shared/feed/ids.ts";
import { aboutDeciding, DECIDING_CAST } from "../cast/deciding-statements.ts";
import { meeting } from "../cast/samiras-meeting.ts";
import { stranger } from "../cast/seven-voices.ts";
import { line, meetingOf, told, type StatedLine } from "../cast/whatever-is-stated.ts";

/** Somebody heard something that was said aloud: what it was, `meetingOf` finds. */
const heard = fc
  .nat(999)
  .map((seq): StatedLine["body"] => ({ kind: "witnessed", feed: `${stranger.id}/0` as FeedId, seq })); // replaced there

/** Mostly about decisions, with everything else that goes on in a meeting in between. */
const decidingLine: fc.Arbitrary<StatedLine> = fc.oneof(
  { arbitrary: line, weight: 1 },
  {
    arbitrary: fc.nat(DECIDING_CAST.length - 1).chain((index) =>
      fc.record({
        voice: fc.constantFrom(...DECIDING_CAST.slice(index, index + 1)),
        session: fc.nat(2),
        later: fc.integer({ min: 1, max: 9 }),
        body: fc.oneof({ arbitrary: aboutDeciding(index), weight: 3 }, { arbitrary: heard, weight: 1 }),
      }),
    ),
    weight: 2,
  },
);
const talks = meetingOf(60, decidingLine).map(told);

/** Every word in what was decided, with the voice it is shown to be of. */
function saidIn({ meeting: state }: RecordState): readonly (readonly [VoiceId, string])[] {
  const decisions = [...state.decisions.values()];
  return [
    ...decisions.flatMap(({ matters, ways, positions }) => [
      ...matters,
      ...ways.flatMap((way) => [[way.by, way.text] as const, ...way.matters]),
      ...[...positions].map(([voice, { words }]) => [voice, words] as const),
    ]),
    ...[...state.tasks.values()].map(({ voice, what }) => [voice, what] as const),
    ...[...state.wishes.values()].flatMap(({ voice, text, weighed }) => [
      [voice, text] as const,
      ...[...weighed.values()].flatMap((words) => [...words]),
    ]),
  ];
}

describe("what is decided", () => {
  it("is the same in whatever order it arrives", () => {
    fc.assert(
      fc.property(talks, fc.array(fc.nat(999), { minLength: 100 }), (statements, keys) => {
        const shuffled = statements
          .map((one, index) => ({ one, key: keys[index % keys.length] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const [told1, told2] = [foldRecord(meeting, statements), foldRecord(meeting, shuffled)];
        expect(told2.meeting).toEqual(told1.meeting);
        expect(JSON.stringify(decidedIn(told2.meeting))).toBe(JSON.stringify(decidedIn(told1.meeting)));
      }),
    );
  });

  it("holds nobody’s words under another’s name, and none of a stranger", () => {
    const names = new Map(DECIDING_CAST.map(({ id, profile }) => [id, profile.name]));
    fc.assert(
      fc.property(talks, (statements) => {
        const state = foldRecord(meeting, statements);
        for (const [voice, words] of saidIn(state)) {
          if (words !== "") expect(words.startsWith(`${names.get(voice) ?? "?"}, `)).toBe(true);
          if (state.meeting.voices.get(stranger.id)?.standing !== "admitted") expect(voice).not.toBe(stranger.id);
        }
      }),
    );
  });

  it("is frozen with nobody’s words but of those whom the text asks, and none of one who was removed", () => {
    let [asked, removed] = [0, 0];
    fc.assert(
      fc.property(talks, (statements) => {
        const { meeting: state } = foldRecord(meeting, statements);
        const decided = decidedIn(state);
        const voices = new Set(voicesInDecided(decided));
        const frozen = JSON.stringify(decided);
        for (const { id, profile } of DECIDING_CAST) {
          if (state.voices.get(id)?.standing === "removed") {
            removed += 1;
            expect(voices.has(id)).toBe(false);
          }
          if (!frozen.includes(`"${profile.name}, `)) continue;
          asked += 1;
          expect(voices.has(id)).toBe(true);
        }
      }),
      { numRuns: 4000 },
    );
    expect(asked).toBeGreaterThan(20);
    expect(removed).toBeGreaterThan(5);
  });

  it("can be quoted, whatever was said aloud", () => {
    fc.assert(
      fc.property(talks, (statements) => {
        const { meeting: state, unwitnessed } = foldRecord(meeting, statements);
        for (const { says } of unwitnessed) {
          const quote = quoted(says, { state, wordsOf: () => "words" });
          if ("words" in says && says.words !== "") expect(quote.words).toBe(says.words);
        }
      }),
    );
  });

  it("is there to be tried: these meetings do decide, wish and take on, also for Jo", () => {
    const states = fc.sample(talks, { numRuns: 200, seed: 1 }).map((statements) => foldRecord(meeting, statements));
    const some = (isThere: (state: RecordState) => boolean) => states.filter(isThere).length;
    expect(some(({ meeting: { wishes } }) => wishes.size > 0)).toBeGreaterThan(5);
    expect(some(({ meeting: { tasks } }) => tasks.size > 0)).toBeGreaterThan(5);
    expect(some((state) => saidIn(state).some(([, words]) => words.startsWith("Jo,")))).toBeGreaterThan(0);
    expect(
      some(({ meeting: { decisions } }) => [...decisions.values()].some(({ ways }) => ways.length > 0)),
    ).toBeGreaterThan(0);
    expect(some(({ unwitnessed }) => unwitnessed.length > 0)).toBeGreaterThan(5);
  });
});
