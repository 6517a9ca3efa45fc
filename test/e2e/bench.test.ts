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

interface Said {
  readonly stdout: string;
  readonly stderr: string;
}

async function bench(...args: readonly string[]): Promise<Said> {
  return benchWith({}, ...args);
}

async function benchWith(environment: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Said> {
  // Ended in time, it takes its laptops down with it.
  return promisify(execFile)(process.execPath, [main, ...args], {
    timeout: 290_000,
    env: { ...process.env, ...environment },
  });
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
        "skipped",
        "runs",
      ]);
      expect(row).toMatchObject({ unit: "ms", baselineName: "stock y-webrtc + Lexical", runs: { quick: true } });
      for (const measured of [row.ours ?? Number.NaN, row.baseline, ...row.runs.ours, ...row.runs.baseline]) {
        // No key is painted elsewhere before it was pressed, and none takes ten seconds.
        expect(measured).toBeGreaterThan(0.5);
        expect(measured).toBeLessThan(10_000);
      }
      // Two rounds on a real machine never take the very same time.
      expect(new Set(row.runs.ours).size).toBe(2);
      expect(row.ratio).toBeCloseTo((row.ours ?? Number.NaN) / (row.baseline ?? Number.NaN), 2);
      expect(row.holds).toBe((row.ratio ?? Number.NaN) <= (row.budget?.atMost ?? Number.NaN));
    }
    const [p50, p95] = report.rows;
    expect(p95?.ours).toBeGreaterThanOrEqual(p50?.ours ?? Number.NaN);
  });

  it("has a paper typed on one laptop stand on the other, beside plain Yjs, or says that there is none to type", async () => {
    const { stdout } = await bench("--only", "trace", "--quick", "--json");
    // As above.
    const { rows } = JSON.parse(stdout) as Report;

    expect(rows.map(({ name }) => name)).toEqual(["trace-paper", "trace-one-by-one"]);
    for (const row of rows) {
      expect(row.baselineName).toBe("plain Yjs");
      if (row.skipped === null) expect(row.ours).toBeGreaterThan(row.baseline ?? Number.NaN);
      else expect(row).toMatchObject({ skipped: "skipped: no traces", ours: null, holds: null });
    }
  });

  it("measures in a kept record how keys and scrolling feel, and finds no frame without words", async () => {
    const { stdout } = await bench("--only", "long-record", "--quick", "--json");
    // As above.
    const { rows } = JSON.parse(stdout) as Report;

    expect(rows.map(({ name }) => name)).toEqual([
      "long-record-key-p50",
      "long-record-key-p95",
      "long-record-first-key",
      "long-record-blank",
      "long-record-heap",
    ]);
    const [p50, p95, firstKey, blank, heap] = rows;
    for (const row of [p50, p95, firstKey]) {
      expect(row?.ours).toBeGreaterThan(0.5);
      expect(row?.ours).toBeLessThan(10_000);
    }
    expect(p95?.ours).toBeGreaterThanOrEqual(p50?.ours ?? Number.NaN);
    expect(blank).toMatchObject({ unit: "frames", ours: 0, holds: true });
    // Up and down, twice, with many frames each.
    expect(blank?.runs.ours).toEqual([0, 0, 0, 0]);
    expect(heap?.ours).toBeLessThan(5);
  });

  it("says of what cannot be measured here that it was skipped, and counts it for nothing", async () => {
    const nowhere = fileURLToPath(new URL("no-traces-here", import.meta.url));
    const { stdout } = await benchWith({ POLYPHONY_TRACES: nowhere }, "--only", "converge", "--json");
    // As above.
    const { rows } = JSON.parse(stdout) as Report;

    expect(rows).toMatchObject([
      { name: "converge", skipped: "skipped: no traces", ours: null, ratio: null, holds: null },
    ]);
  });

  it("says which rows there are when asked for one that there is not", async () => {
    await expect(bench("--only", "speed")).rejects.toMatchObject({
      code: 2,
      stderr:
        'There is no row called "speed". Try latency, late-join, mesh-bytes, start, trace, keep-typing, converge, open, long-record, export, size.\n',
    });
  });
});
