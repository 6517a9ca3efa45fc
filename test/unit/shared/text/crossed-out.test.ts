import { expect, it } from "vitest";
import { dropCrossedOut } from "../../../../shared/text/crossed-out.ts";
import { lettersOf } from "../../../../shared/text/letters.ts";
import { readLines } from "../../../../shared/text/lines.ts";
import { crossOut, emptyDoc, typeAtEnd } from "../../../cast/typing.ts";

it("deletes what is crossed out of these writers' letters, and of nobody else's", () => {
  const doc = emptyDoc(11);
  typeAtEnd(doc, "Dad left. We met. ");
  doc.clientID = 12;
  typeAtEnd(doc, "He shouted.");
  doc.clientID = 13;
  for (const words of ["Dad left. ", "He shouted"]) crossOut(doc, words);
  const before = readLines(doc);
  dropCrossedOut(doc, new Set([11]));
  expect(lettersOf(doc).toJSON()).toBe("\nWe met. He shouted.");
  expect(readLines(doc).map(({ pieces }) => pieces)).toEqual(before.map(({ pieces }) => pieces));
});
