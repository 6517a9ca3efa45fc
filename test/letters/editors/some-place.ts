import type { TextOffset } from "../../../shared/text/position.ts";
import type { Chance } from "../../attack/chance.ts";

/** A place between two letters of some lines. */
export function somePlace(chance: Chance, lines: readonly string[]): TextOffset {
  const line = chance.below(lines.length);
  const letters = Array.from(lines[line] ?? "");
  return { line, at: letters.slice(0, chance.below(letters.length + 1)).join("").length };
}
