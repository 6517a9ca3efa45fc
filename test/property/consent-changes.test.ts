import fc from "fast-check";
import { expect, it } from "vitest";
import { whatChanged } from "../../shared/consent/changes.ts";
import { freeze } from "../cast/samiras-meeting.ts";
import { everyone, samira } from "../cast/seven-voices.ts";

const words = fc.stringMatching(/^(?:(?:door|sleep|night|نوم|canal)[ .,]{1,2}){0,6}$/);
const paragraph = fc
  .array(fc.tuple(fc.constantFrom(...everyone), words), { minLength: 1, maxLength: 3 })
  .map((runs) => ({ style: "paragraph" as const, runs: runs.map(([{ id }, text]) => ({ voice: id, text })) }));
const text = fc.array(paragraph, { maxLength: 6 });

it("leaves nothing out: from what stayed and went one reads the old words, from what stayed and came the new", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const [was, is] = [freeze({ summary: before }), freeze({ summary: after })];
      for (const { pieces, kind } of whatChanged(was, is)) {
        const read = (gone: string) =>
          pieces
            .filter((piece) => piece.kind !== gone)
            .map((piece) => piece.text)
            .join("");
        const lines = (revision: typeof was) =>
          revision.summary.map(({ runs }) => runs.map((run) => run.text).join(""));
        if (kind !== "added") expect(lines(was)).toContain(read("added"));
        if (kind !== "removed") expect(lines(is)).toContain(read("removed"));
      }
    }),
    { numRuns: 300 },
  );
});

it("is empty exactly when the words and whose they are have stayed", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const [was, is] = [freeze({ summary: before }), freeze({ summary: after })];
      expect(whatChanged(was, is).length === 0).toBe(JSON.stringify(was.summary) === JSON.stringify(is.summary));
      expect(whatChanged(was, was)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

it("stays quick for a text that was written anew from end to end", () => {
  const tookMs = (words: number) => {
    const text = (word: string) =>
      freeze({ summary: [{ style: "paragraph", runs: [{ voice: samira.id, text: `${word} `.repeat(words) }] }] });
    const started = performance.now();
    expect(whatChanged(text("before"), text("after"))).toHaveLength(1);
    return performance.now() - started;
  };
  // Each word compared with each, fifteen thousand would take fifty times as long as two thousand do on this machine now.
  const shortMs = tookMs(2000);
  expect(tookMs(15_000)).toBeLessThan(2000 + 20 * shortMs);
});
