import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partsToRead, type PartToRead } from "../../shared/consent/parts-to-read.ts";
import type { Revision } from "../../shared/consent/statements.ts";
import { WEIGHINGS } from "../../shared/meeting/deciding-statements.ts";
import { POSITIONS } from "../../shared/meeting/shapes.ts";
import { firstRevision } from "../cast/samiras-meeting.ts";
import { everyone } from "../cast/seven-voices.ts";

type Decision = Revision["decisions"][number];
type Task = NonNullable<Revision["tasks"]>[number];

const some = fc.nat(2);
const voices = everyone.map(({ id }) => id);
const voice = fc.constantFrom(...voices);
/** How many there are of what, in one decision. */
const decisionShape = fc.record({
  leftOpen: fc.boolean(),
  positions: fc.subarray(voices),
  answering: fc.boolean(),
  tasks: some,
  ways: fc.array(some, { maxLength: 2 }),
  matters: some,
  review: fc.boolean(),
});
const shape = fc.record({
  summary: fc.array(fc.constantFrom("heading" as const, "paragraph" as const), { maxLength: 5 }),
  runs: fc.integer({ min: 1, max: 3 }),
  wishes: fc.array(fc.subarray([...WEIGHINGS]), { maxLength: 2 }),
  decisions: fc.array(decisionShape, { maxLength: 3 }),
  tasks: some,
  next: fc.boolean(),
  utterances: fc.array(fc.record({ renderings: some, voice }), { maxLength: 4 }),
  readers: fc.array(some, { maxLength: 2 }),
});
type Shape = typeof shape extends fc.Arbitrary<infer Of> ? Of : never;

/** A text of that shape in which every word is another one, and the words in the order in which the text is read. */
function textOf(wished: Shape): { readonly revision: Revision; readonly words: readonly string[] } {
  const words: string[] = [];
  const next = () => {
    words.push(`word${String(words.length)}`);
    return words.at(-1) ?? "";
  };
  const times = <Made>(count: number, make: (index: number) => Made) =>
    Array.from({ length: count }, (_, i) => make(i));
  const someone = (index: number) => voices[index % voices.length] ?? firstRevision.voices[0]?.id;
  const by = (index: number) => ({ voice: someone(index) }) as { readonly voice: (typeof voices)[number] }; // there are seven
  const task = (because?: (typeof voices)[number]): Task =>
    ({ id: next(), ...by(1), ...(because && { because }), what: next(), until: next() }) as unknown as Task; // its name is not looked at
  const named = (one: Task): Task => {
    words.splice(words.indexOf(one.id), 1); // a name is no word
    return one;
  };
  const paragraph = (style: "heading" | "paragraph") => ({
    style,
    runs: times(wished.runs, (index) => ({ ...by(index), text: `${next()} ` })),
  });
  const name = next();
  const inIt = firstRevision.voices.map((one) => ({ ...one, profile: { ...one.profile, relation: next() } }));
  const summary = wished.summary.map(paragraph);
  const wishes = wished.wishes.map((weighings, index) => ({
    id: `wish${String(index)}`,
    ...by(index),
    text: next(),
    weighed: WEIGHINGS.filter((as) => weighings.includes(as)).map((as) => ({ as, ...by(2), words: next() })),
  }));
  const decide = (one: Shape["decisions"][number], index: number) => {
    const text = next();
    const tasks: Task[] = [];
    const positions = one.positions.map((id, number) => {
      const position = { voice: id, position: POSITIONS[number % POSITIONS.length], words: next() };
      if (one.answering) tasks.push(named(task(id)));
      return position;
    });
    tasks.push(...times(one.tasks, () => named(task())));
    const ways = one.ways.map((matters, number) => ({
      id: `way${String(number)}`,
      ...by(number),
      text: next(),
      matters: times(matters, (who) => ({ ...by(who), words: next() })),
    }));
    const matters = times(one.matters, (who) => ({ ...by(who), words: next() }));
    const review = one.review ? { review: next() } : {};
    const own = { id: `decision${String(index)}`, text, wordedBy: someone(0), leftOpen: one.leftOpen };
    return { ...own, positions, tasks, ways, matters, ...review };
  };
  const decided = wished.decisions.filter(({ leftOpen }) => !leftOpen).map(decide);
  const open = wished.decisions.filter(({ leftOpen }) => leftOpen).map((one, index) => decide(one, index + 10));
  const tasks = times(wished.tasks, () => named(task()));
  const nextMeeting = wished.next ? next() : "";
  const utterances = wished.utterances.map((one, index) => ({
    ...firstRevision.utterances[0],
    id: `utterance${String(index)}`,
    voice: one.voice,
    answers: null,
    paragraphs: [paragraph("paragraph"), paragraph("paragraph")],
    renderings: times(one.renderings, (number) => ({
      by: someone(number),
      name: "Nadia",
      language: number === 0 ? "en" : "de",
      text: next(),
      notes: [{ word: next(), says: next() }],
    })),
  }));
  const readers = [
    { id: "network", name: "", salt: "", parts: [], called: [] },
    ...wished.readers.map((called, index) => ({
      id: `reader${String(index)}`,
      name: next(),
      salt: "",
      parts: ["summary"],
      called: times(called, (who) => ({ ...by(who), name: next(), relation: next() })),
    })),
  ];
  const text = {
    ...firstRevision,
    name,
    voices: inIt,
    summary,
    wishes,
    decisions: [...open, ...decided],
    tasks,
    nextMeeting,
    utterances,
    readers,
  };
  // Names of things are of no shape here: nothing looks at them but for being the same or not.
  return { revision: text as unknown as Revision, words };
}

const wordsOf = ({ passages, renderings }: PartToRead): readonly string[] =>
  [
    ...passages.flatMap((passage) => [
      passage.text,
      ...(passage.as === "task" ? [passage.until] : []),
      ...(passage.as === "called" ? [passage.relation] : []),
    ]),
    ...renderings.flatMap(({ text, notes }) => [text, ...notes.flatMap(({ word, says }) => [word, says])]),
  ].flatMap((text) => text.split(/\s+/u).filter((word) => word !== ""));

describe("a text that is read aloud", () => {
  it("has every word of it in exactly one part, in the order of the text", () => {
    fc.assert(
      fc.property(shape, (wished) => {
        const { revision, words } = textOf(wished);
        expect(partsToRead(revision, () => null).flatMap(wordsOf)).toEqual(words);
      }),
      { numRuns: 300 },
    );
  });

  it("has no part in which there is nothing to read, begins with who is in it, and ends with who is given a copy", () => {
    fc.assert(
      fc.property(shape, (wished) => {
        const parts = partsToRead(textOf(wished).revision, () => null);
        for (const { passages } of parts) expect(passages.length).toBeGreaterThan(0);
        expect(parts[0]?.kind).toBe("head");
        expect(parts[0]?.passages.slice(1).map((one) => one.voice)).toEqual(firstRevision.voices.map(({ id }) => id));
        expect(parts.at(-1)?.kind).toBe("readers");
        expect(parts.filter(({ kind }) => kind === "readers")).toHaveLength(1);
      }),
    );
  });

  it("never leaves a heading alone, where something stands under it", () => {
    fc.assert(
      fc.property(shape, (wished) => {
        const { revision } = textOf(wished);
        const remembered = partsToRead(revision, () => null).filter(({ kind }) => kind === "summary");
        for (const { passages } of remembered.slice(0, -1)) expect(passages.at(-1)?.as).toBe("remembered");
      }),
    );
  });
});

describe("an agreed text", () => {
  it("is told with whose words they are: each position, each task and each utterance has its voice", () => {
    const parts = partsToRead(firstRevision, (id) => (id === firstRevision.utterances[1]?.id ? "ar" : null));
    const said = parts.filter(({ kind }) => kind === "words");
    expect(said.map(({ passages }) => passages.map((one) => one.voice))).toEqual(
      firstRevision.utterances.map(({ voice: whose }) => [whose]),
    );
    expect(said[1]?.language).toBe("ar");
    expect(said[0]?.language).toBe(firstRevision.language);
    const decided = parts.filter(({ kind }) => kind === "decision");
    const positions = decided.map(({ passages }) => passages.filter(({ as }) => as === "position"));
    const decisions = firstRevision.decisions.filter((one: Decision) => !one.leftOpen);
    expect(positions.map((all) => all.map((one) => one.voice))).toEqual(
      decisions.map((one) => one.positions.map((position) => position.voice)),
    );
  });
});
