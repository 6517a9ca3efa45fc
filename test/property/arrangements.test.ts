import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldRecord } from "../../shared/consent/record.ts";
import { arranged, type ArrangementChange, type Coming, type ToRing } from "../../shared/meeting/arrangements.ts";
import { isVoiceKind } from "../../shared/meeting/shapes.ts";
import { arranging } from "../cast/in-the-room-statements.ts";
import { meeting } from "../cast/samiras-meeting.ts";
import { everyone, stranger } from "../cast/seven-voices.ts";
import { line, meetingOf, told, type StatedLine } from "../cast/whatever-is-stated.ts";

/** Mostly what is arranged, with everything else that goes on in a meeting in between. */
const arrangingLine: fc.Arbitrary<StatedLine> = fc.oneof(
  { arbitrary: line, weight: 1 },
  {
    arbitrary: fc.record({
      voice: fc.constantFrom(...everyone, stranger),
      session: fc.nat(2),
      later: fc.integer({ min: 1, max: 9 }),
      body: arranging,
    }),
    weight: 1,
  },
);
const talks = meetingOf(60, arrangingLine).map(told);

const spoken = (lines: readonly (Coming | ToRing)[]) =>
  lines
    .map((one) => Object.values(one).map((words: string) => words.trim()))
    .filter((words) => words.some((word) => word !== ""));

describe("what is arranged, whatever is stated", () => {
  it("is the same in whatever order it arrives", () => {
    fc.assert(
      fc.property(talks, fc.array(fc.nat(999), { minLength: 100 }), (statements, keys) => {
        const shuffled = statements
          .map((one, index) => ({ one, key: keys[index % keys.length] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const now = foldRecord(meeting, statements).meeting.arrangements;
        expect(foldRecord(meeting, shuffled).meeting.arrangements).toEqual(now);
      }),
    );
  });

  it("is what a voice that was let in has noted, as a whole, and is said to be noted by that voice", () => {
    let noted = 0;
    fc.assert(
      fc.property(talks, (statements) => {
        const { arrangements, voices } = foldRecord(meeting, statements).meeting;
        const { comes, ring, by } = arrangements;
        if (by === null) {
          expect([comes, ring]).toEqual([[], []]);
          return;
        }
        noted += 1;
        const voice = voices.get(by);
        expect(voice?.standing).not.toBe("waiting");
        expect([...(voice?.kinds ?? [])].some(isVoiceKind)).toBe(true);
        const asNoted = statements.flatMap(({ voice: whose, body }) =>
          whose === by && body.kind === "arrangements-noted" ? [[spoken(body.comes), spoken(body.ring)]] : [],
        );
        expect(asNoted).toContainEqual([spoken(comes), spoken(ring)]);
      }),
    );
    expect(noted).toBeGreaterThan(0);
  });
});

const word = fc.constantFrom("", "Tomas", "Ellen", "Friday", "960 021");
const coming: fc.Arbitrary<Coming> = fc.record({ who: word, when: word });
const toRing: fc.Arbitrary<ToRing> = fc.record({ who: word, number: word });
const noted = fc.record({ comes: fc.array(coming, { maxLength: 4 }), ring: fc.array(toRing, { maxLength: 4 }) });
const change: fc.Arbitrary<ArrangementChange> = fc.oneof(
  fc.record({ of: fc.constant("comes" as const), before: fc.option(coming), after: fc.option(coming) }),
  fc.record({ of: fc.constant("ring" as const), before: fc.option(toRing), after: fc.option(toRing) }),
);
const names = (lines: readonly (Coming | ToRing)[]) => lines.map((one) => Object.values(one).join("|"));
const isBlank = (one: Coming | ToRing) => Object.values(one).every((words: string) => words === "");

describe("a line that is changed", () => {
  it("leaves every other line where it is, and is there itself unless it was taken out", () => {
    fc.assert(
      fc.property(noted, change, (before, one) => {
        const after = arranged(before, one);
        const other = one.of === "comes" ? "ring" : "comes";
        expect(after[other]).toEqual(before[other]);
        const [was, is] = [names(before[one.of]), names(after[one.of])];
        const gone = one.before === null ? -1 : was.indexOf(names([one.before])[0] ?? "");
        const come = one.after === null || isBlank(one.after) ? [] : names([one.after]);
        const kept = was.filter((_, index) => index !== gone);
        expect([...is].sort()).toEqual([...kept, ...come].sort());
        expect(is.filter((name) => !come.includes(name))).toEqual(kept.filter((name) => !come.includes(name)));
      }),
    );
  });
});
