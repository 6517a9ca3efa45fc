import { expect, it } from "vitest";
import { fuzzOne, targets } from "./run-fuzz.ts";

it.each(targets.map((target) => [target.name, target] as const))(
  "whoever sends a hostile %s is answered without an exception, and in time",
  async (_, target) => {
    const { harms } = await fuzzOne(target, 7, 6 * target.share);
    expect(harms).toEqual([]);
  },
);

it("says where a reader throws, and which input it was", async () => {
  const fragile = {
    name: "fragile",
    share: 1,
    prepare: async () => () => {
      throw new Error("not prepared for this");
    },
  };
  const { succeeded, harms } = await fuzzOne(fragile, 7, 3);
  expect(succeeded).toBe(3);
  expect(harms[0]).toMatch(/^input 0: Error: not prepared for this/);
});
