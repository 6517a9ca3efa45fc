import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { isInstalled } from "../../../../build/scripts/ensure-installed.mjs";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "polyphony-installed-"));
  mkdirSync(join(root, "node_modules"));
});
afterEach(() => rmSync(root, { recursive: true }));

const program = { "": { version: "0.1.0" } };
const wanted = { "node_modules/yjs": { version: "13.6.33" }, "node_modules/made-for-a-mac": { optional: true } };

function lock(packages: object): void {
  writeFileSync(join(root, "package-lock.json"), JSON.stringify({ packages: { ...program, ...packages } }));
}

function installed(packages: object): void {
  writeFileSync(join(root, "node_modules", ".package-lock.json"), JSON.stringify({ packages }));
}

describe("whether the packages are there", () => {
  test("not on a fresh clone", () => {
    lock(wanted);
    expect(isInstalled(root)).toBe(false);
  });

  test("yes when each has the version of the lock file, whatever is left out on this machine", () => {
    lock(wanted);
    installed({ "node_modules/yjs": { version: "13.6.33" } });
    expect(isInstalled(root)).toBe(true);
  });

  test("no longer once the lock file asks for another version", () => {
    lock({ "node_modules/yjs": { version: "13.6.34" } });
    installed({ "node_modules/yjs": { version: "13.6.33" } });
    expect(isInstalled(root)).toBe(false);
  });

  test("no longer once the lock file asks for one more", () => {
    lock({ ...wanted, "node_modules/lexical": { version: "0.52.0" } });
    installed({ "node_modules/yjs": { version: "13.6.33" } });
    expect(isInstalled(root)).toBe(false);
  });
});
