import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { canonicalText } from "../../shared/consent/canonical.ts";
import { copyFor } from "../../shared/consent/copy.ts";
import { commitmentTo, digestOf, manifestOf, ManifestSchema, rootOf, RootSchema } from "../../shared/consent/root.ts";
import {
  CopySchema,
  PARTS_OF_COPY,
  RevisionSchema,
  type Copy,
  type ReaderName,
  type Revision,
} from "../../shared/consent/statements.ts";
import { readerOf, taskOf, wishOf } from "../cast/owned-ids.ts";
import { firstRevision, saltOf } from "../cast/samiras-meeting.ts";
import { ellen, everyone, jo, karim, layla, samira, stranger } from "../cast/seven-voices.ts";

const gp = await readerOf(ellen, 1);
const school = await readerOf(ellen, 2);
/** Names that stand nowhere in the words: where one of them is read, it was told. */
const SECRET = ["Qxareth", "Zjolwyn", "Vmikkel", "Wprunella"] as const;

/** The text of the first round with something in every field that a text can have. */
const full: Revision = {
  ...firstRevision,
  voices: firstRevision.voices.map((voice) => (voice.id === jo.id ? { ...voice, aloud: true as const } : voice)),
  utterances: firstRevision.utterances.map((one, index) =>
    index > 0
      ? one
      : {
          ...one,
          renderings: [
            {
              by: stranger.id,
              name: "Nadia",
              language: "ar",
              text: "أريد أن أنام.",
              notes: [{ word: "kitchen", says: "home" }],
            },
          ],
        },
  ),
  decisions: firstRevision.decisions.map((one) => ({
    ...one,
    matters: [{ voice: karim.id, words: "That she is asked." }],
    review: "Thursday",
  })),
  tasks: [{ id: await taskOf(ellen, 1), voice: ellen.id, because: layla.id, what: "I ring.", until: "Friday" }],
  wishes: [{ id: await wishOf(samira, 1), voice: samira.id, text: "To sleep.", weighed: [] }],
};

type Reader = Revision["readers"][number];
const voiceIds = [...everyone.map(({ id }) => id), stranger.id];
const called = (names: readonly string[]): fc.Arbitrary<Reader["called"]> =>
  fc
    .subarray(voiceIds)
    .map((voices) => voices.map((voice) => ({ voice, name: names[0] ?? "", relation: names[1] ?? "" })));
const readerCalled = (id: ReaderName, names: readonly string[]): fc.Arbitrary<Reader> =>
  fc
    .record({ parts: fc.subarray([...PARTS_OF_COPY]), called: called(names) })
    .map((one) => ({ id, name: id === gp ? "The GP" : "The Wprunella school", salt: saltOf(id), ...one }));
const room: Reader = { id: "network", name: "", salt: saltOf("network"), parts: [...PARTS_OF_COPY], called: [] };
const withReaders = fc
  .tuple(readerCalled(gp, ["The brother", "one of us"]), readerCalled(school, [SECRET[0], SECRET[1]]))
  .map((readers): Revision => ({ ...full, readers: [room, ...readers] }));

const hashes = async (copy: Copy) => new Map((await manifestOf(copy)).map(({ part, sha256 }) => [part, sha256]));

/** Every place in a JSON value that holds no further places, as paths of keys. */
function places(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key]));
}

/** The same value with another text, number or truth at one place, or without it. */
function changedAt(value: unknown, [key, ...rest]: readonly string[], gone: boolean): unknown {
  if (key === undefined) {
    if (typeof value === "string") return `${value}x`;
    return typeof value === "boolean" ? !value : value === null ? "x" : 1;
  }
  const entries = Object.entries(value as Record<string, unknown>); // a path leads through objects
  const after = entries.flatMap(([name, inner]) => {
    if (name !== key) return [[name, inner] as const];
    return gone && rest.length === 0 ? [] : [[name, changedAt(inner, rest, gone)] as const];
  });
  return Array.isArray(value) ? after.map(([, inner]) => inner) : Object.fromEntries(after);
}

describe("what is consented to", () => {
  it("is another text when anything at all in it is another: a letter, a name, a part, a reader, their chance", async () => {
    await fc.assert(
      fc.asyncProperty(
        withReaders.chain((revision) =>
          fc.tuple(fc.constant(revision), fc.constantFrom(...places(revision)), fc.boolean()),
        ),
        async ([revision, place, gone]) => {
          const changed = changedAt(revision, place, gone) as Revision; // but for one place, which no schema has looked at
          expect(canonicalText(changed)).not.toBe(canonicalText(revision));
          // What no copy can be made of is no text either.
          const other = await digestOf(changed).catch(() => null);
          expect(other).not.toBe(await digestOf(revision));
        },
      ),
      { numRuns: 150 },
    );
  });

  it("is another text with a reader more, less or elsewhere", async () => {
    await fc.assert(
      fc.asyncProperty(withReaders, async (revision) => {
        const [first = room, second = room, third = room] = revision.readers;
        const others = [[first], [first, second], [first, third], [first, third, second]];
        const digests = await Promise.all(
          [...others, revision.readers].map((readers) => digestOf({ ...revision, readers })),
        );
        expect(new Set(digests).size).toBe(5);
      }),
      { numRuns: 20 },
    );
  });
});

describe("a copy", () => {
  it("has every field in exactly one part, and a changed field tells in that part alone", async () => {
    await fc.assert(
      fc.asyncProperty(
        withReaders.chain((revision) => {
          const copy = copyFor(revision, gp);
          return fc.tuple(fc.constant(copy), fc.constantFrom(...places(copy)));
        }),
        async ([copy, place]) => {
          const changed = changedAt(copy, place, false) as Copy; // but for one place, which no schema has looked at
          const [before, after] = [await hashes(copy), await hashes(changed)];
          expect([...after.keys()]).toEqual([...before.keys()]);
          expect(new Set(before.keys()).size).toBe((await manifestOf(copy)).length);
          const told = [...after].filter(([part, hash]) => before.get(part) !== hash).map(([part]) => part);
          expect(told).toHaveLength(1);
          // An empty list has no place of its own: it tells in how many there are.
          const [field = "", index = ""] = place;
          const ofItsOwn: Record<string, string> = {
            nextMeeting: "next-meeting",
            utterances: index === "" ? "words" : `words/${String(Number(index) + 1)}`,
            decisions: index === "" ? "decisions" : `decisions/${String(Number(index) + 1)}`,
          };
          const isHead = ["format", "frozenAt", "language", "meeting", "name", "reader"].includes(field);
          expect(told).toEqual([isHead ? "head" : (ofItsOwn[field] ?? field)]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("is as long as it is: words or decisions that are left out at an end are told", async () => {
    const copy = copyFor({ ...full, readers: [room] }, "network");
    const { utterances = [], decisions = [] } = copy;
    const fewer = [
      { ...copy, utterances: utterances.slice(0, -1) },
      { ...copy, decisions: decisions.slice(0, -1) },
    ];
    const before = await hashes(copy);
    for (const [index, one] of fewer.entries()) {
      const part = index === 0 ? "words" : "decisions";
      expect((await hashes(one)).get(part)).not.toBe(before.get(part));
    }
  });

  it("is proved by its salt and the root, and tells nothing of any other reader", async () => {
    await fc.assert(
      fc.asyncProperty(withReaders, readerCalled(school, [SECRET[2], SECRET[3]]), async (revision, otherSchool) => {
        const [first = room, ofGp = room, ofSchool = room] = revision.readers;
        const [copy, root] = [copyFor(revision, gp), await rootOf(revision)];
        const manifest = await manifestOf(copy);
        expect(root.copies).toContain(await commitmentTo(manifest, ofGp.salt));
        expect(root.copies).toHaveLength(3);
        // To the byte the same, whoever else is given a copy, called how and with which parts.
        for (const others of [[], [otherSchool], [{ ...otherSchool, parts: [] }]]) {
          const elsewhere = copyFor({ ...revision, readers: [first, ofGp, ...others] }, gp);
          expect(JSON.stringify(elsewhere)).toBe(JSON.stringify(copy));
        }
        const given = JSON.stringify({ root, copy, salt: ofGp.salt, manifest });
        for (const told of [...SECRET, ofSchool.name, ofSchool.salt, school, first.salt])
          expect(given).not.toContain(told);
        // What was called otherwise for them is not read in it either, unless it stands in the words.
        for (const { voice } of ofGp.called) {
          expect(copy.voices.find(({ id }) => id === voice)?.profile.name ?? "The brother").toBe("The brother");
        }
        if (ofGp.called.some(({ voice }) => voice === stranger.id)) expect(given).not.toContain("Nadia");
      }),
      { numRuns: 60 },
    );
  });

  it("of a text that is read is one that is read too, and so are its root and its parts", async () => {
    await fc.assert(
      fc.asyncProperty(withReaders, async (revision) => {
        expect(v.safeParse(RevisionSchema, revision).success).toBe(true);
        for (const { id } of revision.readers) {
          const copy = copyFor(revision, id);
          expect(v.parse(CopySchema, JSON.parse(JSON.stringify(copy)))).toEqual(copy);
          expect(v.safeParse(ManifestSchema, await manifestOf(copy)).success).toBe(true);
        }
        expect(v.parse(RootSchema, await rootOf(revision))).toEqual(await rootOf(revision));
      }),
      { numRuns: 20 },
    );
  });

  it("of the room has everything in it as it was frozen", () => {
    const revision: Revision = { ...full, readers: [room] };
    const copy = copyFor(revision, "network");
    const { format, readers, supersedes } = revision;
    expect(canonicalText({ ...copy, reader: null })).toBe(
      canonicalText({ ...revision, format: copy.format, readers: undefined, supersedes: undefined, reader: null }),
    );
    expect([format, readers, supersedes]).toEqual(["polyphony/revision/2", [room], null]);
  });
});
