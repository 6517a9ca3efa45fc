import { describe, expect, it } from "vitest";
import { TICK_MS } from "../../../../renderer/transport/link-health.ts";
import {
  isAnnounceDue,
  isAttemptDue,
  isRelayAttemptDue,
  isSpareAttemptDue,
} from "../../../../renderer/transport/reconnect-pace.ts";

const TICKS_PER_SECOND = 1000 / TICK_MS;

function attemptsWithin(seconds: number, isDue = isAttemptDue): number {
  let attempts = 0;
  let sinceAttempt = 0;
  for (let tick = 0; tick < seconds * TICKS_PER_SECOND; tick += 1) {
    if (isDue(attempts, sinceAttempt)) {
      attempts += 1;
      sinceAttempt = 0;
    }
    sinceAttempt += 1;
  }
  return attempts;
}

describe("A laptop whose signaling server is gone", () => {
  it("tries again at once, and soon after", () => {
    expect(isAttemptDue(0, 0)).toBe(true);
    expect(attemptsWithin(4)).toBeGreaterThanOrEqual(3);
  });

  it("does not try so often that Chromium begins to hold it back", () => {
    expect(attemptsWithin(60)).toBeLessThanOrEqual(18);
  });
});

describe("A line that has never answered while others do", () => {
  it("is tried soon a few times, and then too rarely to make Chromium hold the others back", () => {
    expect(attemptsWithin(4, isSpareAttemptDue)).toBe(attemptsWithin(4));
    expect(attemptsWithin(600, isSpareAttemptDue)).toBeLessThanOrEqual(15);
    expect(attemptsWithin(600, isSpareAttemptDue)).toBeGreaterThanOrEqual(13);
  });
});

describe("A signaling server beside which there is no relay", () => {
  it("is asked for one ever more rarely, and never quite left alone", () => {
    expect(attemptsWithin(4, isRelayAttemptDue)).toBe(3);
    expect(attemptsWithin(600, isRelayAttemptDue)).toBeLessThanOrEqual(17);
    expect(attemptsWithin(600, isRelayAttemptDue)).toBeGreaterThanOrEqual(14);
  });
});

describe("A laptop whose signaling server answers", () => {
  it("announces itself twice more within the first seconds, and then every five", () => {
    const seconds = Array.from({ length: 20 * TICKS_PER_SECOND + 1 }, (_, tick) => tick)
      .filter(isAnnounceDue)
      .map((tick) => tick / TICKS_PER_SECOND);
    expect(seconds).toEqual([1.5, 3, 5, 10, 15, 20]);
  });
});
