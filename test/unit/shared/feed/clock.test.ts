import { describe, expect, it } from "vitest";
import { claimedMs, LATEST_CLAIM, nextTick, observeTick } from "../../../../shared/feed/clock.ts";

const thursday = Date.UTC(2026, 10, 26, 17, 0);
const flatBattery = Date.UTC(1970, 0, 1);

describe("what time a laptop claims it is", () => {
  it("is the time of its wall clock", () => {
    expect(claimedMs(nextTick(0, thursday))).toBe(thursday);
  });

  it("moves forward with every word, also when the wall clock stands still or runs back", () => {
    const first = nextTick(0, thursday);
    const second = nextTick(first, thursday);
    const third = nextTick(second, thursday - 3_600_000);
    expect(second).toBeGreaterThan(first);
    expect(third).toBeGreaterThan(second);
  });

  it("is a whole number, whatever fraction of a millisecond the wall clock shows", () => {
    expect(Number.isSafeInteger(nextTick(0, thursday + 0.25))).toBe(true);
  });

  it("comes after what others said, also for a laptop that believes it is 1970", () => {
    const samirasWords = nextTick(0, thursday);
    const last = observeTick(0, samirasWords, flatBattery);
    expect(nextTick(last, flatBattery)).toBeGreaterThan(samirasWords);
  });

  it("does not fall back behind its own last word", () => {
    const own = nextTick(0, thursday);
    expect(observeTick(own, nextTick(0, flatBattery), thursday)).toBe(own);
  });

  it("is not pushed to the end of time by one voice that claims to be there", () => {
    const own = nextTick(0, thursday);
    expect(observeTick(own, LATEST_CLAIM, thursday)).toBe(own);
    let last = own;
    for (let round = 0; round < 100; round += 1) last = observeTick(last, last + 2 ** 50, thursday);
    expect(last).toBeLessThan(LATEST_CLAIM);
  });

  it("leaves room for every utterance after the latest claim that counts", () => {
    expect(Number.isSafeInteger(LATEST_CLAIM)).toBe(true);
    expect(Number.MAX_SAFE_INTEGER - LATEST_CLAIM).toBeGreaterThan(1e12);
  });
});
