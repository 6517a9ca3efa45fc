import { afterEach, beforeEach, vi } from "vitest";

/** A listener that always throws, as a part of a screen with a fault would. */
export function failing(): never {
  throw new Error("a listener has failed");
}

/** Collects what is reported during each test of a file, as a window would hear of it. */
export function reportedErrors(): { readonly messages: () => readonly string[] } {
  let reported: string[] = [];
  beforeEach(() => {
    reported = [];
    vi.stubGlobal("reportError", (error: unknown) => {
      reported.push(error instanceof Error ? error.message : String(error));
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });
  return { messages: () => reported };
}
