import { describe, expect, test } from "vitest";

import { addTallies, tallyLine, tallyTests } from "../../../../build/scripts/tally.mjs";

const calm = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };

describe("the last line of a test run", () => {
  test("says what passed and what failed", () => {
    expect(tallyLine(tallyTests(calm, 0))).toBe("3 passed, 0 failed");
  });

  test("mentions what was skipped, and only then", () => {
    expect(tallyLine(tallyTests({ ...calm, numPendingTests: 1, numTodoTests: 1 }, 0))).toBe(
      "3 passed, 0 failed, 2 skipped",
    );
  });

  test("counts a file that could not even be loaded", () => {
    const testResults = [{ status: "failed", assertionResults: [] }];
    expect(tallyTests({ ...calm, testResults }, 1).failed).toBe(1);
  });

  test("counts a file once when a test in it failed", () => {
    const testResults = [{ status: "failed", assertionResults: [{ status: "failed" }] }];
    expect(tallyTests({ ...calm, numFailedTests: 1, testResults }, 1).failed).toBe(1);
  });

  test("does not call a run passed that ended badly outside its tests", () => {
    expect(tallyTests(calm, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  });

  test("counts a runner that died before it could report", () => {
    expect(tallyTests(null, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  test("adds up every runner", () => {
    const one = { passed: 1, failed: 0, skipped: 2 };
    expect(addTallies([one, { passed: 4, failed: 1, skipped: 0 }])).toEqual({ passed: 5, failed: 1, skipped: 2 });
  });
});
