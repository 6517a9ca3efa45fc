import { NO_BASELINE, type Budget, type Row } from "./row.ts";

/** The rows as text, one line each, with what has to be known about them below. */
export function tableOf(rows: readonly Row[]): string {
  const head = ["row", "unit", "ours", "baseline", "ratio", "budget", "holds", "runs"];
  const lines = rows.map((row) => [
    row.name,
    row.unit,
    row.ours === null ? "skipped" : withSpread(row.ours, row.runs.spread.ours),
    row.baseline === null
      ? row.skipped === null && row.baselineName !== NO_BASELINE
        ? "never"
        : "–"
      : withSpread(row.baseline, row.runs.spread.baseline),
    row.ratio === null ? "–" : row.ratio.toFixed(2),
    budgetText(row.budget),
    row.holds === null ? "–" : row.holds ? "yes" : "NO",
    `${row.runs.ours.length}/${row.runs.baseline.length}${row.runs.quick ? " (quick)" : ""}`,
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...lines.map((line) => line[column]?.length ?? 0)));
  const drawn = [head, widths.map((width) => "─".repeat(width)), ...lines].map((line) =>
    line
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  "),
  );
  const notes = new Map<string, string[]>();
  for (const { name, runs, baselineName } of rows) {
    const said = [`Baseline: ${baselineName}. ${runs.each}.`, ...runs.notes].join("\n  ");
    notes.set(said, [...(notes.get(said) ?? []), name]);
  }
  const explained = [...notes].map(([said, names]) => `${names.join(", ")}:\n  ${said}`);
  return [...drawn, "", ...explained].join("\n");
}

function withSpread(value: number, spread: readonly [number, number] | null): string {
  if (spread === null || spread[0] === spread[1]) return shown(value);
  return `${shown(value)} (${shown(spread[0])}–${shown(spread[1])})`;
}

function shown(value: number): string {
  return value.toFixed(value < 100 ? 1 : 0);
}

function budgetText(budget: Budget | null): string {
  if (budget === null) return "–";
  return budget.of === "ratio" ? `≤ ${budget.atMost} × baseline` : `≤ ${budget.atMost}`;
}
