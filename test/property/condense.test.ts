import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { condense, contradicts } from "../../shared/meeting/condense.ts";
import { readEdit } from "../../shared/text/edit.ts";
import { lineText, readLines } from "../../shared/text/lines.ts";
import { applySeed, createSeed } from "../../shared/text/seed.ts";
import { insertLetters, markLetters, removeLetters } from "../../shared/text/write.ts";
import { lettersShown } from "../cast/typing.ts";

const WRITERS = [11, 12, 13] as const;
const seed = createSeed();
const FROM_ELSEWHERE = Symbol("from elsewhere");

/** What somebody does at their laptop: types, takes something out, breaks a line, makes something bold, or hears the others. */
type Act =
  | { readonly kind: "bold" | "cross-out"; readonly at: number; readonly length: number }
  | { readonly kind: "hear" | "new-line"; readonly at: number }
  | { readonly kind: "type"; readonly at: number; readonly words: string };

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    arbitrary: fc.record({
      kind: fc.constant("type" as const),
      at: fc.nat(60),
      words: fc.string({ unit: fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h"), minLength: 1, maxLength: 6 }),
    }),
    weight: 5,
  },
  {
    arbitrary: fc.record({
      kind: fc.constantFrom("bold" as const, "cross-out" as const),
      at: fc.nat(60),
      length: fc.integer({ min: 1, max: 12 }),
    }),
    weight: 3,
  },
  { arbitrary: fc.record({ kind: fc.constant("new-line" as const), at: fc.nat(5) }), weight: 1 },
  { arbitrary: fc.record({ kind: fc.constant("hear" as const), at: fc.nat(2) }), weight: 3 },
);
const acts = fc.array(fc.tuple(fc.nat(2), act), { maxLength: 40, size: "max" });

interface Laptop {
  readonly doc: Y.Doc;
  readonly clientId: number;
  readonly edits: Uint8Array[];
}

function laptopOf(clientId: number): Laptop {
  const doc = new Y.Doc();
  applySeed(doc, seed, FROM_ELSEWHERE);
  doc.clientID = clientId;
  const edits: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin !== FROM_ELSEWHERE) edits.push(update);
  });
  return { doc, clientId, edits };
}

/** Letters are never used twice by different acts, so that it shows which were crossed out. */
function perform({ doc }: Laptop, others: readonly Laptop[], one: Act, marked: string): void {
  if (one.kind === "hear") {
    for (const update of others[one.at % others.length]?.edits ?? []) Y.applyUpdate(doc, update, FROM_ELSEWHERE);
    return;
  }
  const shown = lettersShown(doc);
  // Nothing is written before the first line's start.
  const at = 1 + (one.at % shown.length);
  doc.transact(() => {
    if (one.kind === "type") insertLetters(doc, shown[at - 1] ?? null, `<${marked}${one.words}>`);
    if (one.kind === "new-line") insertLetters(doc, shown[at - 1] ?? null, "\n");
    if (one.kind === "cross-out") removeLetters(doc, shown.slice(at, at + one.length));
    if (one.kind === "bold") markLetters(doc, "bold", true, shown.slice(at, at + one.length));
  });
}

/** The lines as they are read, letter by letter. Not how many places they take up: that grows less when something is condensed. */
function read(doc: Y.Doc): unknown {
  return readLines(doc).map(({ start, heading, pieces }) => ({ start, heading, pieces }));
}

/** A document of these updates that no editor has seen. */
function built(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  applySeed(doc, seed, FROM_ELSEWHERE);
  for (const update of updates) Y.applyUpdate(doc, update, FROM_ELSEWHERE);
  return doc;
}

function written(script: readonly (readonly [number, Act])[]): readonly Laptop[] {
  const laptops = WRITERS.map(laptopOf);
  for (const [index, [who, one]] of script.entries()) {
    const laptop = laptops[who];
    if (laptop === undefined) continue;
    perform(
      laptop,
      laptops.filter((other) => other !== laptop),
      one,
      String(index),
    );
  }
  return laptops;
}

/** The pieces of text that were typed, each with its mark. */
const piecesOf = (edits: readonly Uint8Array[]) =>
  edits.flatMap(
    (edit) =>
      Buffer.from(edit)
        .toString("latin1")
        .match(/<\d+[a-h]+>/g) ?? [],
  );

describe("a text that several write, condensed by some of them", () => {
  it("reads the same as what everyone has typed, whoever condenses and in whatever order it comes", () => {
    fc.assert(
      fc.property(acts, fc.subarray([0, 1, 2]), fc.nat(5), (script, condensing, turn) => {
        const laptops = written(script);
        const all = laptops.flatMap(({ edits }) => edits);
        const whole = built(all);
        const parts = laptops.map(({ clientId, edits }, index) =>
          condensing.includes(index) ? [condense(built(all), new Set([clientId]))] : edits,
        );
        const turned = [...parts.slice(turn % 3), ...parts.slice(0, turn % 3)].flat();
        const anew = built(turned);
        expect(read(anew)).toEqual(read(whole));
        expect(Y.encodeStateVector(anew)).toEqual(Y.encodeStateVector(whole));
        for (const index of condensing) {
          const [update, writer] = [parts[index]?.[0], WRITERS[index]];
          if (update === undefined) continue;
          const { inserts, deletes } = readEdit(new Uint8Array(update)) ?? { inserts: [0], deletes: [] };
          expect([...inserts, ...deletes].every((client) => client === writer)).toBe(true);
          expect(contradicts(whole, new Uint8Array(update))).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("holds no letter of what was crossed out once everyone has condensed", () => {
    let crossedOut = 0;
    fc.assert(
      fc.property(acts, (script) => {
        const laptops = written(script);
        const all = laptops.flatMap(({ edits }) => edits);
        const standing = readLines(built(all)).map(lineText).join("\n");
        // A mark stands before what was typed: where nothing of it is left, none of its letters may be.
        const gone = [...new Set(piecesOf(all))].filter((piece) => !standing.includes(piece.slice(0, 3)));
        crossedOut += gone.length;
        const condensed = laptops.map(({ clientId }) => condense(built(all), new Set([clientId])));
        const held = Buffer.concat(condensed).toString("latin1");
        for (const piece of gone) expect(held).not.toContain(piece);
        const anew = Buffer.from(Y.encodeStateAsUpdate(built(condensed))).toString("latin1");
        for (const piece of gone) expect(anew).not.toContain(piece);
      }),
      { numRuns: 150 },
    );
    expect(crossedOut).toBeGreaterThan(50);
  });

  it("loses no letter that somebody types while another condenses", () => {
    fc.assert(
      fc.property(acts, acts, fc.nat(2), (script, meanwhile, who) => {
        const laptops = written(script);
        const before = laptops.map(({ edits }) => edits.length);
        // The one who condenses has heard everything so far; the others go on at once.
        const writer = laptops[who];
        if (writer === undefined) return;
        const heard = laptops.flatMap(({ edits }) => [...edits]);
        const condensed = condense(built(heard), new Set([writer.clientId]));
        for (const [index, [other, one]] of meanwhile.entries()) {
          const laptop = laptops[other];
          if (laptop === undefined) continue;
          perform(
            laptop,
            laptops.filter((them) => them !== laptop),
            one,
            `9${String(index)}`,
          );
        }
        const everything = laptops.flatMap(({ edits }) => edits);
        const afterwards = laptops.flatMap((laptop, index) =>
          laptop === writer ? [condensed, ...laptop.edits.slice(before[index])] : laptop.edits,
        );
        expect(read(built(afterwards))).toEqual(read(built(everything)));
      }),
      { numRuns: 150 },
    );
  });
});
