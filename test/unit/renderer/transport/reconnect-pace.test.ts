import { describe, expect, it } from "vitest";
import { TICK_MS } from "../../../../renderer/transport/link-health.ts";
import {
  isAnnounceDue,
  isAttemptDue,
  isRelayAttemptDue,
  isSpare,
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

  it("hardly tries while it is told that the server is silent: then Chromium never holds it back, however long that lasts", () => {
    const whileSilent = (attempts: number, ticks: number) => isAttemptDue(attempts, ticks, true);
    expect(attemptsWithin(4, whileSilent)).toBe(3);
    expect(attemptsWithin(240, whileSilent)).toBeLessThanOrEqual(15);
  });
});

describe("A line that the page can do without", () => {
  const NOW = 1_000_000;

  it("has never answered, or not for two minutes, while another has", () => {
    expect(isSpare(-Infinity, [NOW])).toBe(true);
    expect(isSpare(NOW - 121_000, [-Infinity, NOW])).toBe(true);
    expect(isSpare(NOW - 119_000, [NOW])).toBe(false);
  });

  it("is none when no other has answered, or all have ceased to together", () => {
    expect(isSpare(-Infinity, [])).toBe(false);
    expect(isSpare(-Infinity, [-Infinity])).toBe(false);
    expect(isSpare(NOW - 600_000, [NOW - 600_000 + 5000])).toBe(false);
  });

  it.each([1, 7])("is tried so rarely that Chromium does not hold the others back, where there are %i", (lines) => {
    const isDue = (_: number, ticks: number) => isSpareAttemptDue(ticks, lines);
    expect(lines * attemptsWithin(600, isDue)).toBeLessThanOrEqual(20);
    expect(attemptsWithin(600, isDue)).toBeGreaterThanOrEqual(2);
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
