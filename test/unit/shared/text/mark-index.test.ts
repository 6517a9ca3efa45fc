import { describe, expect, it } from "vitest";
import { NOBODY } from "../../../../shared/text/letters.ts";
import { MarkIndex, UNMARKED } from "../../../../shared/text/mark-index.ts";
import type { Mark, MarkKind } from "../../../../shared/text/marks.ts";

const mark = (kind: MarkKind, on: boolean, clock: number, length: number, client = 11): Mark => ({
  kind,
  on,
  letters: [{ client, clock, length }],
});

/** What holds for each of the first letters of a client, as a word. */
function standingOf(marks: readonly Mark[], length: number, client = 11): readonly string[] {
  return new MarkIndex(marks).of(client, 0, length).flatMap(({ length: count, standing }) => {
    const held = (["bold", "italic", "heading", "crossedOut"] as const).filter((kind) => standing[kind]);
    return Array.from({ length: count }, () => held.join("+"));
  });
}

describe("what marks say of letters", () => {
  it("is nothing where there are none", () => {
    expect(new MarkIndex([]).of(11, 3, 5)).toEqual([{ length: 5, standing: UNMARKED }]);
    expect(standingOf([mark("bold", true, 0, 9, 12)], 2)).toEqual(["", ""]);
  });

  it("is what the last mark of a kind says, letter by letter", () => {
    const marks = [
      mark("bold", true, 0, 4),
      mark("italic", true, 1, 1),
      mark("bold", false, 2, 1),
      mark("bold", true, 3, 9),
    ];
    expect(standingOf(marks, 6)).toEqual(["bold", "bold+italic", "", "bold", "bold", "bold"]);
  });

  it("is crossed out where anyone has crossed it out, whatever another says", () => {
    const marks = [mark("crossed-out", true, 1, 2), mark("crossed-out", false, 0, 9)];
    expect(standingOf(marks, 4)).toEqual(["", "crossedOut", "crossedOut", ""]);
  });

  it("is never crossed out of the first line's start, which is nobody's", () => {
    const marks = [mark("crossed-out", true, 0, 1, NOBODY), mark("heading", true, 0, 1, NOBODY)];
    expect(standingOf(marks, 1, NOBODY)).toEqual(["heading"]);
  });

  it("is found in a moment in as many ranges as an edit can hold, however far they reach", () => {
    const letters = Array.from({ length: 200_000 }, (_, clock) => ({
      client: 11,
      clock,
      length: (200_000 - clock) * 2,
    }));
    const far = [{ client: 11, clock: 0, length: Number.MAX_SAFE_INTEGER }];
    const began = performance.now();
    const index = new MarkIndex([
      { kind: "bold", on: true, letters },
      { kind: "italic", on: true, letters: far },
    ]);
    expect(index.of(11, 5, 1)[0]?.standing).toMatchObject({ bold: true, italic: true });
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
