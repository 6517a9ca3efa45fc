import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { copyWords, wordsAfresh } from "../../shared/meeting/copy-words.ts";
import { plainText, readDocument } from "../../shared/meeting/document.ts";
import { appendLines } from "../../shared/text/append-lines.ts";
import { readEdit } from "../../shared/text/edit.ts";
import { LINE_BREAK, lettersOf, PLAIN } from "../../shared/text/letters.ts";
import { createSeed } from "../../shared/text/seed.ts";
import { crossOut, emptyDoc, typeAtEnd } from "../cast/typing.ts";

const seed = createSeed();
const BEFORE = 11;
const NOW = 12;
const READER = 13;

/** A draft as the editor leaves it: lines of plain, bold and italic words, some of them taken out again. */
interface Written {
  readonly heading: boolean;
  readonly runs: readonly { readonly text: string; readonly bold: boolean; readonly italic: boolean }[];
  readonly crossedOut: string;
}

const words = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom("في عيلتنا منسمّي هالشي مرض.", "I want to sleep.", "taʿbāna 😴", `one${LINE_BREAK}two`, " "),
);
const written: fc.Arbitrary<readonly Written[]> = fc.array(
  fc.record({
    runs: fc.array(fc.record({ text: words, bold: fc.boolean(), italic: fc.boolean() }), { maxLength: 4 }),
    heading: fc.boolean(),
    crossedOut: fc.constantFrom("", "She was like this when Dad left."),
  }),
  { maxLength: 5 },
);

function write(lines: readonly Written[]): Y.Doc {
  const doc = emptyDoc(BEFORE);
  appendLines(
    doc,
    lines.map(({ heading, runs, crossedOut }) => ({ heading, runs: [{ text: crossedOut, ...PLAIN }, ...runs] })),
  );
  for (const { crossedOut } of lines) if (crossedOut !== "") crossOut(doc, crossedOut);
  return doc;
}

describe("words that are copied into a fresh document", () => {
  it("read as they did, letter by letter, under the client that copies them", () => {
    fc.assert(
      fc.property(written, (paragraphs) => {
        const doc = write(paragraphs);
        const update = wordsAfresh(doc, seed, NOW);
        const fresh = emptyDoc(READER);
        Y.applyUpdate(fresh, update);
        const nobody = () => null;
        expect(readDocument(fresh, nobody)).toEqual(readDocument(doc, nobody));
        expect(readEdit(update)?.inserts.every((client) => client === NOW)).toBe(true);
      }),
    );
  });

  it("carry nothing of what was crossed out, also where an undo could still bring it back here", () => {
    const doc = emptyDoc(BEFORE);
    typeAtEnd(doc, "when Dad left. That's mine to tell.");
    const undo = new Y.UndoManager(lettersOf(doc));
    crossOut(doc, "when Dad left. ");
    expect(undo.canUndo()).toBe(true);
    const bytes = new TextDecoder("latin1").decode(wordsAfresh(doc, seed, NOW));
    expect(new TextDecoder("latin1").decode(Y.encodeStateAsUpdate(doc))).toContain("Dad left");
    expect(bytes).not.toContain("Dad left");
    expect(bytes).toContain("That's mine to tell.");
  });

  it("go after what stands there already", () => {
    const [kept, typed] = [write([line("I want to sleep.")]), write([line("And tea.")])];
    copyWords(kept, typed);
    expect(plainText(readDocument(typed, () => null))).toBe("And tea.\nI want to sleep.");
  });
});

function line(text: string): Written {
  return { heading: false, runs: [{ text, ...PLAIN }], crossedOut: "" };
}
