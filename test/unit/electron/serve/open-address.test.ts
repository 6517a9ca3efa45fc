import { describe, expect, test } from "vitest";

import { openingCommand } from "../../../../electron/serve/open-address.ts";

const url = "http://127.0.0.1:4807/";

describe("opening the program in the person's browser", () => {
  test("asks the desktop on Linux, where there is one", () => {
    expect(openingCommand(url, "linux", { DISPLAY: ":0" })).toEqual(["xdg-open", url]);
    expect(openingCommand(url, "linux", { WAYLAND_DISPLAY: "wayland-0" })).toEqual(["xdg-open", url]);
    expect(openingCommand(url, "linux", {})).toBeNull();
  });

  test("asks macOS and Windows in their own way", () => {
    expect(openingCommand(url, "darwin", {})).toEqual(["open", url]);
    expect(openingCommand(url, "win32", {})?.at(-1)).toBe(url);
  });
});
