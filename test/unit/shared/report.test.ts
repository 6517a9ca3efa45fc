import { afterEach, describe, expect, it, vi } from "vitest";
import { attempt, report } from "../../../shared/report.ts";
import { failing } from "../../cast/failing.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("an error that must not stop the work around it", () => {
  it("goes to the window where there is one", () => {
    const window = vi.fn();
    vi.stubGlobal("reportError", window);
    attempt(failing);
    expect(window).toHaveBeenCalledExactlyOnceWith(new Error("a listener has failed"));
  });

  it("is thrown outside of that work where there is none", () => {
    const tasks: (() => void)[] = [];
    vi.stubGlobal("reportError", undefined);
    vi.stubGlobal("queueMicrotask", (task: () => void) => tasks.push(task));
    report(new Error("a listener has failed"));
    expect(tasks).toHaveLength(1);
    expect(tasks[0]).toThrow("a listener has failed");
  });
});
