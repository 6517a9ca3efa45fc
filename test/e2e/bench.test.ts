import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import type { Row } from "../bench/row.ts";

interface Report {
  readonly machine: object;
  readonly versions: Readonly<Record<string, string>>;
  readonly rows: readonly Row[];
}

const main = fileURLToPath(new URL("../bench/main.ts", import.meta.url));

async function bench(...args: readonly string[]): Promise<{ readonly stdout: string; readonly stderr: string }> {
  // Ended in time, it takes its laptops down with it.
  return promisify(execFile)(process.execPath, [main, ...args], { timeout: 170_000 });
}

describe("the bench", () => {
  it("measures on real laptops how long a key takes to the other's screen, beside stock", async () => {
    const { stdout } = await bench("--only", "latency", "--quick", "--json");
    // It prints what these types describe; what they cannot say is expected below.
    const report = JSON.parse(stdout) as Report;

    expect(Object.keys(report)).toEqual(["machine", "versions", "rows"]);
    expect(Object.keys(report.machine)).toEqual(expect.arrayContaining(["system", "processor", "cores", "memoryGiB"]));
    expect(report.versions).toMatchObject({ node: process.versions.node, "y-webrtc": "10.3.0", lexical: "0.52.0" });
    expect(report.versions["chromium"]).toMatch(/^\d+\./);
    expect(report.rows.map(({ name }) => name)).toEqual([
      "latency-p50",
      "latency-p95",
      "latency-summary-p50",
      "latency-summary-p95",
    ]);
    for (const row of report.rows) {
      expect(Object.keys(row)).toEqual([
        "name",
        "unit",
        "ours",
        "baseline",
        "baselineName",
        "ratio",
        "budget",
        "holds",
        "runs",
      ]);
      expect(row).toMatchObject({ unit: "ms", baselineName: "stock y-webrtc + Lexical", runs: { quick: true } });
      for (const measured of [row.ours, row.baseline, ...row.runs.ours, ...row.runs.baseline]) {
        // No key is painted elsewhere before it was pressed, and none takes ten seconds.
        expect(measured).toBeGreaterThan(0.5);
        expect(measured).toBeLessThan(10_000);
      }
      // Two rounds on a real machine never take the very same time.
      expect(new Set(row.runs.ours).size).toBe(2);
      expect(row.ratio).toBeCloseTo(row.ours / (row.baseline ?? Number.NaN), 2);
      expect(row.holds).toBe((row.ratio ?? Number.NaN) <= (row.budget?.atMost ?? Number.NaN));
    }
    const [p50, p95] = report.rows;
    expect(p95?.ours).toBeGreaterThanOrEqual(p50?.ours ?? Number.NaN);
  });

  it("says which rows there are when asked for one that there is not", async () => {
    await expect(bench("--only", "speed")).rejects.toMatchObject({
      code: 2,
      stderr: 'There is no row called "speed". Try latency, late-join, mesh-bytes, start.\n',
    });
  });
});
