import { availableParallelism } from "node:os";
import { expect, it } from "vitest";
import { holdMeetings } from "../letters/run-meetings.ts";
import { shrunk, told } from "../letters/shrink.ts";

/** `npm run letters` holds many more. */
const MEETINGS = 1500;

it("every letter keeps its writer, whoever writes where at the same time", async () => {
  // Each run holds other meetings; a failure names its own.
  const seed = Math.floor(Math.random() * 2 ** 40);
  let held = 0;
  const failures = await holdMeetings({ seed, meetings: MEETINGS }, Math.min(2, availableParallelism()), (all) => {
    held = all;
  });
  expect(failures.map((failure) => told(shrunk(failure)))).toEqual([]);
  expect(held).toBe(MEETINGS);
});
