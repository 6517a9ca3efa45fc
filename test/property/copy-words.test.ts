import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { copyWords, wordsAfresh } from "../../shared/meeting/copy-words.ts";
import { plainText, readDocument } from "../../shared/meeting/document.ts";
import { clientsOf } from "../../shared/meeting/edits.ts";
import { applySeed, createSeed, ROOT_NAME } from "../../shared/meeting/seed.ts";

const seed = createSeed();
const BEFORE = 11;
const NOW = 12;
const READER = 13;

/** A draft as the editor leaves it: paragraphs of plain, bold and italic words, some of them crossed out again. */
interface Written {
  readonly runs: readonly { readonly text: string; readonly format: number }[];
  readonly breaks: boolean;
  readonly crossedOut: string;
}

const words = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom("في عيلتنا منسمّي هالشي مرض.", "I want to sleep.", "taʿbāna 😴", " "),
);
const written: fc.Arbitrary<readonly Written[]> = fc.array(
  fc.record({
    runs: fc.array(fc.record({ text: words, format: fc.integer({ min: 0, max: 3 }) }), { maxLength: 4 }),
    breaks: fc.boolean(),
    crossedOut: fc.constantFrom("", "She was like this when Dad left."),
  }),
  { maxLength: 5 },
);

function seeded(clientId: number): Y.Doc {
  const doc = new Y.Doc();
  applySeed(doc, seed, Symbol("seed"));
  doc.clientID = clientId;
  return doc;
}

function write(paragraphs: readonly Written[]): Y.Doc {
  const doc = seeded(BEFORE);
  const root = doc.get(ROOT_NAME, Y.XmlElement);
  for (const [index, { runs, breaks, crossedOut }] of paragraphs.entries()) {
    if (index > 0) root.insert(index, [new Y.XmlElement("paragraph")]);
    const paragraph = root.get(index) as Y.XmlElement; // the seed's, or the one just put there
    paragraph.setAttribute("__dir", "rtl");
    const text = new Y.XmlText();
    paragraph.insert(0, [text]);
    for (const { text: run, format } of runs) text.insert(text.length, run, { p: { __format: format } });
    text.insert(0, crossedOut);
    text.delete(0, crossedOut.length);
    if (breaks) paragraph.insert(paragraph.length, [new Y.XmlElement("linebreak"), new Y.XmlText("after it")]);
  }
  return doc;
}

describe("words that are copied into a fresh document", () => {
  it("read as they did, letter by letter, under the client that copies them", () => {
    fc.assert(
      fc.property(written, (paragraphs) => {
        const doc = write(paragraphs);
        const update = wordsAfresh(doc, seed, NOW);
        const fresh = seeded(READER);
        Y.applyUpdate(fresh, update);
        const nobody = () => null;
        expect(readDocument(fresh, nobody)).toEqual(readDocument(doc, nobody));
        expect(fresh.get(ROOT_NAME, Y.XmlElement).toJSON()).toBe(doc.get(ROOT_NAME, Y.XmlElement).toJSON());
        expect(clientsOf(update)?.every((client) => client === NOW)).toBe(true);
      }),
    );
  });

  it("carry nothing of what was crossed out, also where an undo could still bring it back here", () => {
    const doc = seeded(BEFORE);
    const paragraph = doc.get(ROOT_NAME, Y.XmlElement).get(0) as Y.XmlElement; // the seed's
    const undo = new Y.UndoManager(doc.get(ROOT_NAME, Y.XmlElement));
    const text = new Y.XmlText();
    paragraph.insert(0, [text]);
    text.insert(0, "when Dad left. That's mine to tell.");
    undo.stopCapturing();
    text.delete(0, "when Dad left. ".length);
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
  return { runs: [{ text, format: 0 }], breaks: false, crossedOut: "" };
}
