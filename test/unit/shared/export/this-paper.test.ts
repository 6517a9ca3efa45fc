import { expect, it } from "vitest";
import { mayBeThisPaper } from "../../../../shared/export/this-paper.ts";
import { bundleFor, gp, later, proven } from "../../../cast/proven.ts";
import { thursday } from "../../../cast/samiras-meeting.ts";

const printed = { digest: proven.digest, reader: gp, printedAtMs: thursday };
const pdf = (...attached: readonly string[]) =>
  new TextEncoder().encode(["%PDF-1.7", ...attached.map((bundle) => `stream\n${bundle}\nendstream`)].join("\n"));
const saved = (bytes: ReturnType<typeof pdf>, savedAtMs = thursday + 5000) =>
  mayBeThisPaper({ bytes, savedAtMs }, printed);

it("may be what was saved since it was printed, also where the file’s date is rounded", async () => {
  expect(await saved(pdf())).toBe(true);
  expect(await saved(pdf(), thursday - 2000)).toBe(true);
});

it("is no file from before", async () => {
  expect(await saved(pdf(), thursday - 10 * 60_000)).toBe(false);
});

it("may be the same paper once more, and is none with another record or another reader’s copy inside", async () => {
  expect(await saved(pdf(await bundleFor(gp)))).toBe(true);
  expect(await saved(pdf(await bundleFor(gp, later)))).toBe(false);
  expect(await saved(pdf(await bundleFor("network")))).toBe(false);
});

it("is no file with two proofs inside, nor with one that cannot be read", async () => {
  expect(await saved(pdf(await bundleFor(gp), await bundleFor(gp)))).toBe(false);
  const begun = (await bundleFor(gp)).slice(0, 200);
  expect(await saved(pdf(begun))).toBe(false);
});
