import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseBundle } from "../../shared/export/bundle-shape.ts";
import { verifyBundle } from "../../shared/export/verify.ts";
import { verifyFile } from "../../shared/export/verify-file.ts";
import { bundleFor, gp, pageFor } from "../cast/proven.ts";
import { changeAt, oneByte } from "../exports/one-byte.ts";

const text = await bundleFor("network");
const gps = await bundleFor(gp);
const files = {
  ".polyphony": new TextEncoder().encode(text),
  ".html": new Uint8Array(await pageFor("network")),
};

describe.each(Object.entries(files))("in a %s file", (_ending, file) => {
  it("one changed byte anywhere is found", async () => {
    expect((await verifyFile(file)).ok).toBe(true);
    await fc.assert(
      fc.asyncProperty(oneByte(file), async (change) => {
        expect((await verifyFile(changeAt(file, change))).ok).toBe(false);
      }),
      { seed: 26, numRuns: 200 },
    );
  });

  it("one byte that is missing, or too many, is found", async () => {
    await fc.assert(
      fc.asyncProperty(oneByte(file), async ({ at, to }) => {
        const without = new Uint8Array([...file.slice(0, at), ...file.slice(at + 1)]);
        const withOne = new Uint8Array([...file.slice(0, at), to, ...file.slice(at)]);
        expect((await verifyFile(without)).ok).toBe(false);
        expect((await verifyFile(withOne)).ok).toBe(false);
      }),
      { seed: 26, numRuns: 50 },
    );
  });
});

describe("in the text of a bundle", () => {
  it("one changed character is found, and told by its part where it stands in one", async () => {
    const parsed = parseBundle(text);
    if (!parsed.ok) throw new Error(parsed.reason);
    const parts = new Set(parsed.value.manifest?.map(({ part }) => part));
    // In the middle of words, where a letter makes another word and the shape stays.
    const words = [...text.matchAll(/"text":"(?![0-9a-f]{64})[^"\\]{3,}"/g)].map(
      ({ index }) => index + '"text":"'.length,
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...words), fc.constantFrom("Ä", "q", "Ω", "س"), async (at, letter) => {
        const { ok, faults } = await verifyBundle(`${text.slice(0, at)}${letter}${text.slice(at + 1)}`);
        expect(ok).toBe(false);
        const [first] = faults;
        expect(first?.why).toBe("changed");
        expect(parts.has(first?.part ?? "")).toBe(true);
      }),
      { seed: 26, numRuns: 200 },
    );
  });
});

describe("checking a file", () => {
  const verdict = async (bytes: Uint8Array) => (await verifyFile(bytes)).ok;

  it("never throws, whatever the bytes are, and finds nothing proven in them", async () => {
    const begins = fc.constantFrom("", "{", "%PDF-1.7\n", "<!doctype html>", '{"@context":', "%PDF-1.7\nstream\n");
    await fc.assert(
      fc.asyncProperty(begins, fc.uint8Array({ maxLength: 400 }), async (begin, rest) => {
        expect(await verdict(new Uint8Array([...new TextEncoder().encode(begin), ...rest]))).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it("never throws for JSON of any shape", async () => {
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 6 }), async (json) => {
        expect((await verifyBundle(json)).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it("never takes two files put together for one", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: text.length }), fc.nat({ max: gps.length }), async (head, tail) => {
        const joined = text.slice(0, head) + gps.slice(tail);
        fc.pre(joined !== text && joined !== gps);
        expect((await verifyBundle(joined)).ok).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});
