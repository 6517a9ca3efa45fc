import { describe, expect, it } from "vitest";
import { TICK_MS } from "../../../../renderer/transport/link-health.ts";
import { isAnnounceDue, isAttemptDue } from "../../../../renderer/transport/reconnect-pace.ts";

const TICKS_PER_SECOND = 1000 / TICK_MS;

function attemptsWithin(seconds: number): number {
  let attempts = 0;
  let sinceAttempt = 0;
  for (let tick = 0; tick < seconds * TICKS_PER_SECOND; tick += 1) {
    if (isAttemptDue(attempts, sinceAttempt)) {
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

describe("A laptop whose signaling server answers", () => {
  it("announces itself twice more within the first seconds, and then every five", () => {
    const seconds = Array.from({ length: 20 * TICKS_PER_SECOND + 1 }, (_, tick) => tick)
      .filter(isAnnounceDue)
      .map((tick) => tick / TICKS_PER_SECOND);
    expect(seconds).toEqual([1.5, 3, 5, 10, 15, 20]);
  });
});
