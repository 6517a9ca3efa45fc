import { describe, expect, test } from "vitest";

import { windowObstacle } from "../../../../build/scripts/choose-shell.mjs";

const laptop = { platform: "linux", environment: { DISPLAY: ":0" }, isRoot: false } as const;

describe("which shell opens", () => {
  test("the desktop where there is a display", () => {
    expect(windowObstacle(laptop)).toBeNull();
    expect(windowObstacle({ ...laptop, environment: { WAYLAND_DISPLAY: "wayland-0" } })).toBeNull();
  });

  test("the desktop on a Mac and on Windows, where a display needs no variable", () => {
    expect(windowObstacle({ ...laptop, platform: "darwin", environment: {} })).toBeNull();
    expect(windowObstacle({ ...laptop, platform: "win32", environment: {} })).toBeNull();
  });

  test("the browser shell on a server, and it says why", () => {
    expect(windowObstacle({ ...laptop, environment: {} })).toMatch(/no display/);
    expect(windowObstacle({ ...laptop, environment: { DISPLAY: "" } })).toMatch(/no display/);
  });

  test("the browser shell for root, whom Electron's sandbox does not hold", () => {
    expect(windowObstacle({ ...laptop, isRoot: true })).toMatch(/root/);
  });
});
