import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { offTheRecordOf } from "../../shared/meeting/off-the-record.ts";
import { compareStated, placeName, type Stated } from "../../shared/meeting/stated.ts";
import type { MeetingStatement } from "../../shared/meeting/statements.ts";
import { stated } from "../cast/samiras-meeting.ts";
import { ellen, karim, samira, type CastVoice } from "../cast/seven-voices.ts";

type Said = Stated<MeetingStatement>;

const begun: Said = stated(samira, 0, { kind: "off-the-record-begun" });
const { feed, seq } = begun;
const NAME = placeName(begun);

/** What somebody says of that one time, at some time of their own. */
const something: fc.Arbitrary<Said> = fc
  .record({
    by: fc.constantFrom<CastVoice>(samira, karim, ellen),
    at: fc.integer({ min: 1, max: 500 }),
    body: fc.oneof(
      { weight: 2, arbitrary: fc.constant<MeetingStatement>({ kind: "off-the-record-spoken", feed, seq }) },
      { weight: 4, arbitrary: fc.constant<MeetingStatement>({ kind: "off-the-record-kept", feed, seq }) },
      {
        weight: 1,
        arbitrary: fc
          .boolean()
          .map((kept): MeetingStatement => ({ kind: "off-the-record-ended", feed, seq, kept: !kept })),
      },
    ),
  })
  .map(({ by, at, body }) => stated(by, at, body));
const evening = fc.uniqueArray(something, { maxLength: 9, selector: (one) => placeName(one) });

const timeIn = (said: readonly Said[]) => offTheRecordOf([begun, ...said].toSorted(compareStated)).get(NAME);

describe("what was said off the record, whatever is stated of it", () => {
  it("is gone unless all who had spoken when it ended wished it by then, and everyone who ended it found it so", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(evening, (said) => {
        const ended = timeIn(said)?.ended ?? null;
        seen.add(ended ?? "goes on");
        const ends = said.filter(({ body }) => body.kind === "off-the-record-ended").toSorted(compareStated);
        const [first] = ends;
        if (first === undefined) {
          expect(ended).toBeNull();
          return;
        }
        const before = said.filter((one) => compareStated(one, first) < 0);
        const who = (kind: string) => before.filter(({ body }) => body.kind === kind).map(({ voice }) => voice);
        const wished = who("off-the-record-spoken").every((voice) => who("off-the-record-kept").includes(voice));
        const found = ends.every(({ body }) => body.kind === "off-the-record-ended" && body.kept);
        const keeps = found && wished && who("off-the-record-spoken").length > 0;
        expect(ended).toBe(keeps ? "kept" : "gone");
      }),
      { numRuns: 2000 },
    );
    expect(seen).toEqual(new Set(["gone", "kept", "goes on"]));
  });

  it("does not come back once it is gone, and stays kept whoever says later that they had spoken too", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(evening, evening, (said, more) => {
        const ended = timeIn(said)?.ended ?? null;
        const late = more
          .filter(({ body }) => body.kind !== "off-the-record-ended")
          .map((one) => ({ ...one, seq: one.seq + 1000, at: one.at + 1000 }));
        if (ended === null) return;
        seen.add(ended);
        expect(timeIn([...said, ...late])?.ended).toBe(ended);
      }),
      { numRuns: 2000 },
    );
    expect(seen).toEqual(new Set(["gone", "kept"]));
  });

  it("stays gone whatever is stated of it and whenever, once somebody has ended it and not found it wished", () => {
    fc.assert(
      fc.property(evening, evening, (said, more) => {
        const isRefused = said.some(({ body }) => body.kind === "off-the-record-ended" && !body.kept);
        if (!isRefused) return;
        expect(timeIn([...said, ...more.map((one) => ({ ...one, seq: one.seq + 1000 }))])?.ended).toBe("gone");
      }),
      { numRuns: 2000 },
    );
  });
});
