import { describe, expect, test } from "vitest";

import { runCommand } from "../../../../build/scripts/run-command.mjs";

const node = process.execPath;

describe("running a program", () => {
  test("hands back how it ended and what it said", async () => {
    const ended = await runCommand(node, ["-e", "console.log('here'); process.exit(3)"], { output: "keep" });
    expect(ended).toEqual({ code: 3, output: "here\n" });
  });

  test("counts one that cannot be started as failed", async () => {
    const { code, output } = await runCommand("no-such-program-anywhere", [], { output: "keep" });
    expect(code).toBe(-1);
    expect(output).toMatch(/no-such-program-anywhere/);
  });

  test("ends one that takes too long, and counts it as failed", async () => {
    const startedAt = Date.now();
    const { code } = await runCommand(node, ["-e", "setTimeout(() => {}, 60000)"], { timeoutMs: 300, output: "keep" });
    expect(code).toBe(-1);
    expect(Date.now() - startedAt).toBeLessThan(10_000);
  });
});
