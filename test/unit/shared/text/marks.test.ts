import { describe, expect, it } from "vitest";
import { marksOf } from "../../../../shared/text/letters.ts";
import { encodeMark, parseMark, readMarks, type Mark } from "../../../../shared/text/marks.ts";
import { emptyDoc } from "../../../cast/typing.ts";

const bold: Mark = {
  kind: "bold",
  on: true,
  letters: [
    { client: 11, clock: 0, length: 4 },
    { client: 12, clock: 7, length: 1 },
  ],
};

describe("a mark", () => {
  it("says of letters what it said when it was written", () => {
    expect(encodeMark(bold)).toEqual(["bold", true, 11, 0, 4, 12, 7, 1]);
    expect(parseMark(encodeMark(bold))).toEqual(bold);
  });

  it("is none where its kind, its switch or its numbers are none", () => {
    const others = [
      ...[null, "bold", {}, [], ["bold"], ["underlined", true, 1, 1, 1], ["bold", 1, 1, 1, 1]],
      ...[
        ["bold", true, 1, 1],
        ["bold", true, 1, 1, 0],
        ["bold", true, -1, 1, 1],
        ["bold", true, 1, 0.5, 1],
      ],
      ...[
        ["bold", true, 1, 1, 2 ** 53 - 1],
        ["bold", true, 2 ** 53, 1, 1],
        ["bold", true, "1", 1, 1],
      ],
    ];
    for (const other of others) expect(parseMark(other)).toBeNull();
  });

  it("holds in the order in which it stands, past everything that is none", () => {
    const doc = emptyDoc(11);
    marksOf(doc).push([encodeMark(bold), "noise", encodeMark({ ...bold, on: false })]);
    marksOf(doc).delete(1, 1);
    marksOf(doc).push([{ kind: "bold" }]);
    expect(readMarks(doc)).toEqual([bold, { ...bold, on: false }]);
  });
});
