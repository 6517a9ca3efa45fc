import type { Row } from "./row.ts";

/** The rows as text, each with its notes below it. */
export function tableOf(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ name }) => name.length));
  return rows.map((row) => [lineOf(row, width), ...row.notes.map((note) => `    ${note}`)].join("\n")).join("\n");
}

function lineOf({ name, figure, unit, budget, holds, skipped, runs }: Row, width: number): string {
  if (skipped !== null) return `–  ${name.padEnd(width)}  skipped: ${skipped}`;
  const told = figure === null ? "nothing" : `${figure} ${unit}`;
  const most = budget === null ? "" : ` of ${budget}`;
  return `${holds === true ? "✓" : "✗"}  ${name.padEnd(width)}  ${told}${most}  (${runs.length} runs)`;
}
