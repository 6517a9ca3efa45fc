import { afterEach, describe, expect, it, vi } from "vitest";
import { stopsPage, watchOutsideReact } from "../../../../renderer/app/outside-react.ts";

const ORIGIN = "http://127.0.0.1:4444";

function thrownAt(stack: string, message = "a listener has failed"): Error {
  const error = new Error(message);
  error.stack = stack;
  return error;
}

describe("an error outside of React", () => {
  it("stops the page where it was thrown in a file of the program, in Chromium's words and in Firefox's", () => {
    const chromium = `Error: a listener has failed\n    at tell (${ORIGIN}/assets/index-C3.js:9:12)\n    at ${ORIGIN}/x.js:1:1`;
    const firefox = `tell@${ORIGIN}/assets/index-C3.js:9:12\n@${ORIGIN}/x.js:1:1`;
    expect(stopsPage(thrownAt(chromium), ORIGIN)).toBe(true);
    expect(stopsPage(thrownAt(firefox), ORIGIN)).toBe(true);
    expect(stopsPage(thrownAt("Error: x\n    at polyphony://window/assets/a.js:1:1"), "polyphony://window")).toBe(true);
  });

  it("stops the page where nothing says in which file it was thrown", () => {
    expect(stopsPage(thrownAt("Error: a listener has failed\n    at <anonymous>:1:1"), ORIGIN)).toBe(true);
  });

  it("does not stop the page where an extension of the browser has thrown it, also from within the program", () => {
    const words = `at ${ORIGIN}/assets/index-C3.js`;
    const extension = `Error: ${words}\n    at f (chrome-extension://abc/inject.js:1:1)\n    at g (${ORIGIN}/a.js:1:1)`;
    expect(stopsPage(thrownAt(extension, words), ORIGIN)).toBe(false);
    expect(stopsPage(thrownAt("f@moz-extension://abc/inject.js:1:1"), ORIGIN)).toBe(false);
    expect(stopsPage(thrownAt("f@http://127.0.0.1:44445/other.js:1:1"), ORIGIN)).toBe(false);
  });

  it("does not stop the page where there is no error: a slow ResizeObserver, a script of another site", () => {
    for (const thrown of [null, undefined, "ResizeObserver loop completed", { message: "Script error." }]) {
      expect(stopsPage(thrown, ORIGIN)).toBe(false);
    }
  });
});

describe("whoever watches for such errors", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it("hears of errors and of promises that nobody has caught, until it stops watching", () => {
    const page = Object.assign(new EventTarget(), { location: { origin: ORIGIN } });
    vi.stubGlobal("window", page);
    const error = thrownAt(`Error: a listener has failed\n    at ${ORIGIN}/a.js:1:1`);
    let heard = 0;
    const leave = watchOutsideReact(() => (heard += 1));
    const happen = () => {
      page.dispatchEvent(Object.assign(new Event("error"), { error: null }));
      page.dispatchEvent(Object.assign(new Event("error"), { error }));
      page.dispatchEvent(Object.assign(new Event("unhandledrejection"), { reason: error }));
    };
    happen();
    expect(heard).toBe(2);
    leave();
    happen();
    expect(heard).toBe(2);
  });
});
