import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { projectRoot } from "../../../build/scripts/project.mjs";
import { runCommand } from "../../../build/scripts/run-command.mjs";

const allowed = [
  ["shared/consent/fold.ts", "shared/meeting/state.ts"],
  ["shared/feed/entry.ts", "shared/crypto/keys.ts"],
  ["shared/text/seed.ts", "yjs"],
  ["shared/text/difference.ts", "fast-diff"],
  ["shared/meeting/document.ts", "shared/text/lines.ts"],
  ["renderer/record/Record.tsx", "renderer/ui/Button.tsx"],
  ["renderer/record/Record.tsx", "shared/meeting/state.ts"],
  ["renderer/session/open-session.ts", "renderer/transport/open-carrier.ts"],
  ["renderer/app/App.tsx", "renderer/editor/Composer.tsx"],
  ["renderer/transport/open-carrier.ts", "y-webrtc"],
  ["renderer/editor/Composer.tsx", "lexical"],
  ["electron/window.ts", "electron"],
  ["electron/serve/serve.ts", "node:http"],
] as const;

const refused = [
  ["shared/feed/entry.ts", "shared/meeting/state.ts"],
  ["shared/text/lines.ts", "shared/meeting/state.ts"],
  ["shared/meeting/fold.ts", "shared/consent/state.ts"],
  ["shared/consent/fold.ts", "shared/export/record.ts"],
  ["shared/feed/entry.ts", "node:fs"],
  ["shared/feed/entry.ts", "electron"],
  ["shared/feed/entry.ts", "react"],
  ["shared/feed/entry.ts", "renderer/session/keyring.ts"],
  ["renderer/record/Record.tsx", "renderer/consent/Consent.tsx"],
  ["renderer/record/Record.tsx", "renderer/transport/open-carrier.ts"],
  ["renderer/record/Record.tsx", "renderer/editor/Composer.tsx"],
  ["renderer/record/Record.tsx", "renderer/session/open-session.ts"],
  ["renderer/record/Record.tsx", "yjs"],
  ["renderer/session/open-session.ts", "y-webrtc"],
  ["renderer/session/open-session.ts", "lexical"],
  ["renderer/transport/open-carrier.ts", "renderer/editor/Composer.tsx"],
  ["renderer/shells/desktop.ts", "electron/ipc/contract.ts"],
  ["renderer/shells/desktop.ts", "electron"],
  ["electron/window.ts", "renderer/app/App.tsx"],
  ["electron/serve/serve.ts", "electron"],
] as const;

const misnamed = [
  ["shared/feed/verify.ts", "shared/feed/utils.ts", "named-for-what-it-is"],
  ["shared/feed/verify.ts", "shared/feed/helpers/hash.ts", "named-for-what-it-is"],
  ["shared/feed/verify.ts", "shared/feed/common.ts", "named-for-what-it-is"],
  ["shared/feed/verify.ts", "shared/feed/hashChain.ts", "kebab-case"],
] as const;

const session = "renderer/session/meeting-session.ts";
const packages = ["electron", "fast-diff", "lexical", "react", "y-webrtc", "yjs"];

let house = "";
let violations: readonly { readonly from: string; readonly to: string; readonly rule: { readonly name: string } }[] =
  [];

// A house of empty files that import each other in every way above, looked through once.
beforeAll(async () => {
  house = mkdtempSync(join(tmpdir(), "polyphony-house-"));
  const dependencies = Object.fromEntries(packages.map((name) => [name, "1.0.0"]));
  write("package.json", JSON.stringify({ name: "house", dependencies }));
  for (const name of packages) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "index.js" }));
    write(`node_modules/${name}/index.js`, "");
  }
  const imports = new Map<string, string>();
  for (const [from, to] of [...allowed, ...refused, ...misnamed, ["renderer/home/Home.tsx", session] as const]) {
    if (!isPackage(to)) imports.set(to, imports.get(to) ?? "");
    imports.set(from, `${imports.get(from) ?? ""}import "${addressOf(from, to)}";\n`);
  }
  const summary = "renderer/summary/Summary.tsx";
  imports.set(summary, `import type { Session } from "${addressOf(summary, session)}";\nexport type Its = Session;\n`);
  for (const [path, text] of imports) write(path, text === "" ? "export {};\n" : text);
  write(session, "export type Session = string;\n");

  const { output } = await runCommand(
    process.execPath,
    [
      join(projectRoot, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs"),
      ...["--config", join(projectRoot, "build/dependency-cruiser.cjs"), "--output-type", "json"],
      ...["shared", "renderer", "electron"],
    ],
    { cwd: house, output: "keep" },
  );
  // dependency-cruiser's own report, read for these fields only.
  violations = (JSON.parse(output) as { summary: { violations: typeof violations } }).summary.violations;
});
afterAll(() => rmSync(house, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), text);
}

function isPackage(to: string): boolean {
  return packages.includes(to) || to.startsWith("node:");
}

function addressOf(from: string, to: string): string {
  return isPackage(to) ? to : `${"../".repeat(from.split("/").length - 1)}${to}`;
}

/** The rules that refuse one import; circles aside, which the pairs make with each other. */
function refusals(from: string, to: string): readonly string[] {
  const resolved = packages.includes(to) ? `node_modules/${to}/index.js` : to.replace("node:", "");
  return violations
    .filter((violation) => violation.from === from && violation.to === resolved)
    .map(({ rule }) => rule.name)
    .filter((name) => name !== "no-circles");
}

describe("the walls of the house", () => {
  test.each(allowed)("%s may know %s", (from, to) => {
    expect(refusals(from, to)).toEqual([]);
  });

  test.each(refused)("%s may not know %s", (from, to) => {
    expect(refusals(from, to)).toContain("not-in-allowed");
  });

  test("a feature may name the types of the session, whose doing it may not start", () => {
    expect(refusals("renderer/summary/Summary.tsx", session)).toEqual([]);
    expect(refusals("renderer/home/Home.tsx", session)).toContain("not-in-allowed");
  });

  test.each(misnamed)("what %s imports is not called %s", (from, to, rule) => {
    expect(refusals(from, to)).toEqual([rule]);
  });
});
