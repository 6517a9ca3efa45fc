import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createRhythm } from "../../../../renderer/transport/rhythm.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("A rhythm", () => {
  it("never delays the first, and makes one of those that follow at once", () => {
    const act = vi.fn();
    const rhythm = createRhythm(33, act);
    rhythm.request();
    expect(act).toHaveBeenCalledTimes(1);
    for (let time = 0; time < 10; time += 1) rhythm.request();
    expect(act).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(33);
    expect(act).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(1000);
    expect(act).toHaveBeenCalledTimes(2);
  });

  it("does nothing more once it is stopped", () => {
    const act = vi.fn();
    const rhythm = createRhythm(33, act);
    rhythm.request();
    rhythm.request();
    rhythm.stop();
    rhythm.request();
    vi.advanceTimersByTime(1000);
    expect(act).toHaveBeenCalledTimes(1);
  });
});
