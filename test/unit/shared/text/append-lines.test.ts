import { expect, it } from "vitest";
import { appendLines } from "../../../../shared/text/append-lines.ts";
import { PLAIN } from "../../../../shared/text/letters.ts";
import { lineText, readLines } from "../../../../shared/text/lines.ts";
import { emptyDoc, typeAtEnd } from "../../../cast/typing.ts";

const line = (text: string, heading = false) => ({ heading, runs: [{ text, ...PLAIN }] });

it("writes the first line where the text ends in an empty one", () => {
  const doc = emptyDoc(11);
  appendLines(doc, [line("How we see it", true), line("I want to sleep.")]);
  expect(readLines(doc).map((one) => [lineText(one), one.heading])).toEqual([
    ["How we see it", true],
    ["I want to sleep.", false],
  ]);
});

it("writes behind what others have written, and leaves their letters theirs", () => {
  const doc = emptyDoc(11);
  typeAtEnd(doc, "I’m frightened.");
  doc.clientID = 12;
  appendLines(doc, [line("So am I.")]);
  expect(readLines(doc).map(({ pieces }) => pieces.map(({ client, text }) => [client, text]))).toEqual([
    [[11, "I’m frightened."]],
    [[12, "So am I."]],
  ]);
});

it("changes nothing where there is nothing to write", () => {
  const doc = emptyDoc(11);
  let updates = 0;
  doc.on("update", () => (updates += 1));
  appendLines(doc, []);
  expect(updates).toBe(0);
});
