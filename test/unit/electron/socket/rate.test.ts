import { expect, it } from "vitest";
import { createRate, type RateLimits } from "../../../../electron/socket/rate.ts";

const LIMITS: RateLimits = { burst: 3, perSecond: 1, burstInAll: 5, perSecondInAll: 2, sources: 4 };

it("answers an address as often as its allowance, which comes back with time", () => {
  const mayAnswer = createRate(LIMITS);
  expect([1, 2, 3, 4].map(() => mayAnswer("a", 1000))).toEqual([true, true, true, false]);
  expect(mayAnswer("a", 2000)).toBe(true);
  expect(mayAnswer("a", 2000)).toBe(false);
});

it("answers all addresses together only so often", () => {
  const mayAnswer = createRate(LIMITS);
  const answered = ["a", "b", "c", "a", "b", "c", "a"].filter((address) => mayAnswer(address, 1000));
  expect(answered).toHaveLength(5);
});

it("lets one noisy address take nothing from the others", () => {
  const mayAnswer = createRate({ ...LIMITS, burstInAll: 4 });
  for (let count = 0; count < 100; count += 1) mayAnswer("noisy", 1000);
  expect(mayAnswer("quiet", 1000)).toBe(true);
});

it("remembers only so many addresses", () => {
  const mayAnswer = createRate({ ...LIMITS, burst: 1, burstInAll: 100 });
  expect(mayAnswer("first", 1000)).toBe(true);
  for (const other of ["b", "c", "d", "e"]) mayAnswer(other, 1000);
  expect(mayAnswer("first", 1000)).toBe(true);
  expect(mayAnswer("e", 1000)).toBe(false);
});

it("gives nothing for a clock that was set back", () => {
  const mayAnswer = createRate({ ...LIMITS, burst: 1 });
  expect(mayAnswer("a", 10_000)).toBe(true);
  expect(mayAnswer("a", 1000)).toBe(false);
});
