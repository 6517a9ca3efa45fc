import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { isBuilt } from "../../../../build/scripts/ensure-built.mjs";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "polyphony-built-"));
  write("renderer/home/Home.tsx", 100);
  write("shared/result.ts", 200);
});
afterEach(() => rmSync(root, { recursive: true }));

/** Writes a file and dates it and its folders, in seconds. */
function write(path: string, changedAt: number): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), "");
  for (let place = join(root, path); place !== root; place = dirname(place)) utimesSync(place, changedAt, changedAt);
}

describe("whether the program is built", () => {
  test("not when there is nothing", () => {
    expect(isBuilt("browser", root)).toBe(false);
  });

  test("yes when the page is newer than all it is made of", () => {
    write("out/browser/index.html", 300);
    expect(isBuilt("browser", root)).toBe(true);
  });

  test("not when a file deep in the sources has changed since", () => {
    write("out/browser/index.html", 300);
    write("renderer/home/Home.tsx", 400);
    expect(isBuilt("browser", root)).toBe(false);
  });

  test("not when a file was taken away since", () => {
    write("out/browser/index.html", 300);
    rmSync(join(root, "renderer/home/Home.tsx"));
    expect(isBuilt("browser", root)).toBe(false);
  });

  test("for the desktop only when its own sources are older too", () => {
    write("out/desktop/main/main.js", 300);
    write("electron/main.ts", 250);
    expect(isBuilt("desktop", root)).toBe(true);
    write("electron/main.ts", 350);
    expect(isBuilt("desktop", root)).toBe(false);
  });
});
