import { expect, it } from "vitest";
import { MAX_PAYLOAD_BYTES } from "../../../../shared/feed/entry.ts";
import { fitsInOneEdit } from "../../../../shared/meeting/fits-in-one-edit.ts";
import { insertLetters } from "../../../../shared/text/write.ts";
import { emptyDoc } from "../../../cast/typing.ts";

function editBytes(words: string): number {
  const doc = emptyDoc(2 ** 53 - 1);
  let bytes = 0;
  doc.on("update", (update: Uint8Array) => (bytes = update.length));
  doc.transact(() => insertLetters(doc, { client: 0, clock: 0 }, words));
  return bytes;
}

it.each([
  ["Latin letters", "I want to sleep. ", 250_000],
  ["Arabic letters", "بنتي تعبانة ", 200_000],
  ["faces", "😎", 90_000],
  ["faces between words", "a 😎", 60_000],
])("lets in no %s that make too large an edit", (_, words, times) => {
  expect(fitsInOneEdit(words.repeat(times))).toBe(false);
  const most = words.repeat(Math.floor(times / 3));
  expect(fitsInOneEdit(most)).toBe(true);
  expect(editBytes(most)).toBeLessThanOrEqual(MAX_PAYLOAD_BYTES);
});

it("counts what Yjs needs besides the letters", () => {
  for (const words of ["", "a", "😎", "a😎b", "🇫🇮🇸🇪"]) expect(editBytes(words)).toBeLessThan(200 + 48 * words.length);
});
