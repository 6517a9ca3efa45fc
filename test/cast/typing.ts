import * as Y from "yjs";
import { appendRange, type LetterRange } from "../../shared/text/letters.ts";
import { lineText, readLines, type Line } from "../../shared/text/lines.ts";
import { positionAt } from "../../shared/text/position.ts";
import { applySeed, createSeed } from "../../shared/text/seed.ts";
import { insertLetters, markLetters, removeLetters } from "../../shared/text/write.ts";

/** A document as it is before anybody has typed in it. */
export function emptyDoc(clientId?: number): Y.Doc {
  const doc = new Y.Doc();
  applySeed(doc, createSeed(), Symbol("seed"));
  if (clientId !== undefined) doc.clientID = clientId;
  return doc;
}

/** Types at the end of what is written, as someone does whose caret stands there. */
export function typeAtEnd(doc: Y.Doc, words: string): void {
  const lines = readLines(doc);
  const last = lines.at(-1);
  if (last === undefined) throw new Error("a document begins with the seed's line");
  typeAt(doc, lines.length - 1, lineText(last).length, words);
}

/** Types into a line, behind so many units of its text. */
export function typeAt(doc: Y.Doc, line: number, at: number, words: string): readonly LetterRange[] {
  const place = positionAt(readLines(doc), { line, at });
  return doc.transact(() => insertLetters(doc, place, words));
}

/** Puts a heading at the top. What stood in the first line goes on in the next. */
export function typeHeading(doc: Y.Doc, words: string): void {
  typeAt(doc, 0, 0, `${words}\n`);
  const start = readLines(doc)[0]?.start;
  if (start === null || start === undefined) throw new Error("a document begins with the seed's line");
  doc.transact(() => markLetters(doc, "heading", true, [{ ...start, length: 1 }]));
}

/** Takes out the first place where exactly these words stand: deletes its own letters, and crosses out those of others. */
export function crossOut(doc: Y.Doc, words: string): void {
  const letters = lettersThatRead(doc, words);
  doc.transact(() => removeLetters(doc, letters));
}

/** Every letter that can be read, line starts among them, one by one. */
export function lettersShown(doc: Y.Doc): readonly LetterRange[] {
  return readLines(doc).flatMap(({ start, pieces }) => [
    ...(start === null ? [] : [{ ...start, length: 1 }]),
    ...pieces.flatMap(({ client, clock, letters }) =>
      Array.from({ length: letters }, (_, at) => ({ client, clock: clock + at, length: 1 })),
    ),
  ]);
}

/** The letters of the first place in a line that reads so. */
export function lettersThatRead(doc: Y.Doc, words: string): readonly LetterRange[] {
  for (const line of readLines(doc)) {
    const at = lineText(line).indexOf(words);
    if (at >= 0) return lettersBetween(line, at, at + words.length);
  }
  throw new Error(`nobody has written “${words}” here`);
}

function lettersBetween({ pieces }: Line, from: number, to: number): readonly LetterRange[] {
  const letters: LetterRange[] = [];
  let at = 0;
  for (const { client, clock, letters: count, text } of pieces) {
    const units = text.length / count;
    for (let letter = 0; letter < count; letter += 1, at += units) {
      if (at >= from && at < to) appendRange(letters, { client, clock: clock + letter, length: 1 });
    }
  }
  return letters;
}
