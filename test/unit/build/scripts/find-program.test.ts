import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { findProgram } from "../../../../build/scripts/find-program.mjs";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "polyphony-path-"));
});
afterEach(() => rmSync(root, { recursive: true }));

function program(folder: string, name: string, mode = 0o755): string {
  mkdirSync(join(root, folder), { recursive: true });
  const path = join(root, folder, name);
  writeFileSync(path, "");
  chmodSync(path, mode);
  return path;
}

describe.skipIf(process.platform === "win32")("looking for a program", () => {
  const path = () => ["a", "b"].map((folder) => join(root, folder)).join(delimiter);

  test("finds it in any folder of the path", () => {
    const chromium = program("b", "chromium");
    expect(findProgram(["chromium"], path())).toBe(chromium);
  });

  test("takes the preferred name wherever it is, before the next one", () => {
    program("a", "google-chrome");
    const chromium = program("b", "chromium");
    expect(findProgram(["chromium", "google-chrome"], path())).toBe(chromium);
  });

  test("passes over a file that cannot be run", () => {
    program("a", "chromium", 0o644);
    expect(findProgram(["chromium"], path())).toBeNull();
  });

  test("does not take the folder this runs in for an empty path", () => {
    expect(findProgram(["package.json"], "")).toBeNull();
  });
});
